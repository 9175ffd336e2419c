import { createHash } from 'node:crypto';

import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import type { DemoFiles } from './files';
import { POST_TEXT } from './workflow';

export interface Outcome {
	/** Of the upload, and of the post. */
	readonly item: IDataObject | undefined;
	readonly post: IDataObject | undefined;
	readonly error: { message: string } | undefined;
	readonly hints: readonly NodeExecutionHint[];
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const show = (value: IDataObject[string]): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

/** Prints what came out and what arrived. @returns the exit code */
export function report(
	{ item, post, error, hints }: Outcome,
	simulator: Simulator,
	files: DemoFiles,
	leaked: boolean,
): number {
	if (!item || !post) {
		console.error(`\nThe workflow failed: ${error?.message ?? 'no item came out'}`);
		return 1;
	}
	const [video] = simulator.videos();
	const [published] = simulator.posts();
	const parts = simulator.journal.filter(({ endpoint }) => endpoint === 'videos.part');
	const began = Math.min(...parts.map(({ startedAt }) => startedAt));
	const ended = Math.max(...parts.map(({ finishedAt }) => finishedAt ?? 0));
	const rate = files.video.content.length / 1e6 / Math.max(0.001, (ended - began) / 1000);

	console.log(`
URN        ${show(item.urn)}
Status     ${show(item.status)}
Parts      ${show(item.uploadedParts)}, ${show(item.retries)} sent again
Speed      ${rate.toFixed(1)} MB/s against the simulator on this machine, with its artificial round trips
Captions   ${show(item.captions)}
Thumbnail  ${show(item.thumbnail)}
Library    ${video?.libraryMetadata?.assetName ?? 'no entry'}
Post       ${show(post.url)}
Hints      ${hints.length === 0 ? 'none' : hints.map(({ message }) => message).join('; ')}
`);

	const sent = sha256(files.video.content);
	const checks: Array<[string, boolean]> = [
		[
			`SHA-256 of the file and of what LinkedIn received: ${sent.slice(0, 16)}…`,
			video?.sha256 === sent,
		],
		['captions arrived as they were', video?.captions?.text === files.captions.content.toString()],
		['thumbnail arrived as it was', video?.thumbnail?.sha256 === sha256(files.thumbnail.content)],
		['LinkedIn has processed the video', item.status === 'AVAILABLE'],
		['registered in the media library', video?.libraryMetadata?.assetName === 'Demo talk'],
		[
			'the post shows the video, and its text is whole',
			published?.visible === true &&
				published.media[0] === video?.urn &&
				published.text === POST_TEXT &&
				published.hashtags.length === 1,
		],
		['no request that LinkedIn does not know', simulator.unhandled().length === 0],
		['no token or secret in anything that n8n keeps', !leaked],
	];
	for (const [what, holds] of checks) console.log(`${holds ? '✓' : '✗'} ${what}`);
	return checks.every(([, holds]) => holds) ? 0 : 1;
}
