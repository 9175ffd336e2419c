/** As a sentence or a label begins. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
