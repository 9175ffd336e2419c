import {
	apiVersionOf,
	candidateVersions,
	isVersionRefusal,
	NEWEST_TESTED_VERSION,
	versionWarning,
} from '../../../linkedin/api/versions';
import { monthsAfterTested, versionAfterTested } from './months';
import { answer } from './support';

const forward = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => versionAfterTested(from + index));

describe('candidates', () => {
	test('are the newest tested version, then each month up to the present one', () => {
		expect(candidateVersions('202401', monthsAfterTested(4))).toEqual([
			NEWEST_TESTED_VERSION,
			...forward(1, 4),
		]);
	});

	test('go over the end of a year, where December is followed by January', () => {
		const candidates = candidateVersions('202401', monthsAfterTested(12));
		expect(candidates).toEqual([NEWEST_TESTED_VERSION, ...forward(1, 12)]);
		expect(candidates.filter((version) => version.endsWith('12'))).toHaveLength(1);
		for (const version of candidates) expect(version).toMatch(/^20[0-9]{2}(?:0[1-9]|1[0-2])$/);
	});

	test('are the newest tested version alone in its own month', () => {
		expect(candidateVersions('202401', monthsAfterTested(0))).toEqual([NEWEST_TESTED_VERSION]);
	});

	test.each([-1, -24])('and alone where the clock is %d months off', (months) => {
		expect(candidateVersions('202401', monthsAfterTested(months))).toEqual([NEWEST_TESTED_VERSION]);
	});

	test('leave out the version that was refused', () => {
		expect(candidateVersions(NEWEST_TESTED_VERSION, monthsAfterTested(2))).toEqual(forward(1, 2));
		expect(candidateVersions(versionAfterTested(1), monthsAfterTested(2))).toEqual([
			NEWEST_TESTED_VERSION,
			versionAfterTested(2),
		]);
		expect(candidateVersions(NEWEST_TESTED_VERSION, monthsAfterTested(0))).toEqual([]);
	});

	test('are 14 at most, none twice, however late it is', () => {
		for (const months of [12, 13, 14, 30, 120, 1200]) {
			const candidates = candidateVersions('202401', monthsAfterTested(months));
			const oldest = Math.max(1, months - 12);
			expect(candidates).toEqual([NEWEST_TESTED_VERSION, ...forward(oldest, months)]);
			expect(candidates.length).toBeLessThanOrEqual(14);
			expect(new Set(candidates).size).toBe(candidates.length);
		}
	});
});

test('the newest tested version is a version', () => {
	expect(NEWEST_TESTED_VERSION).toMatch(/^20[0-9]{2}(?:0[1-9]|1[0-2])$/);
});

describe('a typed version', () => {
	test.each([
		['202607', '202607'],
		[' 202607\n', '202607'],
		['2026-07', '202607'],
		['2026.07', '202607'],
		['2026/07', '202607'],
		['', NEWEST_TESTED_VERSION],
		['latest', NEWEST_TESTED_VERSION],
		['2026', NEWEST_TESTED_VERSION],
		['2026-7', NEWEST_TESTED_VERSION],
		['20260701', NEWEST_TESTED_VERSION],
		['v202607', NEWEST_TESTED_VERSION],
		['202607\r\nX-Header: 1', NEWEST_TESTED_VERSION],
		['٢٠٢٦٠٧', NEWEST_TESTED_VERSION],
	])('%j is read as %s', (value, expected) => {
		const version = apiVersionOf(value);
		expect(version).toEqual({ configured: value.trim(), current: expected });
	});
});

describe('what is to be said of it', () => {
	const warningOf = (configured: string, current?: string) => {
		const version = apiVersionOf(configured);
		return versionWarning({ ...version, ...(current === undefined ? {} : { current }) });
	};

	test.each(['', '  ', '202606', '2026-06'])(
		'nothing of %j that LinkedIn accepts',
		(configured) => {
			expect(warningOf(configured)).toBeUndefined();
		},
	);

	test('of a typed one that LinkedIn has retired', () => {
		expect(warningOf('202404', '202606')).toBe(
			'LinkedIn no longer accepts API version 202404; this run used 202606 instead, which takes extra API calls. Clear "API Version" in the credential.',
		);
	});

	test('of the package’s own, which the user did not set', () => {
		const warning = warningOf('', '202612');
		expect(warning).toContain(`${NEWEST_TESTED_VERSION}, with which this package was tested`);
		expect(warning).toContain('Update the package.');
	});

	test.each(['latest', '20260701'])('of %s, which is none', (configured) => {
		expect(warningOf(configured)).toBe(
			`"API Version" in the credential is "${configured}", not a version such as ${NEWEST_TESTED_VERSION}; this run used ${NEWEST_TESTED_VERSION} instead. Leave the field empty to use the newest tested version.`,
		);
	});
});

describe('a refusal for the version', () => {
	test.each([
		[426, 'NONEXISTENT_VERSION', true],
		[426, undefined, true],
		[400, 'VERSION_MISSING', true],
		[400, 'INVALID_URN_ID', false],
		[400, undefined, false],
		[401, 'VERSION_MISSING', false],
		[200, 'VERSION_MISSING', false],
	])('%d %s: %s', (status, code, expected) => {
		expect(isVersionRefusal(answer(status, { code }))).toBe(expected);
	});
});
