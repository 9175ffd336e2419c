import { Problem } from '../../../linkedin/problem';
import { assertUploadUrls, missingUrlProblem } from '../../../linkedin/upload/uploadUrls';
import { clientOn, failureOf } from '../api/support';
import { UPLOADS } from './support';

test('every address is checked before the first one is used', async () => {
	const { client } = clientOn([]);
	const urls = [`${UPLOADS}/1`, 'https://evil.example/2?sig=secret'];
	const problem = await failureOf(Problem, () => {
		assertUploadUrls(client, urls);
	});
	expect(problem.message).toBe(
		'The upload URL from LinkedIn’s response points to https://evil.example, which is not LinkedIn',
	);
	expect(() => {
		assertUploadUrls(client, urls.slice(0, 1));
	}).not.toThrow();
});

test.each(['captions', 'thumbnail'] as const)(
	'a missing address for %s says how to go on without',
	(what) => {
		const problem = missingUrlProblem(what, 'talk.mp4');
		expect(problem.message).toBe(`LinkedIn returned no upload URL for the ${what} of "talk.mp4"`);
		expect(problem.description).toContain(`To upload without ${what}`);
	},
);
