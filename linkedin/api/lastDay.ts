/**
 * JavaScript's last day, in milliseconds since 1970: no date beyond it exists (ECMA-262, "Time
 * Values").
 */
export const LAST_DAY_MS = 8.64e15;
