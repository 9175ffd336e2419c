/** In every text that is sent, so that people know what it is, and recordings what is ours. */
export const MARK = 'contract:live';
