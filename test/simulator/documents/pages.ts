const HEADER = '%PDF-';
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;
/** A name that is cut in two by the border of a chunk is found with this much of the one before. */
const OVERLAP = 64;

/**
 * Counts the pages of a PDF as its bytes arrive: objects of the type Page that stand in the open. Those of
 * a PDF that packs its objects can't be counted like this, and nothing is said of them.
 */
export class PageCounter {
	private isPdf: boolean | undefined;
	private count = 0;
	private carried = '';

	add(chunk: Buffer): void {
		const text = this.carried + chunk.toString('latin1');
		this.carried = text;
		if (text.length < HEADER.length) return;
		this.isPdf ??= text.startsWith(HEADER);
		if (!this.isPdf) return;
		const border = Math.max(0, text.length - OVERLAP);
		for (const { index } of text.matchAll(PAGE)) if (index < border) this.count += 1;
		this.carried = text.slice(border);
	}

	/** Undefined if none were found. */
	get pages(): number | undefined {
		const last = [...this.carried.matchAll(PAGE)].length;
		return this.isPdf === true && this.count + last > 0 ? this.count + last : undefined;
	}
}
