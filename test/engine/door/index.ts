import fc from 'fast-check';

import { isRecord } from '../../../linkedin/api/parse';
import { fixture } from '../../fixtures/make';
import type { JournalEntry } from '../../simulator';
import { byUrn, file, item, OWNER, scene, talk, type Step } from '../scene';
import { forgedHeaders, forgedUrls, knownForgeries } from './forged';
import { openNetwork, type Network } from './network';

/** Sessions of one run, each with a URL of its own: a run of the engine is what takes the time. */
const AT_ONCE = 12;

/** Where bytes may come on LinkedIn's side, however the path was spelled. */
const UPLOAD_PATH = /^\/(?:dms-uploads|dms-mpf-uploads|mediaUpload)(?:\/|$)/;
/** What a client says of itself and of the body, and what may stand in a session. */
const HEADERS =
	/^(?:host|connection|accept|accept-encoding|user-agent|content-length|content-type|media-type-family|authorization|proxy-connection)$/;

const PROXY = ['HTTP_PROXY', 'HTTPS_PROXY'];
const DIRECT = ['NO_PROXY', 'no_proxy'];

/**
 * Whatever stands in a session where URLs and headers belong, nobody but LinkedIn's upload paths gets a
 * byte: of a video, which goes without the token, and of an image, which goes with it.
 *
 * @param runs how many times: first each known forgery, then a dozen random ones, for both
 */
export function doorHolds(runs: number): void {
	const { asset, linkedIn, video } = scene({ allow: ['addresses', 'unhandled'] });
	const size = fixture('talk.mp4').length;

	const forged = (step: Step, content: Parameters<typeof item>[0][string], sessions: unknown[]) =>
		step
			.of(
				...sessions.map((session) => item({ data: content }, { session: JSON.stringify(session) })),
			)
			.onError('continueErrorOutput')
			.ends();
	const options = { maxRetries: 0, checkFile: false };
	const resume = (sessions: unknown[]) =>
		forged(
			video('resumeUpload', { uploadSession: '={{ $json.session }}', options }),
			talk(),
			sessions,
		);
	const sendImage = (sessions: unknown[]) =>
		forged(
			asset('upload', {
				mediaType: 'image',
				options: { ...options, uploadSession: '={{ $json.session }}' },
			}),
			file('picture.png'),
			sessions,
		);
	const sessionOf = async (step: Step): Promise<Record<string, unknown>> => {
		const { json } = await step;
		if (!isRecord(json.uploadSession)) throw new Error('no session');
		return { ...json.uploadSession };
	};
	const begun = async () => ({
		videoSession: await sessionOf(video('initializeUpload', { fileSizeBytes: size })),
		imageSession: await sessionOf(
			asset('registerUpload', { mediaType: 'image', owner: byUrn(OWNER) }),
		),
	});

	const expectAllowed = ({ method, path, headers }: JournalEntry): void => {
		expect(path).toMatch(UPLOAD_PATH);
		expect(method).toBe('PUT');
		expect(Object.keys(headers).filter((name) => !HEADERS.test(name))).toEqual([]);
		expect(headers.host).toBe(new URL(linkedIn.url).host);
	};

	describe.each(['directly', 'by a proxy'] as const)('bytes that go %s', (way) => {
		let network: Network;
		let direct: Record<string, string | undefined>;
		beforeAll(async () => {
			network = await openNetwork(new URL(linkedIn.url));
			direct = Object.fromEntries(DIRECT.map((name) => [name, process.env[name]]));
			if (way === 'directly') return;
			// The harness has put loopback there.
			for (const name of DIRECT) Reflect.deleteProperty(process.env, name);
			for (const name of PROXY) process.env[name] = network.proxy;
		});
		afterAll(async () => {
			for (const name of PROXY) Reflect.deleteProperty(process.env, name);
			Object.assign(process.env, direct);
			await network.close();
		});
		const expectOnlyLinkedIn = (): void => {
			expect(network.foreign).toBe(0);
			const others = network.asked.filter((place) => place !== new URL(linkedIn.url).host);
			// Of LinkedIn's own hosts, which do not answer here.
			expect(others.filter((place) => place !== 'www.linkedin.com:443')).toEqual([]);
		};

		test('come where LinkedIn wants them', async () => {
			const { videoSession, imageSession } = await begun();
			network.asked.length = 0;
			expect((await resume([videoSession])).errorItems).toEqual([]);
			expect((await sendImage([imageSession])).errorItems).toEqual([]);
			expectOnlyLinkedIn();
			expect(network.asked.length > 0).toBe(way === 'by a proxy');
		});

		test('come nowhere else, whatever a session says', async () => {
			const { videoSession, imageSession } = await begun();
			const places = [new URL(linkedIn.url), network.foreignPort] as const;
			const known = knownForgeries(...places);
			const urls = fc.array(
				fc.record({ uploadUrl: forgedUrls(...places), headers: forgedHeaders }),
				{ minLength: AT_ONCE, maxLength: AT_ONCE },
			);
			await fc.assert(
				fc.asyncProperty(urls, async (parts) => {
					const before = linkedIn.journal.length;
					const last = { firstByte: 0, lastByte: size - 1 };
					await resume(parts.map((part) => ({ ...videoSession, parts: [{ ...part, ...last }] })));
					const whole = { firstByte: 0, lastByte: null };
					await sendImage(
						parts.map((part) => ({ ...imageSession, parts: [{ ...part, ...whole }] })),
					);
					for (const entry of linkedIn.journal.slice(before)) expectAllowed(entry);
					expectOnlyLinkedIn();
				}),
				{ numRuns: runs, examples: [[known]], endOnFailure: true },
			);
		});
	});
}
