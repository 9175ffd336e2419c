import { parseMediaUrn } from '../../linkedin/api/urn';
import type { MediaCollection } from '../../linkedin/media/collections';
import { Problem } from '../../linkedin/problem';
import { Field } from '../form/field';
import { COMMAS, toNames } from '../form/lists';

/** One entry of a collection. */
export function urnField({ noun, urnType }: MediaCollection): Field<string, 'urn'> {
	return new Field(
		{
			displayName: 'URN',
			name: 'urn',
			type: 'string',
			default: '',
			required: true,
			placeholder: `e.g. urn:li:${urnType}:C5505AQH-oV1qvnFtKA`,
			description: `The URN of the ${noun}. Legacy urn:li:digitalmediaAsset:… URNs also work.`,
		},
		(value, what) => parseMediaUrn(value, urnType, what).text,
	);
}

/** What a list of URNs needs to be read. */
interface UrnList {
	readonly placeholder: string;
	readonly description: string;
	/** Says what to enter where the list is empty. */
	readonly advice: string;
	/** @throws Problem */
	readonly parse: (entry: string, what: string) => string;
}

/** Many of something by their URNs: at least one. */
export function urnList({ parse, advice, ...look }: UrnList): Field<readonly string[], 'urns'> {
	return new Field(
		{
			displayName: 'URNs',
			name: 'urns',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			...look,
		},
		(value, what) => {
			const urns = toNames(COMMAS)(value, what).map((entry, index) =>
				parse(entry, `${what}: entry ${index + 1}`),
			);
			if (urns.length > 0) return urns;
			throw new Problem(`${what} is empty`, { description: advice });
		},
	);
}

/** Many entries of a collection. */
export function urnsField({ noun, urnType }: MediaCollection): Field<readonly string[], 'urns'> {
	return urnList({
		placeholder: `e.g. urn:li:${urnType}:C5505AQH-oV1qvnFtKA, urn:li:${urnType}:C4E10AQFn10iWtKexVA`,
		description: `The URNs of the ${noun}s, separated by commas or line breaks, or an expression that returns a list`,
		advice: `Enter one or more URNs (urn:li:${urnType}:…), separated by commas or line breaks.`,
		parse: (entry, what) => parseMediaUrn(entry, urnType, what).text,
	});
}
