import type { LibraryFill } from '../assets/fill';
import type { LibraryMetadata } from '../assets/library';
import type { Simulator } from '../types';
import { count, listOf, oneOf, Reader, text, type Parser } from './parser';
import { progression } from './parseSettings';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const statuses = ['WAITING_UPLOAD', 'PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED'] as const;
const libraryStatus = oneOf(['ACTIVE', 'ARCHIVED'] as const);

/** The library by the test's hand; routes as in README.md. */
export const libraryRoutes: readonly [string, (simulator: Simulator, body: unknown) => unknown][] =
	[
		['POST library', (simulator, body) => ({ urns: simulator.addLibraryEntries(parseFill(body)) })],
		[
			'POST library/change',
			(simulator, body) => {
				const { urn, changes } = parseChange(body);
				simulator.changeLibraryEntry(urn, changes);
				return {};
			},
		],
		[
			'POST library/remove',
			(simulator, body) => {
				const reader = new Reader(body, 'body');
				const urns = reader.get('urns', listOf(text));
				reader.done();
				for (const urn of urns) simulator.removeAsset(urn);
				return {};
			},
		],
	];

const parseFill = (body: unknown): LibraryFill => {
	const reader = new Reader(body, 'body');
	const fill: Mutable<LibraryFill> = {
		kind: reader.get('kind', oneOf(['video', 'image'] as const)),
	};
	const field = <Name extends keyof LibraryFill>(name: Name, parser: Parser<LibraryFill[Name]>) => {
		reader.optional(name, parser, (value) => (fill[name] = value));
	};
	field('count', count);
	field('names', listOf(text));
	field('name', text);
	field('account', text);
	field('owner', text);
	field('status', oneOf(statuses));
	field('failure', text);
	field('mediaLibraryStatus', libraryStatus);
	field('ageMs', count);
	field('stepMs', count);
	field('processing', progression);
	field('content', text);
	reader.done();
	return fill;
};

function parseChange(body: unknown): { urn: string; changes: Partial<LibraryMetadata> } {
	const reader = new Reader(body, 'body');
	const changes: Mutable<Partial<LibraryMetadata>> = {};
	const urn = reader.get('urn', text);
	reader.optional('associatedAccount', text, (value) => (changes.associatedAccount = value));
	reader.optional('assetName', text, (value) => (changes.assetName = value));
	reader.optional('mediaLibraryStatus', libraryStatus, (value) => {
		changes.mediaLibraryStatus = value;
	});
	reader.done();
	return { urn, changes };
}
