import fc from 'fast-check';

import { isRecord } from '../../linkedin/api/parse';
import { fixture } from '../fixtures/make';
import { startSimulator, type Simulator } from '../simulator';
import { scene, talk } from './scene';

const { linkedIn, video } = scene({ allow: ['addresses', 'unhandled'] });

/** Somebody else's server, which counts what it hears. */
let foreign: Simulator;
beforeAll(async () => {
	foreign = await startSimulator();
});
afterAll(() => foreign.close());

test('whatever stands where a URL belongs, only upload paths of LinkedIn’s get a byte', async () => {
	const size = fixture('talk.mp4').length;
	const { json } = await video('initializeUpload', { fileSizeBytes: size });
	if (!isRecord(json.uploadSession)) throw new Error('no session');
	const session = { ...json.uploadSession };
	const origins = [linkedIn.url, foreign.url, 'https://169.254.169.254', '//', ''];
	const pieces = fc.constantFrom(
		...['/', '//', '\\', '@', ':', '?', '#', '.', '..', ';', '%2e%2e', '%2f', '%5c', '%00', '%25'],
		...['user:pw@', new URL(foreign.url).host, new URL(linkedIn.url).host, 'www.linkedin.com'],
		...['dms-uploads', 'dms-mpf-uploads', 'mediaUpload', 'rest', 'v2', 'oauth', 'posts', 'REST'],
		...['\u0131', 'ſ', '．．', '／', '\u200b', ' '],
	);
	const urls = fc.oneof(
		fc
			.tuple(fc.constantFrom(...origins), fc.array(pieces, { maxLength: 10 }))
			.map(([origin, parts]) => origin + parts.join('')),
		fc
			.array(pieces, { maxLength: 8 })
			.map((parts) => `${linkedIn.url}/dms-uploads/${parts.join('')}`),
	);
	await fc.assert(
		fc.asyncProperty(urls, async (uploadUrl) => {
			const before = linkedIn.journal.length;
			const parts = [{ firstByte: 0, lastByte: size - 1, uploadUrl }];
			await video('resumeUpload', { uploadSession: JSON.stringify({ ...session, parts }) })
				.of(talk())
				.options({ maxRetries: 0, checkFile: false })
				.ends();
			for (const { path } of linkedIn.journal.slice(before)) {
				expect(path).toMatch(/^\/(?:dms-uploads|dms-mpf-uploads|mediaUpload)\//);
			}
			expect(foreign.journal).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});
