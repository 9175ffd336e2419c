import type { ServedFile } from '../../fileServer';
import type { Scene } from '../scene';

type Served = (content: Buffer, contentType: string) => ServedFile;

/** How servers give a file, or don't. Each time the same: a check asks as the run does. */
const SERVERS: Record<string, Served> = {
	right: (content, contentType) => ({ content, contentType }),
	'without ranges': (content, contentType) => ({ content, contentType, ranges: false }),
	'without a length': (content, contentType) => ({
		content,
		contentType,
		ranges: false,
		length: false,
	}),
	'as any file': (content) => ({ content, contentType: 'application/octet-stream' }),
	'as a text': (content) => ({ content, contentType: 'text/plain' }),
	'a web page': () => ({
		content: Buffer.from('<!doctype html><title>Sign in</title>'),
		contentType: 'text/html',
	}),
	'not found': (content) => ({ content, instead: () => ({ status: 404, body: 'gone' }) }),
	forbidden: (content) => ({ content, instead: () => ({ status: 403, body: 'no' }) }),
	broken: (content) => ({ content, instead: () => ({ status: 500, body: 'sorry' }) }),
	protected: (content) => ({ content, requires: { header: 'Authorization', value: 'Bearer x' } }),
	empty: () => ({ content: Buffer.alloc(0) }),
};

/** All kinds of addresses of a file. */
export const ADDRESSES = [
	...Object.keys(SERVERS),
	'by a redirect',
	'by redirects without an end',
	'a path',
	'none',
	'no address',
];
export const GOOD_ADDRESSES = ['right', 'right', 'without ranges', 'by a redirect', 'as any file'];

/** The address of a file on a server of this kind. @param name with its ending */
export function addressOf(
	files: Scene['files'],
	how: string,
	{ name, content, contentType }: { name: string; content: Buffer; contentType: string },
): string {
	const serve = SERVERS[how];
	if (serve) return files.add(`/${name}`, serve(content, contentType));
	const redirect = (location: string) => ({
		content,
		instead: () => ({ status: 302, headers: { location } }),
	});
	switch (how) {
		case 'by a redirect':
			return files.add(`/to/${name}`, redirect(files.add(`/${name}`, { content, contentType })));
		case 'by redirects without an end':
			return files.add(`/loop/${name}`, redirect(`/loop/${name}`));
		case 'a path':
			return `/home/ada/${name}`;
		case 'none':
			return '';
		default:
			return 'undefined';
	}
}
