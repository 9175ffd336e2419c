import { uploadOrigin, type Simulation } from '../core/simulation';
import type { RecipeState, VectorAsset } from './asset';

const served = ['AVAILABLE', 'MUTATING'];

/**
 * linkedin-vector-assets-api, "Get Media Artifacts": the sample of a video; files are not looked into,
 * so its numbers are the sample's. assumed: nothing before a recipe is available, and of an image the
 * identifiers alone.
 */
export function mediaArtifacts(
	simulation: Simulation,
	asset: VectorAsset,
	recipes: readonly RecipeState[],
): readonly object[] {
	if (!recipes.some(({ status }) => served.includes(status))) return [];
	const origin = uploadOrigin(simulation);
	const expiry = Math.floor(asset.urlsExpireAt / 1000);
	const identifier = (path: string, mediaType: string, size: number): object => ({
		identifiers: [
			{
				identifier: `${origin}/${path}/${asset.id}/A${asset.createdAt}?e=${expiry}&v=beta`,
				mediaType,
				identifierExpiresInSeconds: expiry,
				size,
			},
		],
	});
	if (asset.mediaType === 'image') {
		return [identifier('dms/image', 'image/jpeg', asset.received?.size ?? 0)];
	}
	const playlist = identifier('playlist/vid/dynamic', 'application/vnd.apple.mpegURL', 0);
	return [{ data: { adaptiveStreamVideoWithAudioMasterPlaylist: stream }, ...playlist }];
}

const bitrate = { average: 156810, maximum: 156810, type: 'UNKNOWN', minimum: 156810 };

const stream = {
	protocol: 'HLS',
	playlistFileIndex: 0,
	playlistType: 'VOD',
	representations: [
		{
			bitrate,
			codecs: [
				{ name: 'aac', longName: 'AAC (Advanced Audio Coding)' },
				{ name: 'h264', longName: 'H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10' },
			],
			artifactClass: 'urn:li:digitalmediaArtifactClass:hls-360p-30fp-crf28',
		},
	],
	durationInMicroseconds: 2056556,
	displayAspectRatio: { widthAspect: 1.5, heightAspect: 1, formatted: '1.50:1.00' },
};
