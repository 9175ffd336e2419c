/** What a document's name ends with, and nobody wants to read above it. */
const ENDINGS = /(?:\.(?:pdf|docx?|docm|dotx|pptx?|pptm|ppsx?|potx|odt|odp|rtf|key))+$/i;

/** The title of a document that was given none: its file's name, as people say it. */
export function titleByName(fileName: string): string {
	const title = fileName.replace(ENDINGS, '').trim();
	return title === '' ? fileName : title;
}
