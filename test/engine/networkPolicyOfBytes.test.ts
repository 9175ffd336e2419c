import { fixture } from '../fixtures/make';
import { item, scene, talk } from './scene';

/** n8n's own protection, with no private address allowed: LinkedIn stands for an internal server here. */
const { calls, linkedIn, video, asset } = scene({
	n8n: { settings: { N8N_SSRF_PROTECTION_ENABLED: 'true' } },
	allow: ['addresses'],
});

const SIZE = fixture('talk.mp4').length;
const place = () => `${linkedIn.url}/dms-uploads/C55/0?ut=x`;

/** As somebody writes it who has seen one. */
const videoSession = () => ({
	urn: 'urn:li:video:C5505AQH',
	owner: 'urn:li:person:m3mbEr_1',
	fileSizeBytes: SIZE,
	parts: [{ firstByte: 0, lastByte: SIZE - 1, uploadUrl: place() }],
});
const assetSession = () => ({
	urn: 'urn:li:digitalmediaAsset:C5522AQH',
	owner: 'urn:li:person:m3mbEr_1',
	mediaType: 'video',
	recipes: ['urn:li:digitalmediaRecipe:feedshare-video'],
	apiPath: 'rest',
	mediaArtifact:
		'urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:C5522AQH,urn:li:digitalmediaMediaArtifactClass:uploadedVideo)',
	parts: [{ firstByte: 0, lastByte: null, uploadUrl: place(), headers: { 'X-Any': 'thing' } }],
});

test.each([
	[
		'Resume Upload',
		() => video('resumeUpload', { uploadSession: '={{ $json.session }}' }),
		videoSession,
	],
	[
		'Asset: Upload',
		() =>
			asset('upload', { mediaType: 'video' }).options({
				uploadSession: '={{ $json.session }}',
				checkFile: false,
			}),
		assetSession,
	],
] as const)('%s sends nothing where n8n’s network policy forbids it', async (_, step, session) => {
	const { told } = await step()
		.of(item({ data: talk() }, { session: session() }))
		.fails('restricted IP address');
	expect(calls()).toEqual([]);
	expect(linkedIn.journal).toEqual([]);
	expect(told).not.toContain('retr');
});
