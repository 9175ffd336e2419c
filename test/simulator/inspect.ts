import { modifiedAt } from './assets/hand';
import type { LibraryMetadata } from './assets/library';
import type { AssetStatus } from './assets/states';
import type { Image } from './images/image';
import type { Captions, Thumbnail, Video } from './videos/video';

export interface PartView {
	readonly number: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly size: number;
	/** PUTs that were stored. */
	readonly attempts: number;
	readonly sha256: string | undefined;
	/** The unquoted ETag. */
	readonly id: string | undefined;
}

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

export interface ImageView {
	readonly urn: string;
	readonly owner: string;
	readonly status: AssetStatus;
	readonly sha256: string | undefined;
	readonly size: number | undefined;
	readonly contentType: string | undefined;
	/** PUTs that were stored. */
	readonly attempts: number;
	readonly libraryMetadata: LibraryMetadata | undefined;
	readonly lastModifiedAt: number;
	readonly initializeRequest: unknown;
	readonly uploadUrlExpiresAt: number;
}

export function viewVideo(video: Video): VideoView {
	return {
		urn: video.urn,
		owner: video.owner,
		status: video.ripening.peek(),
		fileSizeBytes: video.fileSizeBytes,
		sha256: video.sha256,
		parts: video.parts.map(({ number, range, size, attempts, received }) => ({
			number,
			...range,
			size,
			attempts,
			sha256: received?.sha256,
			id: received?.id,
		})),
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

export function viewImage(image: Image): ImageView {
	return {
		urn: image.urn,
		owner: image.owner,
		status: image.ripening.peek(),
		sha256: image.received?.sha256,
		size: image.received?.size,
		contentType: image.received?.contentType,
		attempts: image.attempts,
		libraryMetadata: image.libraryMetadata,
		lastModifiedAt: modifiedAt(image),
		initializeRequest: image.initializeRequest,
		uploadUrlExpiresAt: image.urlExpiresAt,
	};
}
