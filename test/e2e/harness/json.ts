/** What another program answered: every step into it is checked. */
export class Json {
	constructor(
		readonly value: unknown,
		private readonly path: string,
	) {}

	at(...names: ReadonlyArray<string | number>): Json {
		return names.reduce<Json>((json, name) => json.step(name), this);
	}

	has(name: string): boolean {
		return typeof this.value === 'object' && this.value !== null && name in this.value;
	}

	text(): string {
		if (typeof this.value === 'string') return this.value;
		throw this.not('a text');
	}

	number(): number {
		if (typeof this.value === 'number') return this.value;
		throw this.not('a number');
	}

	list(): Json[] {
		if (!Array.isArray(this.value)) throw this.not('a list');
		return this.value.map((entry: unknown, index) => new Json(entry, `${this.path}[${index}]`));
	}

	entries(): Array<[string, Json]> {
		const { value } = this;
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			throw this.not('an object');
		return Object.entries(value).map(([name, entry]) => [
			name,
			new Json(entry, `${this.path}.${name}`),
		]);
	}

	private step(name: string | number): Json {
		const { value } = this;
		if (typeof value !== 'object' || value === null || !(name in value)) {
			throw new Error(`${this.path} has no "${name}": ${show(value)}`);
		}
		return new Json((value as Record<string | number, unknown>)[name], `${this.path}.${name}`);
	}

	private not(kind: string): Error {
		return new Error(`${this.path} is not ${kind}: ${show(this.value)}`);
	}
}

function show(value: unknown): string {
	return (JSON.stringify(value) ?? 'undefined').slice(0, 2000);
}
