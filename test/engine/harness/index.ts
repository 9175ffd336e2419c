export { defineNode } from './defineNode';
export { startEngine } from './engine';
export { runNode, NODE, TRIGGER } from './runNode';
export type { RunNodeOptions, RunNodeResult } from './runNode';
export { NO_OP_TYPE, TRIGGER_TYPE } from './nodes';
export type * from './types';
