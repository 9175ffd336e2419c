import { buildQuery, encodeList, encodeRecord, encodeValue } from '../../../linkedin/api/restli';
import {
	COMMENT,
	commentOf,
	commentUrl,
	ownUrn,
	parseComment,
} from '../../../linkedin/comments/commentUrn';
import { parseRestli } from '../../simulator/rules/restli';

const URN = 'urn:li:comment:(urn:li:activity:12,34)';

test.each([
	URN,
	`  ${URN}\n`,
	'urn:li:comment:(activity:12,34)',
	'urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A12%2C34%29',
	'https://www.linkedin.com/feed/update/urn:li:activity:12?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A12%2C34%29',
	'https://www.linkedin.com/feed/update/urn:li:activity:12/?utm=1&commentUrn=urn%3Ali%3Acomment%3A%28activity%3A12%2C34%29&dashCommentUrn=urn%3Ali%3Afsd_comment%3A%2834%2Curn%3Ali%3Aactivity%3A12%29',
	'linkedin.com/feed/update/urn:li:activity:12?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A12%2C9%29&replyUrn=urn%3Ali%3Acomment%3A%28activity%3A12%2C34%29',
])('%j is the comment', (written) => {
	expect(parseComment(written, 'Comment').text).toBe(URN);
});

test.each(['share', 'ugcPost'])('the thread may be a %s', (type) => {
	const text = `urn:li:comment:(urn:li:${type}:12,34)`;
	expect(parseComment(text, 'Comment')).toEqual({ text, thread: `urn:li:${type}:12`, id: '34' });
});

test.each([
	['', 'Comment is empty'],
	['12', 'Comment "12" is not the URN of a comment'],
	[12, 'Comment "12" is not the URN of a comment'],
	['urn:li:activity:12', 'is not the URN of a comment'],
	['urn:li:comment:(urn:li:activity:undefined,34)', 'has "undefined" where an ID belongs'],
	['urn:li:comment:(urn:li:activity:12,undefined)', 'has "undefined" where an ID belongs'],
	['urn:li:comment:(urn:li:activity:12,34)/../x', 'is not the URN of a comment'],
	['urn:li:comment:(urn:li:group:12,34)', 'is not the URN of a comment'],
])('%j is none', (written, words) => {
	expect(() => parseComment(written, 'Comment')).toThrow(words);
});

test('whatever is pasted is read in no time', () => {
	for (const piece of [
		'urn:li:comment:(',
		'%28',
		',1',
		'linkedin.com/?commentUrn=',
		'?replyUrn=',
	]) {
		expect(COMMENT.read(piece.repeat(30_000))).toBeUndefined();
	}
});

test('its own URN: from object and id, then from what LinkedIn calls it', () => {
	const own = {
		object: 'urn:li:activity:12',
		id: '34',
		commentUrn: 'urn:li:comment:(urn:li:share:1,2)',
	};
	expect(ownUrn(own)?.text).toBe(URN);
	expect(ownUrn({ id: '34', commentUrn: URN })?.text).toBe(URN);
	expect(ownUrn({ $URN: URN })?.text).toBe(URN);
	expect(ownUrn({ object: 'urn:li:activity:12', id: 34 })).toBeUndefined();
	expect(ownUrn({ object: 'x', id: '/../1' })).toBeUndefined();
});

test('in a query, a List and a record each mark of it is encoded', () => {
	const encoded = 'urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A12%2C34%29';
	expect(encodeValue(URN)).toBe(encoded);
	expect(encodeList([URN, URN])).toBe(`List(${encoded},${encoded})`);
	expect(buildQuery([['entity', URN]])).toBe(`?entity=${encoded}`);
	expect(buildQuery([['key', { encoded: encodeRecord({ entity: URN }) }]])).toBe(
		`?key=(entity:${encoded})`,
	);
	expect(parseRestli(encodeList([URN, URN]))).toEqual([URN, URN]);
});

test('its link', () => {
	expect(commentUrl(commentOf('urn:li:activity:12', '34'))).toBe(
		'https://www.linkedin.com/feed/update/urn:li:activity:12?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A12%2C34%29',
	);
});
