import { expiryWarning } from '../../../linkedin/api/token';
import { NOW } from './support';

const DAY = 86_400_000;
const warning = (left: number, hasRefreshToken = false) =>
	expiryWarning({ hasRefreshToken, expiresAt: NOW + left }, NOW);

describe('a token that cannot be renewed', () => {
	test.each([
		['60 days', 60 * DAY],
		['8 days', 8 * DAY],
		['7 days', 7 * DAY],
	])('with %s left needs no word', (_, left) => {
		expect(warning(left)).toBeUndefined();
	});

	test.each([
		['just under 7 days', 7 * DAY - 1, 'in 6 days'],
		['2 days', 2 * DAY, 'in 2 days'],
		['a day and a half', 1.5 * DAY, 'in 1 day'],
		['a day', DAY, 'in 1 day'],
		['just under a day', DAY - 1, 'in less than a day'],
		['a millisecond', 1, 'in less than a day'],
	])('with %s left is warned about', (_, left, when) => {
		expect(warning(left)).toBe(
			`The LinkedIn connection expires ${when}. Open the credential and reconnect before then: access tokens expire after 60 days, and n8n can’t renew this one.`,
		);
	});

	test.each([0, -1, -30 * DAY])('that has ended (%d ms) is told by the call itself', (left) => {
		expect(warning(left)).toBeUndefined();
	});
});

test('a token that n8n can renew needs no word', () => {
	expect(warning(DAY, true)).toBeUndefined();
});

test('a token whose end is unknown needs no word', () => {
	expect(expiryWarning({ hasRefreshToken: false }, NOW)).toBeUndefined();
});
