/** What people and LinkedIn call something, and the placeholder that is written instead. */
export class Names {
	private readonly ids = new Map<string, string>();
	private readonly texts = new Map<string, string>();
	private readonly counts = new Map<string, number>();
	/** IDs that a request made up: nobody's. */
	private readonly ours = new Set<string>();
	private pattern: RegExp | undefined;

	/** @param known IDs and secrets with their placeholders, such as `<page>` */
	constructor(known: Readonly<Record<string, string | undefined>>) {
		for (const [placeholder, value] of Object.entries(known)) {
			if (value === undefined || value === '') continue;
			this.ids.set(value, placeholder);
			this.ids.set(encodeURIComponent(value), placeholder);
		}
	}

	/** An ID of ours, unless LinkedIn returned it before. */
	makeOurs(id: string): void {
		if (!this.ids.has(id)) this.ours.add(id);
	}

	isOurs(id: string): boolean {
		return this.ours.has(id);
	}

	/** The placeholder of an ID, which is replaced wherever it is. */
	ofId(kind: string, id: string): string {
		return this.named(this.ids, kind, id, () => {
			this.pattern = undefined;
		});
	}

	/** The placeholder of a whole text. */
	ofText(kind: string, text: string): string {
		return this.named(this.texts, kind, text);
	}

	knownText(text: string): string | undefined {
		return this.texts.get(text);
	}

	/** The same text without any of the IDs, plain or percent-encoded around. */
	without(text: string): string {
		this.pattern ??= patternOf([...this.ids.keys()]);
		return text.replace(this.pattern, (id) => this.ids.get(id) ?? id);
	}

	/** Texts that were seen as values, within a sentence. */
	withoutTexts(sentence: string): string {
		return [...this.texts]
			.filter(([text]) => text.length > 3)
			.reduce((rest, [text, placeholder]) => rest.replaceAll(text, placeholder), sentence);
	}

	private named(
		map: Map<string, string>,
		kind: string,
		value: string,
		changed?: () => void,
	): string {
		const known = map.get(value);
		if (known !== undefined) return known;
		const count = (this.counts.get(kind) ?? 0) + 1;
		this.counts.set(kind, count);
		const placeholder = `<${kind}-${count}>`;
		map.set(value, placeholder);
		changed?.();
		return placeholder;
	}
}

/** Whole IDs only: a page's number may be part of another number. */
function patternOf(ids: readonly string[]): RegExp {
	if (ids.length === 0) return /(?!)/g;
	const any = [...ids]
		.sort((one, other) => other.length - one.length)
		.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('|');
	const start = '(?:(?<![A-Za-z0-9_-])|(?<=%3[Aa]|%2[Cc]|%28|%3D))';
	return new RegExp(`${start}(?:${any})(?![A-Za-z0-9_-])`, 'g');
}
