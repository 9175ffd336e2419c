/** One file is one operation; one line adds it to the resource. */
export { create } from './create';
export { update } from './update';
export { get } from './get';
export { batchGet } from './batchGet';
export { getMany } from './getMany';
export { deleteOperation } from './delete';
export { getStatistics } from './getStatistics';
export { react } from './react';
export { unreact } from './unreact';
