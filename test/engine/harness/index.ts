export { defineNode } from './define-node';
export { startEngine } from './engine';
export { runNode, NODE, TRIGGER } from './run-node';
export type { RunNodeOptions, RunNodeResult } from './run-node';
export { NO_OP_TYPE, TRIGGER_TYPE } from './nodes';
export type * from './types';
