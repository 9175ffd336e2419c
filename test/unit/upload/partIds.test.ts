import { LinkedInError } from '../../../linkedin/api/error';
import { partIds } from '../../../linkedin/upload/partIds';
import { failureOf } from '../api/support';
import { sessionOf } from './support';

describe('the ids for the last step', () => {
	const etags = (...list: Array<string | undefined>) =>
		sessionOf(list.map(() => 1)).parts.map((part, index) => {
			const etag = list[index];
			return etag === undefined ? part : { ...part, etag };
		});

	test('stand in the plan’s order', () => {
		expect(partIds(etags('a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
	});

	test('are counted: none may be missing', async () => {
		const error = await failureOf(LinkedInError, () => partIds(etags('a', undefined, 'c')));
		expect(error).toMatchObject({
			message: 'Part 2 of 3 was not uploaded',
			description: 'The upload was not completed.',
			code: 'MISSING_PART',
		});
	});
});
