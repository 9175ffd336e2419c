import { NodeApiError, NodeOperationError, type INodeExecutionData } from 'n8n-workflow';

import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { UploadFailure } from '../../../linkedin/upload/uploadFailure';
import type { SingleUploadSession } from '../../../linkedin/upload/session';
import { toErrorItem, toNodeError, type FinishedItem } from '../../../nodes/run/errors';
import { sessionOf } from '../upload/support';
import { NODE } from './support';

const linkedIn = (message: string, status?: number, code?: string) =>
	new LinkedInError(message, {
		description: 'Do this.',
		...(status === undefined ? {} : { status }),
		...(code === undefined ? {} : { code }),
	});
/** What the node throws: for an item, after warnings, with what other items had made. */
const thrown = (
	cause: unknown,
	itemIndex?: number,
	warnings: readonly string[] = [],
	finished: readonly FinishedItem[] = [],
) => toNodeError(NODE, cause, { itemIndex, warnings, finished });
const ADVICE =
	'To continue this upload, use Video: Resume Upload: it sends only the missing parts. This error keeps the upload session as "uploadSession".';

describe('a failure of LinkedIn', () => {
	test('is n8n’s API error with our words, its status and the item', () => {
		const error = thrown(linkedIn('Could not do it', 403, 'C'), 2, []);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Could not do it [item 3]');
		expect(error.description).toBe('Do this.');
		expect(error).toMatchObject({ httpCode: '403', node: NODE });
		expect(error.context).toMatchObject({ itemIndex: 2 });
		expect(error.context).not.toHaveProperty('uploadSession');
	});

	test('without an answer has no status', () => {
		const error = thrown(linkedIn('LinkedIn didn’t respond', undefined, 'ETIMEDOUT'), 0, []);
		expect(error).toMatchObject({ message: 'LinkedIn didn’t respond [item 1]', httpCode: null });
	});
});

test('a problem with the input is n8n’s operation error', () => {
	const problem = new Problem('Owner is empty', { description: 'Fill it in.' });
	const error = thrown(problem, 1, []);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('Owner is empty [item 2]');
	expect(error.description).toBe('Fill it in.');
	expect(error.context).toMatchObject({ itemIndex: 1 });
	expect(thrown(new Problem('Owner is empty'), 1, []).description).toBeUndefined();
});

test('a cancelled execution says so', () => {
	const error = thrown(new CancelledError(), 0, []);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('The execution was canceled [item 1]');
});

test('an error of no item names none', () => {
	for (const cause of [linkedIn('Could not do it', 403), new Problem('Not connected')]) {
		const error = thrown(cause, undefined, []);
		expect(error.message).toBe(cause.message);
		expect(error.context.itemIndex).toBeUndefined();
	}
	const mistake = thrown(new RangeError('mistake'), undefined, []);
	expect(mistake.message).toBe('mistake');
	expect(mistake.context.itemIndex).toBeUndefined();
});

test('LinkedIn’s words stand behind what to do', () => {
	const refused = new LinkedInError('Could not do it', {
		description: 'Do this.',
		words: 'LinkedIn responded with status 400.',
		status: 400,
	});
	expect(thrown(refused, 0, []).description).toBe('Do this. LinkedIn responded with status 400.');
});

/** n8n replaces a message that has one of its words anywhere, in any case. */
describe.each([
	['Could not upload part 1 of "PREEXISTING.mp4": LinkedIn didn’t respond'],
	['Could not upload "econnreset explained.mp4"'],
	['The file "ENOENT" is empty'],
	['ETIMEDOUT, ECONNREFUSED, ENOTFOUND, EPERM'],
	['The reader said: getaddrinfo'],
	['Bad gateway'],
	['Permeperms'],
])('the message %j', (message) => {
	test.each([
		['LinkedIn', linkedIn(message, 502, 'ECONNRESET')],
		['the input', new Problem(message, { description: 'Do this.' })],
		['an upload', new UploadFailure(linkedIn(message), sessionOf([10]))],
	])('about %s stays as it is', (_, cause) => {
		const error = thrown(cause, 0, []);
		expect(error.message).toBe(`${message} [item 1]`);
		expect(error.description).toMatch(/^Do this\./);
	});
});

describe('an upload that failed', () => {
	const session = sessionOf([10, 5], { captions: 'due' });
	const [first] = session.parts;
	if (first) first.etag = 'id-1';
	const failure = new UploadFailure(linkedIn('Could not do it', 503), session);

	test('keeps its session in the context, where n8n stores it', () => {
		const error = thrown(failure, 0, []);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.context.uploadSession).toEqual(session);
		expect(error.description).toBe(`Do this. ${ADVICE}`);
		expect(JSON.parse(JSON.stringify(error.context.uploadSession))).toEqual(session);
	});

	test('keeps it as it was at that time', () => {
		const open = sessionOf([10, 5]);
		const error = thrown(new UploadFailure(linkedIn('no'), open), 0, []);
		open.finalized = true;
		for (const part of open.parts) part.etag = 'later';
		expect(error.context.uploadSession).toEqual(sessionOf([10, 5]));
	});

	test('may be an image’s, or about the file', () => {
		const image: SingleUploadSession = {
			urn: 'urn:li:image:C1',
			owner: 'urn:li:person:a',
			fileName: 'photo.png',
			fileSizeBytes: 3,
			uploadUrl: 'https://www.linkedin.com/dms-uploads/1?sig=s',
			uploaded: false,
		};
		const error = thrown(new UploadFailure(new Problem('shorter'), image), 0, []);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.description).toBeUndefined();
		expect(error.context.uploadSession).toEqual(image);
	});

	test.each([
		['there is nothing left to resume', linkedIn('no', 200, 'PROCESSING_FAILED'), true],
		['its URLs have expired', linkedIn('no', 401, 'EXPIRED_UPLOAD_URL'), false],
	])('does not advise to resume where %s', (_, cause, finalized) => {
		const error = thrown(new UploadFailure(cause, sessionOf([10], { finalized })), 0, []);
		expect(error.description).toBe('Do this.');
	});

	test('does not show its signed URLs', () => {
		const error = thrown(failure, 0, []);
		expect(`${error.message} ${String(error.description)}`).not.toContain('sig=');
	});
});

test('warnings stand in the description', () => {
	const error = thrown(linkedIn('Could not do it', 400), 0, ['Token ends.', 'Old version.']);
	expect(error.description).toBe('Do this. Warning: Token ends. Warning: Old version.');
	const failure = new UploadFailure(linkedIn('Could not do it'), sessionOf([10]));
	expect(thrown(failure, 0, ['Token ends.']).description).toBe(
		`Do this. ${ADVICE} Warning: Token ends.`,
	);
	const bare = thrown(new Problem('Owner is empty'), 0, ['Token ends.']);
	expect(bare.description).toBe('Warning: Token ends.');
});

describe('items that were done before another one stopped the node', () => {
	const done = (count: number) =>
		Array.from({ length: count }, (_, itemIndex) => ({
			itemIndex,
			urn: `urn:li:video:C${itemIndex}`,
		}));

	test('are told, because n8n drops their output, and stand in the context', () => {
		const error = thrown(linkedIn('Could not do it', 400), 2, ['Token ends.'], done(2));
		expect(error.description).toBe(
			'Do this. Warning: Token ends. Items that were already finished: 1 (urn:li:video:C0), 2 (urn:li:video:C1).',
		);
		expect(error.context.finishedItems).toEqual(done(2));
		expect(error.context.itemIndex).toBe(2);
	});

	test('are told whatever it was that stopped it, beside its session', () => {
		const failure = new UploadFailure(linkedIn('no'), sessionOf([10]));
		const upload = thrown(failure, 1, [], done(1));
		expect(upload.context).toMatchObject({
			finishedItems: done(1),
			uploadSession: sessionOf([10]),
		});
		const problem = thrown(new Problem('Owner is empty'), 1, [], done(1));
		expect(problem.description).toBe('Items that were already finished: 1 (urn:li:video:C0).');
		const cancel = thrown(new CancelledError(), 1, [], done(1));
		expect(cancel.description).toContain('urn:li:video:C0');
	});

	test.each([
		[20, '20 (urn:li:video:C19).'],
		[21, '20 (urn:li:video:C19) and 1 more.'],
		[1000, '20 (urn:li:video:C19) and 980 more.'],
	])('%d of them are no endless text, but all stand in the context', (count, end) => {
		const error = thrown(linkedIn('no'), 0, [], done(count));
		expect(error.description?.endsWith(end)).toBe(true);
		expect(error.context.finishedItems).toHaveLength(count);
	});

	test('none leave no trace', () => {
		const error = thrown(linkedIn('no'), 0, [], []);
		expect(error.description).toBe('Do this.');
		expect(error.context).not.toHaveProperty('finishedItems');
	});
});

describe('what is not ours', () => {
	test('n8n’s own errors come out as they are', () => {
		const operation = new NodeOperationError(NODE, 'own words', { description: 'd' });
		expect(thrown(operation, 0, [])).toBe(operation);
		const api = new NodeApiError(NODE, { message: 'm' });
		expect(thrown(api, 0, [])).toBe(api);
	});

	test('a mistake in the program keeps its message and its stack', () => {
		const mistake = new RangeError('mistake');
		const error = thrown(mistake, 3, []);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('mistake');
		expect(error.cause).toBe(mistake);
		expect(error.context).toMatchObject({ itemIndex: 3 });
		expect(thrown('text', 0, []).message).toBe('text');
	});
});

describe('an error item', () => {
	const binary = { data: { data: 'YQ==', mimeType: 'video/mp4', fileName: 'talk.mp4' } };
	const input: INodeExecutionData = { json: { name: 'talk' }, binary };
	const item = (cause: unknown, from = input) => toErrorItem(thrown(cause, 4, []), cause, from, 4);

	test('has one key in its json, the input’s files and its pair', () => {
		expect(item(linkedIn('Could not do it', 400, 'INVALID_URL'))).toStrictEqual({
			json: {
				error: {
					message: 'Could not do it [item 5]',
					description: 'Do this.',
					status: 400,
					code: 'INVALID_URL',
				},
			},
			binary,
			pairedItem: { item: 4 },
		});
	});

	test('has null where nothing is known, and no files where there were none', () => {
		expect(item(new Problem('Owner is empty'), { json: {} })).toStrictEqual({
			json: {
				error: {
					message: 'Owner is empty [item 5]',
					description: null,
					status: null,
					code: null,
				},
			},
			pairedItem: { item: 4 },
		});
	});

	test('has the session of an upload that failed, with the reason’s status and code', () => {
		const session = sessionOf([10]);
		const reason = linkedIn('Could not do it', 401, 'UPLOAD_URL_REFUSED');
		expect(item(new UploadFailure(reason, session))).toStrictEqual({
			json: {
				error: {
					message: 'Could not do it [item 5]',
					description: `Do this. ${ADVICE}`,
					status: 401,
					code: 'UPLOAD_URL_REFUSED',
					uploadSession: session,
				},
			},
			binary,
			pairedItem: { item: 4 },
		});
	});

	test('of an unknown error has its message', () => {
		expect(item(new RangeError('mistake')).json).toStrictEqual({
			error: { message: 'mistake', description: null, status: null, code: null },
		});
	});
});
