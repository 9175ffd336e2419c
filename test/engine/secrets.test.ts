import { isRecord } from '../../linkedin/api/parse';
import { markers, type EndpointName } from '../simulator';
import { scene, status, talkWithSupplements, withSupplements } from './scene';
import { tokenOf } from './tokenSupport';

const { credential, linkedIn, plan, requests, upload } = scene();

const SIGNATURE = markers.uploadSignature;
const uploadAndWait = () =>
	upload(talkWithSupplements).with(withSupplements).options({ waitSeconds: 600 });

describe('whatever LinkedIn or a proxy writes into an error', () => {
	test.each<EndpointName>([
		'videos.initializeUpload',
		'videos.part',
		'videos.captions',
		'videos.thumbnail',
		'videos.finalizeUpload',
		'videos.get',
	])('no secret gets through from %s', async (endpoint) => {
		const connected = credential({ refreshable: true });
		const access = tokenOf(connected, 'access_token');
		const refresh = tokenOf(connected, 'refresh_token');
		const { clientSecret } = linkedIn.app;
		const planted = [
			`Bearer ${access}`,
			`token ${access}`,
			`refresh_token=${refresh}`,
			`client_secret=${clientSecret}`,
			clientSecret,
			`{"access_token":"${access}"}`,
			`client_secret: ${clientSecret}`,
			`https%3A%2F%2Fx.example%2Fa%3Fsau%3D${SIGNATURE}`,
			`https://www.linkedin.com/dms-uploads/x?sau=${SIGNATURE}short&v=beta`,
			`PUT /dms-uploads/x?ut=${SIGNATURE}short`,
		];
		for (const text of planted) {
			const body = { status: 400, message: `Refused: ${text}` };
			plan(endpoint, status(400, { body }));
			const result = await uploadAndWait().by(connected).ends();
			const heard = result.error ? result.told : result.hints.join();
			expect(heard).toContain('LinkedIn said: "Refused: ');
		}
	});

	test('nor into the item on the error branch, its session aside', async () => {
		const message = `at https://x.example/?sig=${SIGNATURE}`;
		plan('videos.finalizeUpload', status(500, { body: { message } }));
		plan('videos.get', 403);
		const { failed } = await upload(talkWithSupplements).onError('continueErrorOutput');
		expect(JSON.stringify(failed.uploadSession)).toContain(SIGNATURE);
	});
});

test('the address that captions were uploaded to comes back without its signature', async () => {
	const { json } = await uploadAndWait();
	expect(json.media).toMatchObject({
		captions: expect.stringMatching(/\/dms-mpf-uploads\/[^?]+$/) as string,
		downloadUrl: expect.stringContaining('?') as string,
	});
});

test('LinkedIn’s request id is kept, for LinkedIn’s support', async () => {
	plan('videos.initializeUpload', 500);
	await upload(talkWithSupplements).fails(/request id [\w+/=-]{8,}\)/);
	expect(requests('videos.initializeUpload')).toHaveLength(1);
});

describe('what was underneath is kept as the error’s cause, without the request', () => {
	/** The error and all its causes, with what can be read of them. */
	const layers = (error: unknown): string[] =>
		isRecord(error)
			? [[error.message, error.stack, JSON.stringify(error)].join(' '), ...layers(error.cause)]
			: [];

	test.each<EndpointName>(['videos.initializeUpload', 'videos.part'])(
		'of a connection that was reset: %s',
		async (endpoint) => {
			plan(endpoint, { kind: 'resetBeforeBody' }, { call: 'every' });
			const connected = credential();
			const { error } = await upload(talkWithSupplements)
				.by(connected)
				.options({ maxRetries: 0 })
				.ends();
			const [, ...causes] = layers(error);
			expect(causes.join()).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
			expect(causes.join()).not.toContain(tokenOf(connected, 'access_token'));
			expect(causes.join()).not.toContain(SIGNATURE);
		},
	);

	test('and of an answer that is none of LinkedIn’s', async () => {
		plan('videos.initializeUpload', { kind: 'malformedJson' });
		const { error } = await upload(talkWithSupplements).ends();
		expect(layers(error).join()).toContain('the JSON is broken');
	});
});
