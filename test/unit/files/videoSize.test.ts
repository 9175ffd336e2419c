import { checkVideoSize } from '../../../linkedin/files/videoSize';
import { problemOf } from './support';

const named = (size: number) => ({ name: 'talk.mp4', size });

test('a usual video needs no warning', () => {
	expect(checkVideoSize(named(1))).toEqual([]);
	expect(checkVideoSize(named(500_000_000))).toEqual([]);
});

test('over 500 MB is sent with a warning that names the limit of the feed', () => {
	expect(checkVideoSize(named(500_000_001))).toEqual([
		'The video "talk.mp4" has 500.0 MB. LinkedIn accepts it, but its limit for videos in the feed is 500 MB.',
	]);
	expect(checkVideoSize(named(5_368_709_120))).toHaveLength(1);
});

test('5 GB are the last that LinkedIn takes', async () => {
	const problem = await problemOf(() => checkVideoSize(named(5_368_709_121)));
	expect(problem.message).toBe(
		'The video "talk.mp4" has 5,368,709,121 bytes; LinkedIn allows up to 5,368,709,120 bytes (5 GB)',
	);
	expect(problem.description).toContain('lower bit rate');
	// This limit is LinkedIn's own: switching the check off would not help.
	expect(problem.description).not.toContain('Check File');
});

test('an empty file is refused', async () => {
	const problem = await problemOf(() => checkVideoSize(named(0)));
	expect(problem.message).toBe('The video "talk.mp4" is empty (0 bytes)');
	expect(problem.description).toBeDefined();
});
