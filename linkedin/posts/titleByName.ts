const ENDING = '\\.(?:pdf|docx?|docm|dotx|pptx?|pptm|ppsx?|potx|odt|odp|rtf|key)';
/** What a document's name ends with, and doesn't belong in a title. */
const ENDINGS = new RegExp(`(?<!${ENDING})(?:${ENDING})+$`, 'i');

/** The title of a document without one: its file's name, without the extension. */
export function titleByName(fileName: string): string {
	const title = fileName.replace(ENDINGS, '').trim();
	return title === '' ? fileName : title;
}
