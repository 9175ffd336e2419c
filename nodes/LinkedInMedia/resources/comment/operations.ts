/** One file is one operation; one line adds it to the resource. */
export { create } from './create';
export { update } from './update';
export { get } from './get';
export { getMany } from './getMany';
export { deleteOperation } from './delete';
