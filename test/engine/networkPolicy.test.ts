import { largeVideo, startFileServer, type FileServer } from '../fileServer';
import { openLab, PART, told, type Lab } from './lab';

/** n8n's own protection against requests to private addresses, with the test machine's one allowed. */
const POLICY = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
};

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab('default', {}, undefined, POLICY);
	files = await startFileServer();
});

afterAll(async () => {
	await files.close();
	await lab.close();
});

const upload = (url: string) => lab.run({ parameters: { source: 'url', url } });

test('an address that n8n allows is read', async () => {
	const url = files.add('/allowed.mp4', { content: largeVideo(PART) });
	const result = await upload(url);
	expect(result.error).toBeUndefined();
	expect(result.items[0]?.json.status).toBe('AVAILABLE');
});

test.each(['http://127.0.0.2/secret.mp4', 'http://169.254.169.254/latest', 'http://10.0.0.1/x'])(
	'a redirect to the private address %s is refused by n8n’s policy, before the first call',
	async (target) => {
		await lab.simulator.reset();
		const url = files.add('/redirect.mp4', {
			content: Buffer.from('x'),
			instead: () => ({ status: 302, headers: { Location: target } }),
		});
		const result = await upload(url);
		expect(told(result)).toContain('network policy');
		expect(told(result)).not.toContain('LinkedIn cannot be reached');
		expect(lab.simulator.journal).toEqual([]);
	},
);

test('and so is such an address itself', async () => {
	const result = await upload('http://192.168.1.1/video.mp4');
	expect(told(result)).toContain('network policy');
});
