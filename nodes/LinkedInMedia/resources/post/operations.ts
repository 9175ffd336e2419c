/** One file is one operation; one line adds it to the resource. */
export { create } from './create';
export { get } from './get';
export { batchGet } from './batchGet';
export { deleteOperation } from './delete';
