import { Parser } from 'htmlparser2';

import { detached } from '../../api/foreignWords';

/** What the head of a page says of it. */
export interface PageTags {
	/** The text of `<title>`; empty where there is none. */
	readonly title: string;
	/** Names, in small letters, and contents of its `<meta>`, in their order. */
	readonly metas: ReadonlyArray<readonly [name: string, content: string]>;
	/** Of the first `<base>` with an address. */
	readonly base: string | undefined;
}

/** Characters that are parsed before others have their turn. */
const PIECE = 32 * 1024;

/** Elements inside each other: pages have some dozens, and the parser's work grows with their square. */
const MOST_DEPTH = 256;

/** Tags of previews that are kept. */
const MOST_METAS = 500;

/** Characters of a text that are kept: far more than LinkedIn takes of any. */
const MOST_TEXT = 20_000;

/** Names that a preview is made of. */
const WANTED = /^(?:og:|twitter:|description$)/;

/**
 * The tags of a page that describe it, in head and body: sites put them where their editors can. What
 * stands in comments, scripts and styles is none, and neither is what the page's cut has left unfinished.
 *
 * The event loop turns while a long page is read.
 */
export async function readTags(html: string, breathe: () => Promise<void>): Promise<PageTags> {
	const metas: Array<readonly [string, string]> = [];
	let title: string | undefined;
	let base: string | undefined;
	/** Of a `<title>` that is open. */
	let text: string | undefined;
	let depth = 0;
	/** Of the drawing around it: its titles are of parts of the drawing. */
	let drawing = 0;
	const meta = ({ property, name, content }: Readonly<Record<string, string>>): void => {
		// A property may be several (RDFa); both attributes are in use for both families of tags.
		const names = `${property ?? ''} ${name ?? ''}`.toLowerCase().split(/\s+/);
		for (const each of new Set(names)) {
			if (content === undefined || !WANTED.test(each) || metas.length >= MOST_METAS) continue;
			metas.push([each, detached(content.slice(0, MOST_TEXT))]);
		}
	};
	const parser = new Parser({
		onopentag: (name, attributes) => {
			depth += 1;
			if (name === 'svg') drawing += 1;
			if (name === 'meta') meta(attributes);
			if (name === 'base') base ??= attributes.href;
			if (name === 'title' && drawing === 0 && title === undefined) text = '';
			if (depth > MOST_DEPTH) parser.pause();
		},
		ontext: (piece) => {
			if (text !== undefined && text.length < MOST_TEXT) text += piece;
		},
		onclosetag: (name) => {
			depth -= 1;
			if (name === 'svg') drawing -= 1;
			if (name !== 'title' || text === undefined) return;
			title = detached(text.slice(0, MOST_TEXT));
			text = undefined;
		},
	});
	for (let at = 0; at < html.length && depth <= MOST_DEPTH; at += PIECE) {
		parser.write(html.slice(at, at + PIECE));
		await breathe();
	}
	return { title: title ?? '', metas, base };
}
