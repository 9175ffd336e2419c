function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
}

export function errorPage(reason: string): string {
	return page('Bummer, something went wrong.', `<p>${escape(reason)}</p>`);
}

/** The same request again, with the member's decision added. */
export function consentPage(query: URLSearchParams, scopes: readonly string[]): string {
	const hidden = [...query]
		.map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
		.join('');
	const list = scopes.map((scope) => `<li>${escape(scope)}</li>`).join('');
	const button = (decision: string, label: string) =>
		`<button name="simulator_decision" value="${decision}">${label}</button>`;
	return page(
		'The application would like to',
		`<ul>${list}</ul><form method="get">${hidden}${button('allow', 'Allow')}${button('cancel', 'Cancel')}</form>`,
	);
}
