/** Whether an entry of a list without a reason, and a reason without an entry, fail the check. */
export const LISTS_HOLD = true;
