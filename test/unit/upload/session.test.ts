import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { guarded, UploadFailure } from '../../../linkedin/upload/session';
import { failureOf } from '../api/support';
import { sessionOf } from './support';

const session = sessionOf([10]);

test('a guarded action gives its result', async () => {
	expect(await guarded(session, () => Promise.resolve('done'))).toBe('done');
});

test.each<[string, LinkedInError | Problem]>([
	['a failure of LinkedIn', new LinkedInError('no', { description: 'd', status: 400 })],
	['a problem with the input', new Problem('no', { description: 'd' })],
])('%s carries the session as it stands then', async (_, reason) => {
	const open = sessionOf([10]);
	const failure = await failureOf(UploadFailure, () =>
		guarded(open, () => {
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
		guarded(session, () => Promise.reject(new CancelledError())),
	);
});

test('a mistake in the program stays what it is', async () => {
	await failureOf(RangeError, () =>
		guarded(session, () => Promise.reject(new RangeError('mistake'))),
	);
});
