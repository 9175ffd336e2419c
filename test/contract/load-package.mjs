/**
 * Loads an installed package with n8n's own loader, in a process without jest's module system:
 *
 *     node load-package.mjs <folder>
 *
 * prints what n8n then knows of it, and which other packages came into memory, as JSON.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { PackageDirectoryLoader } = require('n8n-core');

const loader = new PackageDirectoryLoader(folder);
const before = new Set(Object.keys(require.cache));
await loader.loadAll();
const { nodes, credentials } = loader.types;

process.stdout.write(
	JSON.stringify({
		nodes: nodes.map(({ name, icon, iconUrl, usableAsTool, codex, group }) => ({
			name,
			icon: iconUrl ?? icon,
			usableAsTool,
			codex,
			isTrigger: group.includes('trigger'),
		})),
		credentials: credentials.map(({ name, icon, iconUrl }) => ({ name, icon: iconUrl ?? icon })),
		loaded: Object.keys(require.cache)
			.filter((file) => !before.has(file))
			.map((file) => file.split(path.sep).join('/')),
	}),
);
// n8n-core keeps timers of its own alive.
process.exit();
