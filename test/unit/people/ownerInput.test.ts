import type { UrnType } from '../../../linkedin/api/urn';
import { parseOwner } from '../../../linkedin/people/ownerInput';
import { Problem } from '../../../linkedin/problem';
import { ASSET_OWNERS } from '../../../linkedin/upload/asset/owners';
import { failureOf } from '../api/support';

const OWNERS: readonly UrnType[] = ['person', 'organization'];
const asOwner = (value: unknown, types = OWNERS) => parseOwner(value, types, 'Owner');
const refusalOf = (value: unknown, types = OWNERS) =>
	failureOf(Problem, () => asOwner(value, types));

test.each(['undefined', 'null/', 'NaN?x=1'])('a page’s address with %s is none', (name) => {
	expect(() =>
		parseOwner(`https://www.linkedin.com/company/${name}`, ['organization'], 'Owner'),
	).toThrow('where an ID belongs');
});

describe('an owner is named by', () => {
	test.each([
		'urn:li:organization:2414183',
		' urn%3ali%3Aorganization%3A2414183\n',
		'https://www.linkedin.com/company/2414183',
		'https://www.linkedin.com/company/2414183/',
		'https://www.linkedin.com/company/2414183/admin/page-posts/published/',
		'https://www.linkedin.com/company/2414183?trk=x',
		'https://www.linkedin.com/company/2414183#about',
		'http://linkedin.com/company/2414183',
		'linkedin.com/company/2414183/',
		'www.linkedin.com/company/2414183/about/',
		'de.linkedin.com/company/2414183',
		'https://m.linkedin.com/company/2414183',
		'https://www.linkedin.com/school/2414183/',
		'https://www.linkedin.com/showcase/2414183/',
		'HTTPS://WWW.LinkedIn.com/Company/2414183',
	])('%j, which is a URN', (value) => {
		expect(asOwner(value)).toEqual({ urn: 'urn:li:organization:2414183' });
	});

	test.each([
		['https://www.linkedin.com/company/acme', 'acme'],
		['https://www.linkedin.com/company/acme-2/admin/dashboard/', 'acme-2'],
		['linkedin.com/school/university-of-x/people/?a=b#c', 'university-of-x'],
		['https://ca.linkedin.com/showcase/0xsequence/', '0xsequence'],
		['https://www.linkedin.com/company/2414183x', '2414183x'],
		['https://www.linkedin.com/company/booking.com', 'booking.com'],
		['https://www.linkedin.com/company/at&t/', 'at&t'],
		['https://www.linkedin.com/company/at%26t/', 'at&t'],
		['https://www.linkedin.com/company/lor%C3%A9al/', 'lor\u00e9al'],
		['https://www.linkedin.com/company/lor\u00e9al/', 'lor\u00e9al'],
		['https://www.linkedin.com/company/%EB%A6%ac%EB%B9%8C%EB%8D%94ai/', '\ub9ac\ube4c\ub354ai'],
		['https://www.linkedin.com/company/ACME', 'ACME'],
	])('%j, a page that has to be looked up by "%s"', (value, vanityName) => {
		expect(asOwner(value)).toEqual({ vanityName });
	});

	test.each(ASSET_OWNERS)('a %s, where legacy assets may be owned by it', (type) => {
		expect(asOwner(`urn:li:${type}:1`, ASSET_OWNERS)).toEqual({ urn: `urn:li:${type}:1` });
	});

	test('the address of a page, where ad accounts may be owners too', () => {
		const owner = asOwner('linkedin.com/company/acme', ASSET_OWNERS);
		expect(owner).toEqual({ vanityName: 'acme' });
	});
});

describe('it is not named by', () => {
	test.each([
		'https://www.linkedin.com/company/',
		'https://www.linkedin.com/company',
		'https://www.linkedin.com/companies/acme',
		'https://www.linkedin.com/company/acme corp',
		'https://www.linkedin.com/company/ac%2Fme',
		'https://www.linkedin.com/company/%E0%80%80',
		'https://www.linkedin.com/company/%ED%A0%80',
		'https://www.linkedin.com/company/%C3',
		'https://www.linkedin.com/company/%',
		`https://www.linkedin.com/company/${'a'.repeat(201)}`,
		`https://www.linkedin.com/company/acme?${'a'.repeat(2000)}`,
		'https://www.linkedin.com/feed/update/urn:li:share:1',
		'https://example.com/company/acme',
		'https://notlinkedin.com/company/acme',
		'https://www.linkedin.com@example.com/company/acme',
		'https://www.linkedin.com.example.com/company/acme',
		'ftp://www.linkedin.com/company/acme',
		'/company/acme',
		'acme',
		'My Company',
	])('%j', async (value) => {
		const problem = await refusalOf(value);
		expect(problem.message).toMatch(/^Owner "[^]*" is not a LinkedIn URN$/);
		expect(problem.description).toContain('Expected urn:li:person:… or urn:li:organization:….');
	});

	test.each(['2414183', 2414183])('%j, which may be a page or an account', async (value) => {
		const { message, description } = await refusalOf(value);
		expect(message).toBe('Owner "2414183" is not a LinkedIn URN');
		expect(description).toContain('Did you mean urn:li:organization:2414183?');
	});

	test.each([[''], ['  '], [undefined], [null]])('%j, which is empty', async (value) => {
		expect((await refusalOf(value)).message).toBe('Owner is empty');
	});

	test('a URN of another kind', async () => {
		const { message } = await refusalOf('urn:li:sponsoredAccount:1');
		expect(message).toBe('Owner "urn:li:sponsoredAccount:1" is a URN of type "sponsoredAccount"');
	});

	test('the address of a page, where only members may be it', async () => {
		const { message } = await refusalOf('linkedin.com/company/1', ['person']);
		expect(message).toBe('Owner "linkedin.com/company/1" is not a LinkedIn URN');
	});

	test.each([
		'https://www.linkedin.com/in/ada-example-12345',
		'linkedin.com/in/ada/',
		'https://de.linkedin.com/in/ada?a=b',
	])('%j, a profile: what to do instead', async (value) => {
		const { message, description } = await refusalOf(value);
		expect(message).toBe(`Owner "${value}" is the URL of a profile`);
		expect(description).toBe(
			'LinkedIn doesn’t tell apps which member a profile URL belongs to. Set the field to "From list" and select the member, or enter the URN (urn:li:person:…).',
		);
	});
});
