import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError } from '../../../linkedin/api/http';
import { FileChanged } from '../../../linkedin/files/fileChanged';
import { Problem } from '../../../linkedin/problem';
import {
	isSingleSession,
	isVideoSession,
	type SingleUploadSession,
} from '../../../linkedin/upload/session';
import { isWorthKeeping, UploadFailure, withSession } from '../../../linkedin/upload/uploadFailure';
import { failureOf } from '../api/support';
import { sessionOf } from './support';

const session = sessionOf([10]);

test('an action with a session gives its result', async () => {
	expect(await withSession(session, () => Promise.resolve('done'))).toBe('done');
});

test.each<[string, LinkedInError | Problem]>([
	['a failure of LinkedIn', new LinkedInError('no', { description: 'd', status: 400 })],
	['a problem with the input', new Problem('no', { description: 'd' })],
])('%s carries the session as it stands then', async (_, reason) => {
	const open = sessionOf([10]);
	const failure = await failureOf(UploadFailure, () =>
		withSession(open, () => {
			open.captions = 'failed';
			return Promise.reject(reason);
		}),
	);
	expect(failure).toMatchObject({ name: 'UploadFailure', message: 'no', reason });
	expect(failure.session).toBe(open);
	expect(failure.session).toMatchObject({ captions: 'failed' });
});

test('a cancelled execution stays what it is', async () => {
	await failureOf(CancelledError, () =>
		withSession(session, () => Promise.reject(new CancelledError())),
	);
});

test('a mistake in the program stays what it is', async () => {
	await failureOf(RangeError, () =>
		withSession(session, () => Promise.reject(new RangeError('mistake'))),
	);
});

test('sessions are told apart by what they hold', () => {
	const single: SingleUploadSession = {
		urn: 'urn:li:image:C1',
		owner: session.owner,
		fileName: 'photo.png',
		fileSizeBytes: 3,
		uploadUrl: 'https://www.linkedin.com/dms-uploads/1',
		uploaded: false,
	};
	// A legacy asset has parts too, but no token.
	const asset = { urn: 'urn:li:digitalmediaAsset:C1', parts: [], finalized: false };
	expect([session, single, asset, {}].map(isVideoSession)).toEqual([true, false, false, false]);
	expect([session, single, asset, {}].map(isSingleSession)).toEqual([false, true, false, false]);
});

test.each<[string, LinkedInError | Problem, boolean]>([
	['a failure of LinkedIn', new LinkedInError('no', { description: '', status: 503 }), true],
	['no answer', new LinkedInError('no', { description: '', code: 'ECONNRESET' }), true],
	['a storage that fails', new Problem('The file could not be read'), true],
	[
		'an expired URL',
		new LinkedInError('no', { description: '', status: 401, code: 'EXPIRED_UPLOAD_URL' }),
		false,
	],
	['a file that changed', new FileChanged('talk.mp4', 'is another'), false],
])('after %s', (_, reason, worth) => {
	expect(isWorthKeeping(new UploadFailure(reason, session))).toBe(worth);
});
