import { formatDuration, formatBytes, formatNumber } from '../../../linkedin/files/format';

test.each([
	[0, '0'],
	[999, '999'],
	[1000, '1,000'],
	[5_368_709_120, '5,368,709,120'],
])('groups %d as %s', (count, text) => {
	expect(formatNumber(count)).toBe(text);
});

test.each([
	[0, '0 bytes'],
	[74_999, '74,999 bytes'],
	[500_100_000, '500.1 MB'],
	[5_368_709_121, '5.37 GB'],
])('says %d bytes as %s', (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

test.each([
	[2000, '2.0 seconds'],
	[2900, '2.9 seconds'],
	[2999, '2.999 seconds'],
	[60_000, '1:00 minutes'],
	[1_800_001, '30:00.001 minutes'],
	[1_860_000, '31:00 minutes'],
	[3_909_000, '1:05:09 hours'],
])('says %d ms as %s', (ms, text) => {
	expect(formatDuration(ms)).toBe(text);
});
