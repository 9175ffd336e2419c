import type { PartView } from '../../../simulator';
import type { Answer } from './call';
import { assumed, documented, fromPublic, tool } from './evidence';
import type { Lab } from './lab';
import { finalizeVideo, putParts, startVideo, type RestCall } from './linkedin';
import { complete, putAssetParts, startMultipart } from './vectorAssets';

/** Ten bytes, which are three parts where a part has four. */
export const file = Buffer.from('0123456789');
export const first = file.subarray(0, 4);
export const second = file.subarray(4, 8);
export const third = file.subarray(8);

export type EtagForm = 'path' | 'quoted';

/** An upload that was begun, whichever page it belongs to. */
export interface Begun {
	readonly urn: string;
	readonly ranges: readonly object[];
	readonly url: (part: number) => string;
	/** Sends every part, and gives the ids. */
	readonly send: (bytes?: Buffer) => Promise<string[]>;
	/** Finalizes the video, or completes the asset. */
	readonly end: (ids: readonly string[], how?: RestCall) => Promise<Answer>;
	readonly view: () => {
		readonly status: string | undefined;
		/** How often its end was asked for by somebody who may. */
		readonly endCalls: number;
		readonly parts: readonly PartView[];
		readonly sha256: string | undefined;
	};
}

type Says = typeof documented;

export interface PartsKind {
	readonly endpoint: 'videos.part' | 'assets.part';
	readonly etag: EtagForm;
	readonly otherEtag: EtagForm;
	readonly playEtag: (form: EtagForm) => void;
	readonly saysOfMissing: Says;
	readonly saysOfOrder: Says;
	/** How a refused end names the list of ids, and what is wrong with one of them. */
	readonly list: string;
	readonly isOfPart: (number: number) => string;
	readonly isUnknown: string;
	readonly isQuoted: string;
	/** The address of the second part, with the signature of the first. */
	readonly borrow: (url: string) => string;
	readonly begin: (size?: number) => Promise<Begun>;
}

/** For `describe.each`: what is sent in parts, each with the calls and the words of its own page. */
export function everyUploadInParts(lab: Lab): Array<[name: string, kind: PartsKind]> {
	const video: PartsKind = {
		endpoint: 'videos.part',
		etag: 'path',
		otherEtag: 'quoted',
		playEtag: (etag) => {
			lab.simulator.configure({ readings: { etag } });
		},
		saysOfMissing: fromPublic,
		saysOfOrder: documented,
		list: 'uploadedPartIds',
		isOfPart: (number) => `is the id of part ${number}`,
		isUnknown: 'is no id of this upload',
		isQuoted: 'is a quoted ETag',
		borrow: (url) => url.replace('/uploadedVideo/1', '/uploadedVideo/2'),
		begin: async (fileSizeBytes = file.length) => {
			const begun = await startVideo(lab.simulator, { fileSizeBytes });
			return {
				urn: begun.urn,
				ranges: begun.parts,
				url: (part) => begun.parts[part - 1]?.uploadUrl ?? '',
				send: (bytes = file) => putParts(begun, bytes),
				end: (ids, how) => finalizeVideo(lab.simulator, begun, ids, {}, how),
				view: () => {
					const { finalizeCalls: endCalls, ...seen } = lab.simulator.video(begun.urn);
					return { ...seen, endCalls };
				},
			};
		},
	};
	const asset: PartsKind = {
		endpoint: 'assets.part',
		etag: 'quoted',
		otherEtag: 'path',
		playEtag: (assetEtag) => {
			lab.simulator.configure({ readings: { assetEtag } });
		},
		saysOfMissing: tool,
		saysOfOrder: assumed,
		list: 'partUploadResponses',
		isOfPart: (number) => `has the ETag of part ${number}`,
		isUnknown: 'has no ETag of this upload',
		isQuoted: 'has a quoted ETag',
		borrow: (url) => url.replace('&pn=1&', '&pn=2&'),
		begin: async (fileSize = file.length) => {
			const begun = await startMultipart(lab.simulator, fileSize);
			return {
				urn: begun.urn,
				ranges: begun.parts,
				url: (part) => begun.parts[part - 1]?.url ?? '',
				send: (bytes = file) => putAssetParts(begun, bytes),
				end: (ids, how) => complete(lab.simulator, begun, ids, {}, how),
				view: () => {
					const { completeCalls: endCalls, ...seen } = lab.simulator.asset(begun.urn);
					return { ...seen, status: seen.recipes[0]?.status, endCalls };
				},
			};
		},
	};
	return [
		['a video', video],
		['a legacy asset', asset],
	];
}
