// Someone else's uploader: knows nothing of this package, only what "Initialize Upload" gave away.
//
//   node send.mjs FILE < upload.json
//
// PUTs each part with curl, in random order, and prints the answers as a list of
// {partNumber, httpStatusCode, headers}, in the order in which they came.

import { Buffer } from 'node:buffer';
import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

const [, , file] = process.argv;
const { parts } = JSON.parse(await text(process.stdin));

const shuffled = parts
	.map((part) => ({ part, place: Math.random() }))
	.sort((one, other) => one.place - other.place)
	.map(({ part }) => part);

async function put({ partNumber, firstByte, size, uploadUrl, headers }) {
	const handle = await open(file);
	const bytes = Buffer.alloc(size);
	await handle.read(bytes, 0, size, firstByte);
	await handle.close();
	const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
	const curl = promisify(execFile)(
		'curl',
		[
			...['--silent', '--show-error', '--noproxy', '*', '--request', 'PUT'],
			...['--dump-header', '-', '--output', '/dev/null', ...given],
			...['-H', 'Expect:', '--data-binary', '@-', uploadUrl],
		],
		{ encoding: 'utf8' },
	);
	curl.child.stdin.end(bytes);
	const { stdout } = await curl;
	const [status, ...lines] = stdout.trim().split(/\r?\n/);
	return {
		partNumber,
		httpStatusCode: Number(status.split(' ')[1]),
		headers: Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2))),
	};
}

const answers = [];
for (const part of shuffled) answers.push(await put(part));
console.log(JSON.stringify(answers));
