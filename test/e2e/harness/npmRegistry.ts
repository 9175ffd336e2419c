import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

import { Json } from './json';
import { packed } from './packed';
import { temporaryFolder } from './paths';
import { CERTIFIED, REGISTRY } from './registryCertificate';

/** What npm puts beside a package.json when it is published. */
interface Published {
	readonly name: string;
	readonly version: string;
	readonly manifest: object;
	readonly tarball: Buffer;
}

/**
 * npm's registry with one package in it. n8n installs from npm's own registry alone, so this is the proxy on
 * its way there: it answers for the registry, and refuses every other host.
 */
export class NpmRegistry {
	/** Every request, as `GET /n8n-nodes-linkedin-media`. */
	readonly requests: string[] = [];

	private constructor(
		private readonly proxy: Server,
		private readonly published: Published,
		private readonly port: number,
	) {}

	/** With this project's package, as it would be published. */
	static async start(): Promise<NpmRegistry> {
		const { folder, tarball } = packed();
		const text = readFileSync(join(folder, 'package.json'), 'utf8');
		const fields = new Json(JSON.parse(text), 'package.json');
		const published = {
			name: fields.at('name').text(),
			version: fields.at('version').text(),
			manifest: Object.fromEntries(fields.entries().map(([key, { value }]) => [key, value])),
			tarball: readFileSync(tarball),
		};
		const proxy = createServer();
		await new Promise<void>((resolve, reject) => {
			proxy.once('error', reject).listen(0, '127.0.0.1', resolve);
		});
		const address = proxy.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		const registry = new NpmRegistry(proxy, published, address.port);
		const inside = createTlsServer(CERTIFIED, (request, response) => {
			registry.answer(request, response);
		});
		proxy.on('connect', (request: IncomingMessage, socket: Duplex) => {
			socket.on('error', () => undefined);
			if (request.url !== `${REGISTRY}:443`) {
				socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
				return;
			}
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			inside.emit('connection', socket);
		});
		// Nothing goes to it without TLS.
		proxy.on('request', (_request, response) => response.writeHead(403).end());
		return registry;
	}

	/** n8n's way to it: that of an n8n behind a company's proxy. */
	get environment(): Readonly<Record<string, string>> {
		const certificate = join(temporaryFolder('registry'), 'certificate.pem');
		writeFileSync(certificate, CERTIFIED.cert);
		return {
			HTTPS_PROXY: `http://127.0.0.1:${this.port}`,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: certificate,
		};
	}

	/** As npm prints it, and as n8n wants it for `checksum`. */
	get integrity(): string {
		const hash = createHash('sha512').update(this.published.tarball).digest('base64');
		return `sha512-${hash}`;
	}

	async close(): Promise<void> {
		this.proxy.closeAllConnections();
		await new Promise<void>((resolve) => {
			this.proxy.close(() => {
				resolve();
			});
		});
	}

	private answer({ method, url = '/' }: IncomingMessage, response: ServerResponse): void {
		this.requests.push(`${method ?? ''} ${url}`);
		const { name, version, tarball } = this.published;
		const entry = this.entry();
		const pages: Readonly<Record<string, unknown>> = {
			[`/${name}`]: { name, 'dist-tags': { latest: version }, versions: { [version]: entry } },
			[`/${name}/latest`]: entry,
			[`/${name}/${version}`]: entry,
		};
		const page = pages[url];
		if (page !== undefined) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(page));
		} else if (url === this.tarballPath) {
			response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(tarball);
		} else {
			response.writeHead(404, { 'content-type': 'application/json' });
			response.end('{"error":"Not found"}');
		}
	}

	private entry(): object {
		const { manifest, tarball } = this.published;
		const shasum = createHash('sha1').update(tarball).digest('hex');
		const address = `https://${REGISTRY}${this.tarballPath}`;
		return { ...manifest, dist: { tarball: address, shasum, integrity: this.integrity } };
	}

	get version(): string {
		return this.published.version;
	}

	get tarballPath(): string {
		const { name, version } = this.published;
		return `/${name}/-/${name}-${version}.tgz`;
	}
}
