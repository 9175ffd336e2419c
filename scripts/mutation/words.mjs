/** What Stryker's result says of a mutant whose turn came after the time was over. */
export const TIME_IS_OVER = 'time is over';
