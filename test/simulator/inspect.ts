import { modifiedAt } from './assets/hand';
import type { LibraryMetadata } from './assets/library';
import type { AssetStatus } from './assets/states';
import { viewPart, type PartView } from './assets/parts/part';
import type { WholeAsset } from './assets/whole/asset';
import { viewWhole, type WholeView } from './assets/whole/view';
import type { Captions, Thumbnail, Video } from './videos/video';

export interface VideoView {
	readonly urn: string;
	readonly owner: string;
	readonly status: AssetStatus;
	readonly fileSizeBytes: number;
	/** Of the whole file, once finalized; absent for several parts without `spool`. */
	readonly sha256: string | undefined;
	readonly parts: readonly PartView[];
	readonly captions: Captions | undefined;
	readonly thumbnail: Omit<Thumbnail, 'media'> | undefined;
	readonly libraryMetadata: LibraryMetadata | undefined;
	readonly lastModifiedAt: number;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly uploadToken: string;
	readonly uploadUrlsExpireAt: number;
	/** Finalize calls that reached this video, refused ones too. */
	readonly finalizeCalls: number;
	/** As the finalize that was carried out named them. */
	readonly partIds: readonly string[] | undefined;
	readonly processingFailureReason: string | undefined;
}

export interface ImageView extends WholeView {
	readonly libraryMetadata: LibraryMetadata | undefined;
	readonly lastModifiedAt: number;
}

export function viewVideo(video: Video): VideoView {
	return {
		urn: video.urn,
		owner: video.owner,
		status: video.ripening.peek(),
		fileSizeBytes: video.fileSizeBytes,
		sha256: video.sha256,
		parts: video.parts.map(viewPart),
		captions: video.captions,
		thumbnail: video.thumbnail && {
			sha256: video.thumbnail.sha256,
			size: video.thumbnail.size,
		},
		libraryMetadata: video.libraryMetadata,
		lastModifiedAt: modifiedAt(video),
		initializeRequest: video.initializeRequest,
		uploadToken: video.uploadToken,
		uploadUrlsExpireAt: video.urlsExpireAt,
		finalizeCalls: video.finalizeCalls,
		partIds: video.partIds,
		processingFailureReason: video.ripening.failure,
	};
}

export function viewImage(image: WholeAsset): ImageView {
	return {
		...viewWhole(image),
		libraryMetadata: image.libraryMetadata,
		lastModifiedAt: modifiedAt(image),
	};
}
