import type { IDataObject } from 'n8n-workflow';

import { toData } from '../run/data';
import type { Supplements } from './supplements';

/** What was found out about a file. */
interface ShownFile extends Partial<Pick<Supplements, 'captions' | 'thumbnail'>> {
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** What it is, if it was checked. */
	readonly facts?: object;
}

/** A file, with its captions and thumbnail, as a check shows what will be uploaded. */
export function shownFile({ name, size, facts, captions, thumbnail }: ShownFile): IDataObject {
	return {
		name,
		sizeBytes: size,
		...toData({ ...facts }),
		...(captions && {
			captions: { name: captions.fileName, sizeBytes: captions.srt.length },
		}),
		...(thumbnail && {
			thumbnail: { name: thumbnail.fileName, sizeBytes: thumbnail.bytes.length },
		}),
	};
}
