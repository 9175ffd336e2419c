/** JavaScript's last day, in milliseconds since 1970: beyond it no date can be made (ECMA-262, "Time Values"). */
export const LAST_DAY_MS = 8.64e15;
