import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** What n8n's verification, npm and n8n's loader ask of this package, tried on the real thing. */

interface Manifest {
	name: string;
	version: string;
	license: string;
	dependencies?: Record<string, string>;
	devDependencies: Record<string, string>;
	peerDependencies: Record<string, string>;
	overrides?: unknown;
	n8n: { nodes: string[]; credentials: string[]; strict?: boolean };
}

interface Scan {
	passed: boolean;
	details?: string;
	files: string[];
	findings: string[];
}

interface Icon {
	light: string;
	dark: string;
}

interface Loaded {
	nodes: Array<{
		name: string;
		icon: Icon;
		usableAsTool?: boolean;
		isTrigger: boolean;
		codex?: { categories?: string[]; alias?: string[] };
	}>;
	credentials: Array<{ name: string; icon: Icon }>;
	loaded: string[];
}

const root = path.resolve(__dirname, '../..');
const manifest = readJson(path.join(root, 'package.json')) as Manifest;
const entries = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
const LINKEDIN_MEDIA = 'dist/nodes/LinkedInMedia/LinkedInMedia.node.js';
/** What n8n doesn't know, and the nodes load at first use. */
const late = [
	{ file: 'dist/linkedin/files/carousel/writer.js', exported: 'CarouselWriter' },
	{ file: 'dist/linkedin/posts/linkPreview/preview.js', exported: 'previewOf' },
];
const lateFiles = late.map(({ file }) => file);

let temporary: string;
/** The unpacked `npm pack`, where n8n would install it: beside the n8n-workflow that n8n brings. */
let installed: string;
let shipped: string[];

beforeAll(() => {
	temporary = mkdtempSync(path.join(tmpdir(), 'package-test-'));
	run(process.execPath, [path.join(root, 'scripts/pack.mjs'), temporary]);
	installed = path.join(temporary, 'package');
	shipped = filesBelow(installed);
	mkdirSync(path.join(temporary, 'node_modules'));
	symlinkSync(
		path.join(root, 'node_modules/n8n-workflow'),
		path.join(temporary, 'node_modules/n8n-workflow'),
		'junction',
	);
});

afterAll(() => {
	rmSync(temporary, { recursive: true, force: true });
});

describe('package.json', () => {
	it('asks nothing of the n8n that installs it', () => {
		expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.overrides).toBeUndefined();
		expect(manifest.n8n.strict).toBeUndefined();
		expect(manifest.license).toBe('MIT');
	});

	it('registers every node and every credential that stands in the repository', () => {
		const sources = ['nodes', 'credentials']
			.flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`))
			.filter((file) => /\.(node|credentials)\.ts$/.test(file));
		const built = sources.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
		expect([...entries].sort()).toEqual(built.sort());
	});
});

describe('the lock file', () => {
	const lockFile = readFileSync(path.join(root, 'package-lock.json'), 'utf8');

	/** `npm ci` as a dry run on a copy: it compares both files and installs nothing. */
	function npmCi(packageJson: unknown) {
		const folder = mkdtempSync(path.join(temporary, 'lock-'));
		cpSync(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
		writeFileSync(path.join(folder, 'package-lock.json'), lockFile);
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify(packageJson));
		const args = ['ci', '--dry-run', '--offline', '--loglevel=error'];
		const { status, stderr } = spawnSync('npm', args, {
			cwd: folder,
			encoding: 'utf8',
			shell: process.platform === 'win32',
		});
		return status === 0 ? 'accepted' : stderr;
	}

	it('names no registry', () => {
		expect(lockFile).not.toContain('"resolved"');
	});

	it('is accepted by npm ci', () => {
		expect(npmCi(manifest)).toBe('accepted');
	});

	it('would be refused if it did not belong to package.json', () => {
		const devDependencies = { ...manifest.devDependencies, gulp: '^3.0.0' };
		expect(npmCi({ ...manifest, devDependencies })).not.toBe('accepted');
	});
});

describe("n8n's scanner", () => {
	/** The repository, the package, and the package with something forbidden in its code or manifest. */
	let scans: { source: Scan; packed: Scan; plantedCode: Scan; plantedManifest: Scan };

	/** Bundles are left out: they have a scan of their own, and are most of the work. */
	function plant(name: string, changes: object, code = ''): string {
		const folder = path.join(temporary, name);
		mkdirSync(path.join(folder, 'dist'), { recursive: true });
		const packed = readJson(path.join(installed, 'package.json')) as Manifest;
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...packed, ...changes }));
		writeFileSync(path.join(folder, 'dist/planted.js'), code);
		return folder;
	}

	beforeAll(() => {
		const output = run(process.execPath, [
			path.join(root, 'scripts/scan.mjs'),
			...['source', root],
			...['packed', installed],
			...['packed', plant('planted-code', {}, 'module.exports = process.env.HOME;\n')],
			...[
				'packed',
				plant('planted-manifest', { dependencies: { axios: '^1.0.0' }, homepage: undefined }),
			],
		]);
		const [source, packed, plantedCode, plantedManifest] = JSON.parse(output) as Scan[];
		if (!source || !packed || !plantedCode || !plantedManifest) throw new Error(output);
		scans = { source, packed, plantedCode, plantedManifest };
	});

	it('finds nothing in the repository', () => {
		const { files, findings, passed, details } = scans.source;
		expect({ findings, passed, details }).toEqual({ findings: [], passed: true });
		const sources = entries.map((file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		expect(files).toEqual(expect.arrayContaining(['package.json', ...sources]));
	});

	it('finds nothing in the packed package', () => {
		const { files, findings, passed, details } = scans.packed;
		expect({ findings, passed, details }).toEqual({ findings: [], passed: true });
		expect([...files].sort()).toEqual(['package.json', ...entries, ...lateFiles].sort());
	});

	it('would find a forbidden global in what is shipped', () => {
		const { passed, details, findings } = scans.plantedCode;
		expect(passed).toBe(false);
		expect(details).toContain('no-restricted-globals');
		expect(findings).toEqual([
			expect.stringMatching(/^dist\/planted\.js:1 .*no-restricted-globals/),
		]);
	});

	it('would find a runtime dependency, and a mere warning too', () => {
		const { passed, findings } = scans.plantedManifest;
		expect(passed).toBe(false);
		expect(findings.map((finding) => finding.split(' ')[1]).sort()).toEqual([
			'@n8n/community-nodes/no-runtime-dependencies:',
			'@n8n/community-nodes/require-homepage:',
		]);
	});
});

describe('the packed package', () => {
	it('holds the built files and what npm always adds', () => {
		const foreign = shipped.filter(
			(file) =>
				!['package.json', 'README.md', 'LICENSE', 'dist/THIRD_PARTY_LICENSES'].includes(file) &&
				!lateFiles.includes(file) &&
				!/^dist\/(nodes|credentials)\/(.+\/)?[^/]+\.(node\.js|credentials\.js|node\.json|svg|png)$/.test(
					file,
				),
		);
		expect(foreign).toEqual([]);
		expect(shipped).toEqual(
			expect.arrayContaining(['package.json', 'LICENSE', ...entries, ...lateFiles]),
		);
	});

	it('is small enough to be installed over a slow line', () => {
		const bytes = shipped.map((file) => statSync(path.join(installed, file)).size);
		expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
	});

	it('says nothing of the machine that built it', () => {
		for (const file of shipped) {
			const text = readShipped(file);
			expect({ file, root: text.includes(root) }).toEqual({ file, root: false });
			// A home of one letter ("/") would be in every text.
			const home = homedir().length > 1 && text.includes(homedir() + path.sep);
			expect({ file, home }).toEqual({ file, home: false });
			expect({ file, map: text.includes('sourceMappingURL') }).toEqual({ file, map: false });
			expect({ file, comment: /^\/\/ \.\.\/.*$/m.exec(text)?.[0] }).toEqual({ file });
		}
	});

	it('requires only what every n8n has, and by require', () => {
		for (const file of [...entries, ...lateFiles]) {
			const code = readShipped(file);
			const required = [...code.matchAll(/\brequire\(([^)]*)\)/g)].map((match) => match[1] ?? '');
			const foreign = required.filter(
				(name) =>
					!/^["'](n8n-workflow|undici|(node:)?crypto)["']$/.test(name) &&
					!lateFiles.includes(path.posix.join(path.posix.dirname(file), name.slice(1, -1))),
			);
			expect({ file, foreign }).toEqual({ file, foreign: [] });
			// n8n finds packages beside it through NODE_PATH, which a native import() does not read.
			expect({ file, dynamic: /\bimport\(/.exec(code)?.[0] }).toEqual({ file });
		}
	});

	it('passes on the license of every library inside', () => {
		const inside = entries.flatMap((file) =>
			[...readShipped(file).matchAll(/^\s*\/\/ .*?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(
				(match) => match[1],
			),
		);
		const licenses = shipped.includes('dist/THIRD_PARTY_LICENSES')
			? readShipped('dist/THIRD_PARTY_LICENSES')
			: '';
		for (const library of new Set(inside)) {
			expect(licenses).toMatch(new RegExp(`^${library ?? ''} \\d+\\.\\d+\\.\\d+`, 'm'));
		}
	});
});

describe("n8n's loader", () => {
	let known: Loaded;

	beforeAll(() => {
		const output = run(process.execPath, [path.join(__dirname, 'load-package.mjs'), installed]);
		known = JSON.parse(output) as Loaded;
	});

	/** Icons are served as `icons/<package>/<path in the package>`. */
	function expectIcons({ light, dark }: Icon) {
		expect(light).not.toBe(dark);
		for (const url of [light, dark]) {
			const prefix = `icons/${manifest.name}/`;
			expect(url.startsWith(prefix)).toBe(true);
			expect(shipped).toContain(url.slice(prefix.length));
		}
	}

	it('finds every node, with its icons, its place in the nodes panel and as a tool for agents', () => {
		expect(known.nodes).toHaveLength(manifest.n8n.nodes.length);
		expect(known.nodes.map(({ name }) => name)).toContain('linkedInMedia');
		for (const node of known.nodes) {
			expectIcons(node.icon);
			expect(node.codex?.categories).toContain('Marketing');
			expect(node.usableAsTool).toBe(node.isTrigger ? undefined : true);
		}
	});

	it('finds every credential, with its icons', () => {
		expect(known.credentials.map(({ name }) => name)).toEqual([
			'linkedInMediaFileServerApi',
			'linkedInMediaOAuth2Api',
		]);
		known.credentials.forEach(({ icon }) => {
			expectIcons(icon);
		});
	});

	it('loads no library at start, and nothing that is for later', () => {
		const foreign = known.loaded.filter((file) => !file.includes('/package/dist/'));
		expect(foreign).toEqual([]);
		const early = known.loaded
			.filter((file) => file.endsWith('.js'))
			.map((file) => `dist/${file.split('/package/dist/')[1] ?? ''}`);
		expect(early.sort()).toEqual([...entries].sort());
	});

	it.each(late)('finds at first use what is for later: $exported', ({ file, exported }) => {
		const asked = /require\("(\.\.\/\.\.\/linkedin\/[^"]+)"\)/g;
		const found = [...readShipped(LINKEDIN_MEDIA).matchAll(asked)].map(([, path = '']) => path);
		expect(found).toContain(file.replace('dist/', '../../'));
		const code = `require('./${file}').${exported}.name`;
		const output = run(process.execPath, ['-p', code], installed);
		expect(output.trim()).toBe(exported);
	});
});

/** Standard output of a program that must succeed. */
function run(command: string, args: string[], cwd = root) {
	const { error, status, stdout, stderr } = spawnSync(command, args, {
		cwd,
		encoding: 'utf8',
		// Jest's NODE_ENV=test makes n8n's lint rules take every file for one of their own tests.
		env: { ...process.env, NODE_ENV: undefined },
		maxBuffer: 64 * 1024 * 1024,
	});
	if (error !== undefined) throw error;
	if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}\n${stdout}`);
	return stdout;
}

function readShipped(file: string) {
	return readFileSync(path.join(installed, file), 'utf8');
}

function readJson(file: string): unknown {
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** All files below a folder, relative to it, with slashes. */
function filesBelow(folder: string) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'));
}
