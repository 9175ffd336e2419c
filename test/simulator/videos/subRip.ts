import { refuseBytes } from '../core/refusal';

const firstCue = /^\s*\d+[ \t]*\r?\n\d{2}:\d{2}:\d{2},\d{3} --> \d{2}:\d{2}:\d{2},\d{3}/;

/** linkedin-videos-api: format SRT. assumed: UTF-8, and the first cue is looked at. */
export function requireSubRip(content: Buffer): string {
	if (content.length === 0) throw refuseBytes(400, 'file is empty');
	const text = content.toString('utf8');
	if (!Buffer.from(text, 'utf8').equals(content)) throw refuseBytes(400, 'file is not UTF-8');
	if (!firstCue.test(text.replace(/^\uFEFF/, ''))) throw refuseBytes(400, 'file is not SRT');
	return text;
}
