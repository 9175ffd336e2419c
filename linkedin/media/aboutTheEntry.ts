/** LinkedIn's codes for "there is no such entry"; its documents disagree on which one is used. */
const ABOUT_THE_ENTRY = ['NOT_FOUND', 'INVALID_VIDEO_ID', 'INVALID_IMAGE_ID'];

/** Whether a refusal concerns only this entry, as far as LinkedIn's code says so. */
export function isAboutTheEntry(code: string | null | undefined): boolean {
	return typeof code === 'string' && ABOUT_THE_ENTRY.includes(code);
}
