/** What has output keys in docs/contract.md beside the operations: headings of it. */
export const ERROR_ITEM = 'Error items of all operations, with *On Error: Continue*';
export const CHECK_ITEM = 'Items of all operations that write, with *Check Only*';
export const TRIGGER_ITEM = 'Trigger `linkedInMediaTrigger`';
