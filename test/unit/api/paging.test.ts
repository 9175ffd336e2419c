import { nextStart } from '../../../linkedin/api/paging';
import { JsonFields, UnexpectedAnswer } from '../../../linkedin/api/parse';

const next = (paging: object | undefined, start: number, shown: number) =>
	nextStart(JsonFields.of(paging === undefined ? {} : { paging }, ''), start, shown);
const link = (href: string) => ({ links: [{ rel: 'next', type: 'application/json', href }] });

test.each<[string, object | undefined, number, number, number | undefined]>([
	['by the next link', link('/rest/x?start=20&count=10'), 10, 10, 20],
	['by the next link of a page that gives less', link('/rest/x?count=10&start=20'), 10, 3, 20],
	['by the total, where there is no link', { links: [], total: 25 }, 10, 10, 20],
	['by what was shown of it, not by what was asked for', { total: 25 }, 10, 4, 14],
	['nowhere, where the total is reached', { total: 14 }, 10, 4, undefined],
	['nowhere after an empty page, whatever the total says', { total: 25 }, 10, 0, undefined],
	['nowhere without link and total', { links: [] }, 10, 10, undefined],
	['nowhere without paging', undefined, 0, 10, undefined],
])('the next page starts %s', (_, paging, start, shown, expected) => {
	expect(next(paging, start, shown)).toBe(expected);
});

test('a link that leads back is no answer', () => {
	expect(() => next(link('/rest/x?start=10'), 10, 10)).toThrow(UnexpectedAnswer);
});
