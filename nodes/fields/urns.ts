import { capital } from '../../linkedin/api/capital';
import { regexOf } from '../../linkedin/api/notation';
import { parseMediaUrn, urnNotation } from '../../linkedin/api/urn';
import type { MediaCollection } from '../../linkedin/media/collections';
import { Problem } from '../../linkedin/problem';
import { Field } from '../form/field';
import { COMMAS, toNames } from '../form/lists';
import { fromLibrary, locatorValue, typed } from '../form/locator';

/** As in LinkedIn's documents. */
const SAMPLE_IDS = {
	video: 'C5505AQH-oV1qvnFtKA',
	image: 'C4E10AQFn10iWtKexVA',
	document: 'C5F10AQGKQg_6y2a4sQ',
};

/** One entry of an ad account's media library, chosen from the list or entered as a URN. */
export function libraryUrnField({ noun, urnType }: MediaCollection): Field<string, 'urn'> {
	return new Field(
		{
			displayName: noun === 'image' ? 'Image' : 'Video',
			name: 'urn',
			type: 'resourceLocator',
			default: { mode: 'urn', value: '' },
			required: true,
			// Another account has another library.
			typeOptions: { loadOptionsDependsOn: ['associatedAccount.value'] },
			description: `The ${noun}: choose it from the media library of the ad account, or enter its URN. Legacy urn:li:digitalmediaAsset:… URNs also work.`,
			modes: [
				fromLibrary('searchLibrary', `Choose ${noun === 'image' ? 'an image' : 'a video'}...`),
				typed({
					displayName: 'By URN',
					name: 'urn',
					placeholder: `e.g. urn:li:${urnType}:${SAMPLE_IDS[urnType]}`,
					regex: regexOf(urnNotation([urnType, 'digitalmediaAsset'])),
					errorMessage: `Enter the URN of the ${noun}, e.g. urn:li:${urnType}:${SAMPLE_IDS[urnType]}`,
				}),
			],
		},
		(value, what) => parseMediaUrn(locatorValue(value), urnType, what).text,
	);
}

/** One entry of a collection. */
export function urnField({ noun, urnType }: MediaCollection): Field<string, 'urn'> {
	return new Field(
		{
			displayName: capital(noun),
			name: 'urn',
			type: 'string',
			default: '',
			required: true,
			placeholder: `e.g. urn:li:${urnType}:${SAMPLE_IDS[urnType]}`,
			description: `The URN of the ${noun}. Legacy urn:li:digitalmediaAsset:… URNs also work.`,
		},
		(value, what) => parseMediaUrn(value, urnType, what).text,
	);
}

/** What reading a list of URNs needs. */
interface UrnList {
	readonly placeholder: string;
	readonly description: string;
	/** Says what to enter if the list is empty. */
	readonly advice: string;
	/** @throws Problem */
	readonly parse: (entry: string, what: string) => string;
}

/** A list of URNs: at least one. */
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
		placeholder: `e.g. urn:li:${urnType}:${SAMPLE_IDS[urnType]}, urn:li:${urnType}:C4E10AQG3`,
		description: `The URNs of the ${noun}s, separated by commas or line breaks, or an expression that returns a list`,
		advice: `Enter one or more URNs (urn:li:${urnType}:…), separated by commas or line breaks.`,
		parse: (entry, what) => parseMediaUrn(entry, urnType, what).text,
	});
}
