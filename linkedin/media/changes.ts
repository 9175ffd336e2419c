// Old names, until nodes/ follows.
export type { LibraryEvent } from './events';
export type { LibraryEventName } from './events';
export { LIBRARY_EVENTS as EVENTS } from './events';
