import { firstPauseMs, nextPauseMs } from '../../../linkedin/media/lookTimes';

test.each([
	[{ isVideo: true }, 10_000],
	[{ isVideo: true, bytes: 0 }, 10_000],
	[{ isVideo: true, bytes: 20_000_000 }, 11_000],
	[{ isVideo: true, bytes: 5_000_000_000 }, 260_000],
	[{ isVideo: false, bytes: 20_000_000 }, 1000],
])('the first look at %j comes after %i ms', (processing, ms) => {
	expect(firstPauseMs(processing)).toBe(ms);
});

test.each([
	[1000, 1500],
	[30_000, 45_000],
	[50_000, 60_000],
	[60_000, 60_000],
	// A video of 5 GB: never sooner than the first time.
	[260_000, 260_000],
])('after a pause of %i ms comes one of %i ms', (before, next) => {
	expect(nextPauseMs(before)).toBe(next);
});
