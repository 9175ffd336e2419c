import { parsePage } from '../../../linkedin/people/pageInput';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from '../api/support';

const URN = 'urn:li:organization:2414183';

describe('a page is named by', () => {
	test.each([
		URN,
		'urn:li:organizationBrand:2414183',
		2414183,
		' 2414183 ',
		'urn%3Ali%3Aorganization%3A2414183',
		'https://www.linkedin.com/company/2414183/admin/dashboard/?trk=x',
		'linkedin.com/showcase/2414183',
	])('%j, which is a URN', (value) => {
		expect(parsePage(value, 'Page')).toEqual({ urn: URN });
	});

	test.each([
		['acme', 'acme'],
		[' acme-2\n', 'acme-2'],
		['booking.com', 'booking.com'],
		['lor%C3%A9al', 'lor\u00e9al'],
		['2414183x', '2414183x'],
		['https://de.linkedin.com/company/acme/admin/page-posts/?a=b#c', 'acme'],
		['linkedin.com/school/university-of-x/', 'university-of-x'],
		['www.linkedin.com/showcase/acme-pro', 'acme-pro'],
	])('%j, a page that has to be looked up by "%s"', (value, vanityName) => {
		expect(parsePage(value, 'Page')).toEqual({ vanityName });
	});
});

test.each<[unknown, string, string]>([
	['Acme Inc.', 'is not the URL, ID or URN of a page', 'From list'],
	['https://www.linkedin.com/in/ada', 'is not the URL, ID or URN of a page', '/company/acme'],
	['%C2%A0acme', 'is not the URL, ID or URN of a page', 'From list'],
	['linkedin.com/company/a%E2%80%83b', 'is not the URL, ID or URN of a page', '/company/acme'],
	['https://www.linkedin.com/company/', 'is not the URL, ID or URN of a page', '/company/acme'],
	['urn:li:person:ada', 'is a URN of type "person"', 'Expected urn:li:organization:…'],
	['urn:li:company:5', 'is a URN of type "company"', 'Did you mean urn:li:organization:5?'],
	['urn:li:organization:undefined', 'has "undefined" where an ID belongs', 'field'],
	['undefined', 'has "undefined" where an ID belongs', 'field'],
	['linkedin.com/company/null/', 'has "null" where an ID belongs', 'field'],
	['', 'Page is empty', 'expression'],
	[undefined, 'Page is empty', 'expression'],
	[2 ** 60, 'Page', 'urn:li:organization:…'],
	[{}, 'Page is empty', 'expression'],
])('%j is none', async (value, what, advice) => {
	const problem = await failureOf(Problem, () => parsePage(value, 'Page'));
	expect(problem.message).toContain(what);
	expect(problem.description).toContain(advice);
});
