import { isRecord } from '../../../linkedin/api/parse';

/** IDs that LinkedIn chooses, in a URN or beside one: each run has others. The tests' own are shorter. */
const ID =
	/urn:li:(?:video|image|document|digitalmediaAsset|share|ugcPost|activity):([\w-]{12,})|,(\d{12,})\)/g;
const MEDIA_IDS = ['C5505AQH-oV1qvnFtKA', 'C5F10AQElP1fVH1Ke6g', 'C4E10AQFn10iWtKexVA'];
const FIRST_NUMBER = 6_844_785_523_593_134_080n;

/** What each run measures or draws by chance, and what stands for it in an example. */
const INSTEAD: Readonly<Record<string, unknown>> = {
	uploadSeconds: 0.4,
	megabytesPerSecond: 4.8,
	uploadToken: '…',
	uploadMetadata: '…',
	identifierExpiresInSeconds: 1_796_115_600,
	etag: '…',
	ETag: '…',
	assetRealTimeTopic: '…',
	startedAtText: '2026-12-01 09:00:00',
};
const NOON_ISO = '2026-12-01T09:00:00.000Z';
const NOON_MS = Date.parse(NOON_ISO);
/** Milliseconds since 1970: no other number of an output is as large. */
const IS_TIME = 1_000_000_000_000;
/** An example shows how entries look, not how many there are. */
const SHOWN_ENTRIES = 2;

/**
 * Values of a run as an example shows them: the same in every run. One for each example, so that an
 * ID is the same in what goes in and what comes out.
 */
export class Tidy {
	readonly #ids = new Map<string, string>();

	/** @param linkedIn the simulator's URL */
	constructor(private readonly linkedIn: string) {}

	of(value: unknown, key = ''): unknown {
		if (key in INSTEAD && value !== null) return INSTEAD[key];
		if (typeof value === 'string') return this.#text(value, key);
		if (typeof value === 'number') return value >= IS_TIME ? NOON_MS : value;
		if (Array.isArray(value)) return this.#list(value);
		if (!isRecord(value)) return value;
		if (key === 'uploadSession') return { urn: this.of(value.urn), '…': '…' };
		return Object.fromEntries(
			Object.entries(value).map(([name, each]) => [name, this.of(each, name)]),
		);
	}

	#list(values: readonly unknown[]): unknown[] {
		const isLong = values.length > SHOWN_ENTRIES && values.every(isRecord);
		const shown = isLong ? values.slice(0, SHOWN_ENTRIES) : values;
		return [...shown.map((each) => this.of(each)), ...(isLong ? ['…'] : [])];
	}

	#text(text: string, key: string): string {
		if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return NOON_ISO;
		// An ETag or a hash, without a name beside it.
		if (/^[0-9a-f]{32,}$/.test(text)) return '…';
		// An import's own ID, where the test names none.
		if (key === 'id' && /^[0-9a-f-]{20,}$/.test(text)) return '25bzj8j';
		for (const [, media, number] of text.matchAll(ID)) this.#know(media ?? number ?? '');
		let known = text;
		for (const [id, instead] of this.#ids) known = known.replaceAll(id, instead);
		return known.replace(/https?:\/\/127\.0\.0\.1:\d+[^\s"]*/g, (url) => this.#url(url));
	}

	#know(id: string): void {
		if (this.#ids.has(id)) return;
		const at = this.#ids.size;
		const isNumber = /^\d+$/.test(id);
		const media = MEDIA_IDS[at] ?? `C5F10AQExample${at}`;
		this.#ids.set(id, isNumber ? String(FIRST_NUMBER + BigInt(at)) : media);
	}

	/** LinkedIn's signed URLs are long, and no two are the same. */
	#url(url: string): string {
		if (!url.startsWith(this.linkedIn)) return `https://example.com${new URL(url).pathname}`;
		const [, folder = ''] = new URL(url).pathname.split('/');
		return `https://www.linkedin.com/${folder}/…`;
	}
}
