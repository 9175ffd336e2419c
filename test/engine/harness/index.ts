export { defineNode } from './defineNode';
export { startEngine } from './engine';
export { runNode, NODE, TRIGGER } from './runNode';
export type { RunNodeOptions, RunNodeResult } from './runNode';
export { NO_OP_TYPE, TRIGGER_TYPE } from './nodes';
export { watchRuns } from './watchRuns';
export type * from './types';
