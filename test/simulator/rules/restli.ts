/**
 * public (Rest.li protocol 2.0, "Object and List/Array Representation"): a value in a URL is text,
 * `List(a,b)` or `(key:value)`. The marks `(` `)` `,` `:` stand raw; inside a text each of them,
 * and `'`, is percent-encoded; an empty text is `''`; a `+` is a plus.
 */
export type RestliValue = string | readonly RestliValue[] | RestliRecord;

export class RestliRecord {
	constructor(readonly entries: ReadonlyMap<string, RestliValue>) {}
}

/** What is wrong with a value, and where. */
export class RestliSyntaxError extends Error {
	constructor(problem: string, column: number) {
		super(`${problem} at column ${column}`);
		this.name = 'RestliSyntaxError';
	}
}

const marks = '(),:';
/** All but what RFC 3986 lets stand raw in a query; the marks, `'`, `&` and `=` are none of it. */
const notRaw = /[^A-Za-z0-9\-._~!$*+;@/?]/u;

/** Throws `RestliSyntaxError`. */
export function parseRestli(text: string): RestliValue {
	const parser = new Parser(text);
	const value = parser.value();
	parser.end();
	return value;
}

class Parser {
	private at = 0;

	constructor(private readonly text: string) {}

	value(): RestliValue {
		if (this.text.startsWith('List(', this.at)) {
			this.at += 'List('.length;
			return this.items(() => this.value());
		}
		if (this.next() !== '(') return this.string();
		this.at += 1;
		return new RestliRecord(new Map(this.items(() => this.entry())));
	}

	end(): void {
		if (this.at < this.text.length) this.fail(`unexpected "${this.next()}"`);
	}

	/** Up to the closing bracket; the opening one was taken. */
	private items<Item>(read: () => Item): Item[] {
		const items: Item[] = [];
		if (this.take(')')) return items;
		do items.push(read());
		while (this.take(','));
		if (!this.take(')')) this.fail(`expected "," or ")", got ${this.shown()}`);
		return items;
	}

	private entry(): readonly [string, RestliValue] {
		const key = this.string();
		if (!this.take(':')) this.fail(`expected ":", got ${this.shown()}`);
		return [key, this.value()];
	}

	private string(): string {
		const start = this.at;
		while (this.at < this.text.length && !marks.includes(this.next())) this.at += 1;
		const token = this.text.slice(start, this.at);
		if (token === '') this.fail(`expected a value, got ${this.shown()}`);
		return token === "''" ? '' : this.decode(token, start);
	}

	private decode(token: string, start: number): string {
		const bare = token.replace(/%[0-9A-Fa-f]{2}/g, '');
		const wrong = notRaw.exec(bare)?.[0];
		if (wrong !== undefined) {
			this.at = start + token.indexOf(wrong);
			this.fail(`"${wrong}" is not encoded`);
		}
		try {
			return decodeURIComponent(token);
		} catch {
			this.at = start;
			return this.fail('the encoded bytes are not UTF-8');
		}
	}

	private next(): string {
		return this.text.charAt(this.at);
	}

	private take(mark: string): boolean {
		if (this.next() !== mark) return false;
		this.at += 1;
		return true;
	}

	private shown(): string {
		return this.at < this.text.length ? `"${this.next()}"` : 'the end';
	}

	private fail(problem: string): never {
		throw new RestliSyntaxError(problem, this.at);
	}
}
