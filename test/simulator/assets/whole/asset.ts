import { assetId } from '../../core/ids';
import type { Simulation } from '../../core/simulation';
import type { MediaAsset } from '../collection';
import { Ripening } from '../ripening';
import type { WholeKind } from './kind';

/** An image or a document, which is sent in one request. */
export interface WholeAsset extends MediaAsset {
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly urlsExpireAt: number;
	/** PUTs that were stored. */
	attempts: number;
	received:
		| {
				readonly sha256: string;
				readonly size: number;
				readonly contentType: string | undefined;
				/** Of a PDF that says them in the open. */
				readonly pages?: number | undefined;
		  }
		| undefined;
}

type Given = Pick<WholeAsset, 'owner' | 'initializeRequest' | 'libraryMetadata'> &
	Partial<Pick<WholeAsset, 'createdAt' | 'ripening'>>;

/** One whose upload was just initialized, but for what is given otherwise. */
export function newWhole(simulation: Simulation, form: WholeKind, given: Given): WholeAsset {
	const { clock, settings } = simulation;
	const { kind } = form;
	const id = assetId(kind);
	const now = clock.now();
	return {
		urn: `urn:li:${kind}:${id}`,
		id,
		urlsExpireAt: now + settings.uploadUrlMs,
		createdAt: now,
		attempts: 0,
		received: undefined,
		...given,
		ripening:
			given.ripening ??
			new Ripening(clock, form.store(simulation).nextProcessing() ?? settings.processing),
	};
}
