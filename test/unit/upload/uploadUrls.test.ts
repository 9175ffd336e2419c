import { Problem } from '../../../linkedin/problem';
import { assertUploadUrls, missingUrlProblem } from '../../../linkedin/upload/uploadUrls';
import { failureOf } from '../api/support';
import { uploadLab, UPLOADS } from './support';

test('every address is checked before the first one is used', async () => {
	const { context, warnings } = uploadLab();
	const urls = [`${UPLOADS}/1`, 'https://evil.example/2?sig=secret'];
	const problem = await failureOf(Problem, () => {
		assertUploadUrls(context, urls);
	});
	expect(problem.message).toBe(
		'The upload URL from LinkedIn’s response points to https://evil.example, which is not LinkedIn',
	);
	expect(() => {
		assertUploadUrls(context, urls.slice(0, 1));
	}).not.toThrow();
	expect(warnings).toEqual([]);
});

test('a new kind of path of LinkedIn’s is used, with one warning', () => {
	const { context, warnings } = uploadLab();
	const newOnes = [1, 2].map((part) => `https://www.linkedin.com/dms-new/${part}?sig=secret`);
	assertUploadUrls(context, [`${UPLOADS}/1`, ...newOnes]);
	expect(warnings).toHaveLength(1);
	expect(warnings[0]).toMatch(/^LinkedIn returned an upload URL with an unknown path/);
});

test.each(['captions', 'thumbnail'] as const)(
	'a missing address for %s says how to go on without',
	(what) => {
		const problem = missingUrlProblem(what, 'talk.mp4');
		expect(problem.message).toBe(`LinkedIn returned no upload URL for the ${what} of "talk.mp4"`);
		expect(problem.description).toContain(`To upload without ${what}`);
	},
);
