import type { Budget } from '../budget/budget';
import { readJpeg } from './jpeg';
import { Output } from './output';
import { pageOf, placeOn, type PageSize, type Size } from './page';
import { PdfFile, pdfText } from './pdfFile';
import type { Picture, Profile, Tools } from './picture';
import { readPng, type Colour } from './png';

/** Bytes of a page's objects besides its picture, and some more. */
const PAGE_BYTES = 2048;
/** Different colour profiles that are recognised; a carousel has one or two. */
const MOST_PROFILES = 16;

/** What all pages have in common. */
export interface CarouselLook {
	readonly pageSize: PageSize;
	/** Behind pictures of other proportions, and where a picture is transparent. */
	readonly background: Colour;
	/** The PDF's own title. */
	readonly title: string;
}

/** How large the PDF may become. */
interface CarouselRoom {
	/** Bytes of all images together. */
	readonly imageBytes: number;
	readonly images: number;
	/** Bytes of the PDF. */
	readonly most: number;
	readonly tooLarge: () => Error;
	/** Gives turns to others while it is written. */
	readonly budget: Budget;
}

/**
 * Writes a PDF with a picture on each page, in memory. Pictures go in as they are wherever PDF knows
 * their way of packing; the same pictures always make the same bytes.
 *
 * Our own code: the libraries for it take half a megabyte and more, need modules that n8n doesn't
 * allow, or decode each picture.
 */
export class CarouselWriter {
	private readonly output: Output;
	private readonly file: PdfFile;
	private readonly catalog: number;
	private readonly pageTree: number;
	private readonly pages: number[] = [];
	private readonly profiles: Array<{ readonly profile: Profile; readonly number: number }> = [];
	private page: Size | undefined;

	constructor(
		private readonly look: CarouselLook,
		private readonly room: CarouselRoom,
	) {
		const expected = room.imageBytes + (room.images + 1) * PAGE_BYTES;
		this.output = new Output(expected, room);
		this.file = new PdfFile(this.output);
		this.catalog = this.file.reserve();
		this.pageTree = this.file.reserve();
	}

	/**
	 * Adds a page.
	 *
	 * @param bytes a whole file of this kind
	 * @throws Problem for one that can't be shown; what `tooLarge` makes
	 */
	async add(kind: 'jpeg' | 'png', bytes: Buffer, tools: Tools): Promise<void> {
		const { background } = this.look;
		const { tooLarge } = this.room;
		const target = { background, most: this.output.room, tooLarge };
		const picture =
			kind === 'jpeg' ? await readJpeg(bytes, tools) : await readPng(bytes, target, tools);
		this.page ??= pageOf(this.look.pageSize, picture);
		this.pages.push(await this.write(picture, this.page));
	}

	/** The PDF: no copy. @throws what `tooLarge` makes */
	async finish(): Promise<Buffer> {
		const { file, pages } = this;
		const kids = pages.map((page) => `${page} 0 R`).join(' ');
		const tree = `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`;
		await file.object(tree, this.pageTree);
		await file.object(`<< /Type /Catalog /Pages ${this.pageTree} 0 R >>`, this.catalog);
		const info = await file.object(`<< /Title ${pdfText(this.look.title)} >>`);
		return file.end(this.catalog, info);
	}

	/** @returns the number of the page's object */
	private async write(picture: Picture, page: Size): Promise<number> {
		const { file } = this;
		const image = await this.writeImage(picture);
		const { width, height } = page;
		const paint = this.look.background.map((part) => Math.round((part / 255) * 1000) / 1000);
		const shown = `${paint.join(' ')} rg 0 0 ${width} ${height} re f q ${placeOn(page, picture).join(' ')} cm /I Do Q`;
		const contents = await file.stream({ entries: '', pieces: [Buffer.from(shown)] });
		// Where colours are mixed (ISO 32000-1, 11.6.6): as the screen has them.
		const group = picture.mask ? ' /Group << /S /Transparency /CS /DeviceRGB >>' : '';
		return file.object(
			`<< /Type /Page /Parent ${this.pageTree} 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /I ${image} 0 R >> >> /Contents ${contents} 0 R${group} >>`,
		);
	}

	private async writeImage(picture: Picture): Promise<number> {
		const { file } = this;
		const { width, height, image, mask, profile, colours } = picture;
		const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;
		const opacity =
			mask &&
			(await file.stream({
				...mask,
				entries: `${size} /ColorSpace /DeviceGray ${mask.entries}`,
			}));
		const space = colours(profile && `${await this.writeProfile(profile)} 0 R`);
		const shown = opacity === undefined ? '' : ` /SMask ${opacity} 0 R`;
		const entries = `${size} /ColorSpace ${space} ${image.entries}${shown}`;
		return file.stream({ ...image, entries });
	}

	/** Pictures of one camera or program share theirs. */
	private async writeProfile(profile: Profile): Promise<number> {
		const known = this.profiles.find((other) => isSame(other.profile, profile));
		if (known) return known.number;
		const entries = `/N ${profile.components} ${profile.entries}`;
		const number = await this.file.stream({ ...profile, entries });
		const kept = { ...profile, pieces: profile.pieces.map((piece) => Buffer.from(piece)) };
		if (this.profiles.length < MOST_PROFILES) this.profiles.push({ profile: kept, number });
		return number;
	}
}

function isSame(one: Profile, other: Profile): boolean {
	return (
		one.components === other.components &&
		one.entries === other.entries &&
		one.pieces.length === other.pieces.length &&
		one.pieces.every((piece, index) => Buffer.compare(piece, other.pieces[index] ?? piece) === 0)
	);
}
