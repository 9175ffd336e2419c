import { Landmarks } from '../../../linkedin/media/landmarks';
import type { MediaEntity } from '../../../linkedin/media/entity';
import { LANDMARK_LENGTH, MAX_NEWEST } from '../../../linkedin/media/memory';

const entity = (id: string, assetName = id, status = 'AVAILABLE'): MediaEntity => ({
	urn: `urn:li:video:${id}`,
	status,
	fields: { mediaLibraryMetadata: { assetName, mediaLibraryStatus: 'ACTIVE' } },
});
const list = (ids: string): MediaEntity[] => ids.split('').map((id) => entity(id));

function remembering(ids: string): string {
	const landmarks = new Landmarks('', 3);
	landmarks.pass(list(ids));
	return landmarks.newest;
}

/** How many entries of the list are read before the unchanged part shows; undefined: all of them. */
function reached(entries: readonly MediaEntity[], remembered = 'abcdefgh'): number | undefined {
	const landmarks = new Landmarks(remembering(remembered), 3);
	const index = entries.findIndex((entry) => landmarks.pass([entry]));
	return index === -1 ? undefined : index + 1;
}

test.each([
	['nothing changed', list('abcdefgh'), 3],
	['two were added', list('XYabcdefgh'), 5],
	['one was modified', [entity('e', 'new'), ...list('abcdfgh')], 4],
	['the newest was modified after one was added', [entity('a', 'new'), ...list('Xbcdefgh')], 5],
	['one was processed', [entity('c', 'c', 'PROCESSING'), ...list('abdefgh')], 4],
	[
		'many were modified',
		[...list('hgfed').map(({ urn }) => entity(urn.slice(13), 'new')), ...list('abc')],
		8,
	],
	['some are gone', list('acfgh'), undefined],
	['all were modified', list('abcdefgh').map(({ urn }) => entity(urn.slice(13), 'new')), undefined],
	['there are too few', list('ab'), undefined],
])('where %s, the unchanged part shows', (_, entries, count) => {
	expect(reached(entries)).toBe(count);
});

test('a library status does not move an entry, and so is no change', () => {
	const archived = {
		...entity('b'),
		fields: { mediaLibraryMetadata: { assetName: 'b', mediaLibraryStatus: 'ARCHIVED' } },
	};
	expect(reached([entity('a'), archived, entity('c')])).toBe(3);
});

test('an interrupted row begins again', () => {
	expect(reached([...list('ab'), entity('X'), ...list('cdefgh')])).toBe(6);
});

test('modified in the old order they look like the old part only if unchanged to the eye', () => {
	const renamed = list('abc').map(({ urn }) => entity(urn.slice(13), 'new'));
	expect(reached([...renamed, entity('X'), ...list('defgh')])).toBe(7);
});

test('what was not read again keeps its place', () => {
	const landmarks = new Landmarks(remembering('abcdefgh'), 3);
	landmarks.pass([entity('X'), entity('f'), ...list('abc')]);
	expect(landmarks.newest).toBe(remembering('Xfabcdegh'));
});

test(`no more than ${MAX_NEWEST} are remembered`, () => {
	const landmarks = new Landmarks('');
	landmarks.pass(Array.from({ length: 500 }, (_, index) => entity(String(index))));
	expect(landmarks.newest).toHaveLength(MAX_NEWEST * LANDMARK_LENGTH);
});
