import { isRecord } from '../../linkedin/api/parse';
import { fixture } from '../fixtures/make';
import { markers, type EndpointName } from '../simulator';
import { errorIn, expectClean, item, openLab, requests, talk, told, type Lab } from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const files = item({
	data: talk(),
	captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
	thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
});
const everything = { captionsSource: 'binaryData', thumbnailSource: 'binaryData' };

function tokensOf(data: unknown): { access: string; refresh: string } {
	if (!isRecord(data)) throw new Error('the credential has no token');
	const { access_token: access, refresh_token: refresh } = data;
	if (typeof access !== 'string' || typeof refresh !== 'string')
		throw new Error('a token is missing');
	return { access, refresh };
}

describe('whatever LinkedIn or a proxy writes into an error', () => {
	test.each<EndpointName>([
		'videos.initializeUpload',
		'videos.part',
		'videos.captions',
		'videos.thumbnail',
		'videos.finalizeUpload',
		'videos.get',
	])('no secret gets through from %s', async (endpoint) => {
		const credential = lab.credential({ refreshable: true });
		const { access, refresh } = tokensOf(credential.oauthTokenData);
		const planted = [
			`Bearer ${access}`,
			`token ${access}`,
			`refresh_token=${refresh}`,
			`client_secret=${lab.simulator.app.clientSecret}`,
			lab.simulator.app.clientSecret,
			`{"access_token":"${access}"}`,
			`client_secret: ${lab.simulator.app.clientSecret}`,
			`https%3A%2F%2Fx.example%2Fa%3Fsau%3D${markers.uploadSignature}`,
			`https://www.linkedin.com/dms-uploads/x?sau=${markers.uploadSignature}short&v=beta`,
			`PUT /dms-uploads/x?ut=${markers.uploadSignature}short`,
		];
		for (const message of planted) {
			lab.simulator.plan({
				on: endpoint,
				fault: {
					kind: 'status',
					status: 400,
					body: { status: 400, message: `Refused: ${message}` },
				},
			});
			const result = await lab.run({
				credential,
				parameters: { ...everything, options: { waitUntilAvailable: true } },
				items: [files],
			});
			expectClean(lab, result);
			const heard = result.error ? told(result) : result.hints.map((hint) => hint.message).join();
			expect(heard).toContain('LinkedIn said: "Refused: ');
		}
	});

	test('nor into the item on the error branch, its session aside', async () => {
		lab.simulator.plan({
			on: 'videos.finalizeUpload',
			fault: {
				kind: 'status',
				status: 500,
				body: { message: `at https://x.example/?sig=${markers.uploadSignature}` },
			},
		});
		lab.simulator.plan({ on: 'videos.get', fault: { kind: 'status', status: 403 } });
		const result = await lab.run({ items: [files], onError: 'continueErrorOutput' });
		expectClean(lab, result);
		const { uploadSession } = errorIn(result.errorItems[0]);
		expect(JSON.stringify(uploadSession)).toContain(markers.uploadSignature);
	});
});

test('the address that captions were uploaded to comes back without its signature', async () => {
	const result = await lab.run({
		parameters: { ...everything, options: { waitUntilAvailable: true } },
		items: [files],
	});
	expectClean(lab, result);
	expect(result.items[0]?.json.media).toMatchObject({
		captions: expect.stringMatching(/\/dms-mpf-uploads\/[^?]+$/) as string,
		downloadUrl: expect.stringContaining('?') as string,
	});
});

test('LinkedIn’s request id is kept, for LinkedIn’s support', async () => {
	lab.simulator.plan({ on: 'videos.initializeUpload', fault: { kind: 'status', status: 500 } });
	const result = await lab.run({ items: [files] });
	expect(told(result)).toMatch(/request id [\w+/=-]{8,}\)/);
	expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
});
