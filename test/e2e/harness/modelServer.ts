import { createServer, type Server } from 'node:http';

import { Json } from './json';

/** A tool as a model is told of it. */
export interface OfferedTool {
	readonly name: string;
	readonly description: string;
	/** JSON Schema of its parameters. */
	readonly parameters: unknown;
}

/**
 * A chat model by OpenAI's interface that plays by script: it calls the tool that it is offered with
 * given arguments, and then says what the tool answered. Offered no tool, it says its text.
 */
export class ModelServer {
	readonly offered: OfferedTool[] = [];
	/** What the model gives its tool at the next call. */
	next: Readonly<Record<string, unknown>> = {};
	/** What the model says where it has no tool. */
	says = '';

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<ModelServer> {
		const server = createServer();
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject).listen(0, '127.0.0.1', resolve);
		});
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		const model = new ModelServer(server, `http://127.0.0.1:${address.port}/v1`);
		server.on('request', (request, response) => {
			let body = '';
			request.setEncoding('utf8');
			request.on('data', (text: string) => (body += text));
			request.on('end', () => {
				const answer = model.answer(new Json(body === '' ? {} : JSON.parse(body), 'the request'));
				if (answer.stream) {
					response.writeHead(200, { 'content-type': 'text/event-stream' });
					response.end(`data: ${JSON.stringify(answer.body)}\n\ndata: [DONE]\n\n`);
				} else {
					response.writeHead(200, { 'content-type': 'application/json' });
					response.end(JSON.stringify(answer.body));
				}
			});
		});
		return model;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => {
			this.server.close(() => {
				resolve();
			});
		});
	}

	private answer(request: Json): { stream: boolean; body: object } {
		const stream = request.has('stream') && request.at('stream').value === true;
		const message = this.message(request);
		const choice = {
			index: 0,
			finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop',
			[stream ? 'delta' : 'message']: message,
		};
		return {
			stream,
			body: {
				id: 'chatcmpl-1',
				object: stream ? 'chat.completion.chunk' : 'chat.completion',
				created: 1_700_000_000,
				model: 'scripted',
				choices: [choice],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			},
		};
	}

	private message(request: Json): object {
		const last = request.at('messages').list().at(-1);
		if (last?.at('role').value === 'tool') {
			const content = last.at('content').value;
			const text = typeof content === 'string' ? content : JSON.stringify(content);
			return { role: 'assistant', content: text };
		}
		if (!request.has('tools')) return { role: 'assistant', content: this.says };
		const tools = request
			.at('tools')
			.list()
			.map((tool) => tool.at('function'));
		this.offered.splice(
			0,
			Infinity,
			...tools.map((tool) => ({
				name: tool.at('name').text(),
				description: tool.at('description').text(),
				parameters: tool.at('parameters').value,
			})),
		);
		const call = {
			index: 0,
			id: 'call_1',
			type: 'function',
			function: { name: this.offered[0]?.name, arguments: JSON.stringify(this.next) },
		};
		return { role: 'assistant', content: null, tool_calls: [call] };
	}
}
