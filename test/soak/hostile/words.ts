/** A token, as it must never come out, and a text that is longer than anything that is shown. */
export const SECRET = `AQX${'s3cret'.repeat(20)}`;
export const WORDS = `token=${SECRET} ${'words '.repeat(8300)}`;

/** Whether something of it did. */
export function isForeign(text: string): boolean {
	return text.includes(SECRET) || /(?:words ){60}/.test(text);
}

export const URN = 'urn:li:video:C4E10AQ';
