import { parseAccount } from '../../../linkedin/people/accountInput';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from '../api/support';

describe('an ad account is named by', () => {
	test.each([
		['urn:li:sponsoredAccount:123456789'],
		['123456789'],
		[' 123456789 '],
		[123456789],
		['urn%3Ali%3AsponsoredAccount%3A123456789'],
		['https://www.linkedin.com/campaignmanager/accounts/123456789'],
		['https://www.linkedin.com/campaignmanager/accounts/123456789/campaigns?status=ACTIVE#top'],
		['http://linkedin.com/campaignmanager/accounts/123456789?a=b'],
		['https://www.linkedin.com/campaignmanager/accounts/123456789#/overview'],
		['www.linkedin.com/campaignmanager/accounts/123456789/'],
		['HTTPS://WWW.LinkedIn.COM/CampaignManager/Accounts/123456789/'],
		['https://www.linkedin.com/ad/accounts/123456789/campaigns'],
		['\n https://www.linkedin.com/campaignmanager/accounts/123456789/ \t'],
	])('%j', (value) => {
		expect(parseAccount(value, 'Ad Account')).toEqual({
			type: 'sponsoredAccount',
			id: '123456789',
			text: 'urn:li:sponsoredAccount:123456789',
		});
	});
});

describe('it is not named by', () => {
	test.each([
		['urn:li:organization:1'],
		['12a'],
		[-1],
		[1.5],
		[1e21],
		[Number.NaN],
		[''],
		[[1]],
		['https://www.linkedin.com/campaignmanager/accounts'],
		['https://www.linkedin.com/campaignmanager/accounts/123x/'],
		['https://www.linkedin.com/campaignmanager/accounts/1 2'],
		['https://www.linkedin.com/campaignmanager/1'],
		['https://linkedin.com.example.com/campaignmanager/accounts/1'],
		['https://example.com/?https://www.linkedin.com/campaignmanager/accounts/1'],
		['https://user@www.linkedin.com/campaignmanager/accounts/1'],
		['https://www.linkedin.com/company/1'],
		['1'.repeat(101)],
		[`https://www.linkedin.com/campaignmanager/accounts/1?${'a'.repeat(2000)}`],
	])('%j', async (value) => {
		const problem = await failureOf(Problem, () => parseAccount(value, 'Ad Account'));
		expect(problem.message).toMatch(/^Ad Account /);
		expect(problem.description).toContain('Expected urn:li:sponsoredAccount:…');
	});

	test('a number that JavaScript has rounded', async () => {
		await failureOf(Problem, () => parseAccount(2 ** 60 + 1, 'Ad Account'));
	});

	test('an old page URN, which is not suggested as an ad account', async () => {
		const { description } = await failureOf(Problem, () =>
			parseAccount('urn:li:company:2414183', 'Ad Account'),
		);
		expect(description).toBe('Expected urn:li:sponsoredAccount:….');
	});

	test('a number longer than any id', async () => {
		const { message } = await failureOf(Problem, () => parseAccount('1'.repeat(101), 'Ad Account'));
		expect(message).toMatch(/^Ad Account "urn:li:sponsoredAccount:1+…" has an ID that LinkedIn/);
	});
});
