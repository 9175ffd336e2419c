/** What `server.ts` starts: it says where it listens, and is told its mood. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { startHostileServer } from '../../engine/hostile/endless';
import { notFound, uploadApi } from './api';
import { BODIES } from './bodies';
import { giveFile } from './files';
import { PUT_ANSWERS, putAsLinkedIn } from './puts';
import type { Mood } from './server';

async function serve(): Promise<void> {
	const bodies = BODIES.map(([status, body]) => ({ status, body: Buffer.from(body) }));
	let mood: Mood = 'harmless';
	let url = '';
	const turns = { body: 0, put: 0 };
	const next = <Answer>(answers: readonly Answer[], of: keyof typeof turns): Answer | undefined =>
		mood === 'hostile' ? answers[turns[of]++ % answers.length] : undefined;

	const answerUpload = (path: string, request: IncomingMessage, response: ServerResponse): void => {
		let body = '';
		request.setEncoding('latin1');
		request.on('data', (chunk: string) => {
			if (request.method === 'POST') body += chunk;
		});
		request.on('end', () => {
			if (request.method === 'PUT') (next(PUT_ANSWERS, 'put') ?? putAsLinkedIn)(response);
			else uploadApi(path, body, `${url}/uploads`, response);
		});
	};
	const answerApi = (response: ServerResponse): void => {
		const hostile = next(bodies, 'body');
		if (!hostile) {
			notFound(response);
			return;
		}
		response.writeHead(hostile.status, { 'Content-Type': 'application/json' });
		response.end(hostile.body);
	};
	const server = await startHostileServer((request, response) => {
		const [, room, ...rest] = (request.url ?? '').split('/');
		if (room === 'uploads') answerUpload(rest.join('/'), request, response);
		else if (room === 'files')
			giveFile(mood === 'hostile' ? Number(rest[0]) : undefined, request, response);
		else answerApi(response);
	});
	({ url } = server);
	process.on('message', (wanted) => {
		mood = wanted === 'hostile' ? 'hostile' : 'harmless';
		process.send?.('so');
	});
	process.send?.(url);
}

serve().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
