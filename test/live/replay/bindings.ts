/** As the recorder writes them. */
const PLACEHOLDER = /<[A-Za-z]+(?:-\d+)?>/g;

/** What stands for each placeholder of a recording, at the simulator that it is played against. */
export class Bindings {
	private readonly values: Map<string, string>;
	private readonly uploads = new Set<string>();

	/** @param known what is known before any answer */
	constructor(private readonly known: Readonly<Record<string, string>>) {
		this.values = new Map(Object.entries(known));
	}

	/** @throws if an answer should have returned one of them before */
	filled(text: string): string {
		return text.replace(PLACEHOLDER, (placeholder) => {
			const value = this.values.get(placeholder);
			if (value === undefined) throw new UnboundPlaceholder(placeholder);
			return value;
		});
	}

	/**
	 * Whether a text has the form of the recorded one. What its new placeholders stand for is kept.
	 *
	 * @param key of the text: upload URLs are the same wherever they are, others differ from call to call
	 */
	matches(recorded: string, text: string, key = ''): boolean {
		const placeholders = recorded.match(PLACEHOLDER) ?? [];
		const pieces = recorded.split(PLACEHOLDER).map(escaped);
		const groups = placeholders.map((each) => (each.startsWith('<etag-') ? '([^"/].*)' : '(.*)'));
		const form = pieces.map((piece, index) => piece + (groups[index] ?? '')).join('');
		const match = new RegExp(`^${form}$`, 's').exec(text);
		if (match === null) return false;
		return placeholders.every((each, index) => this.bind(each, match[index + 1] ?? '', key));
	}

	/** For entries that were there before: what they are called is another matter. */
	withoutAnswers(): Bindings {
		return new Bindings(this.known);
	}

	private bind(placeholder: string, value: string, key: string): boolean {
		const known = this.values.get(placeholder);
		if (known !== undefined) return known === value || !this.isFixed(placeholder);
		this.values.set(placeholder, value);
		if (this.uploads.has(value)) return false;
		if (/uploadUrl$/i.test(key)) this.uploads.add(value);
		return true;
	}

	private isFixed(placeholder: string): boolean {
		if (this.uploads.has(this.values.get(placeholder) ?? '')) return true;
		return !/^<(?:url|text|number)-/.test(placeholder);
	}
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export class UnboundPlaceholder extends Error {
	constructor(placeholder: string) {
		super(`no answer returned ${placeholder}`);
		this.name = 'UnboundPlaceholder';
	}
}
