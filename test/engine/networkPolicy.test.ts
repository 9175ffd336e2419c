import { largeVideo } from '../fileServer';
import { PART, scene } from './scene';

/** n8n's own protection against requests to private addresses, with the test machine's one allowed. */
const POLICY = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
};

const { files, video } = scene({ n8n: { settings: POLICY } });
const upload = (url: string) => video('upload').from(url);

test('an address that n8n allows is read', async () => {
	const { json } = await upload(files.add('/allowed.mp4', { content: largeVideo(PART) }));
	expect(json.status).toBe('AVAILABLE');
});

test('and its ranges come over kept connections, under the same policy', async () => {
	const before = files.connections;
	const { json } = await upload(files.add('/kept.mp4', { content: largeVideo(8 * PART) })).options({
		partConcurrency: 1,
	});
	expect(json.status).toBe('AVAILABLE');
	expect(files.requests.length).toBeGreaterThan(8);
	expect(files.connections - before).toBeLessThan(4);
	for (const { headers } of files.requests) {
		expect(headers).toMatchObject({ 'user-agent': 'n8n', 'accept-encoding': 'identity' });
	}
});

test.each(['http://127.0.0.2/secret.mp4', 'http://169.254.169.254/latest', 'http://10.0.0.1/x'])(
	'a redirect to the private address %s is refused by n8n’s policy, before the first call',
	async (target) => {
		const url = files.add('/redirect.mp4', {
			content: Buffer.from('x'),
			instead: () => ({ status: 302, headers: { Location: target } }),
		});
		const { told } = await upload(url).failsAtOnce('network policy');
		expect(told).not.toContain('LinkedIn can’t be reached');
	},
);

test('and so is such an address itself', async () => {
	await upload('http://192.168.1.1/video.mp4').fails('network policy');
});
