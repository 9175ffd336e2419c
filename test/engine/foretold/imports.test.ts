import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { callsIn, saidIn, writesIn, type Runs, type Said } from '../checkSupport';
import { imports, inLibrary, video as clip, type Entry } from '../importSupport';
import { fixture } from '../../fixtures/make';
import { byExpression, OWNER, PAGE, scene } from '../scene';
import { mostly, RUNS, TIMEOUT_MS } from './support';
import { ADDRESSES, addressOf, GOOD_ADDRESSES } from './urls';

/** Files of an import: what becomes of each is what its check says. */

const stage = scene();
const { entry, files, linkedIn, resource } = stage;
const { importItems, importList } = imports(resource);

jest.setTimeout(TIMEOUT_MS);

/** What becomes of an entry, by what a check foresees. */
const ACTIONS: Record<string, readonly unknown[]> = {
	upload: ['success'],
	update: ['success'],
	skipped: ['skipped'],
};

async function expectAgreement(runs: Runs): Promise<void> {
	const prepared = linkedIn.journal.length;
	const check = await runs({ checkOnly: true }).ends();
	expect(check.error).toBeUndefined();
	const said = check.jsons.map((json) => saidIn(json));
	const checked = linkedIn.journal.length;
	expect(writesIn(linkedIn.journal.slice(prepared))).toEqual([]);

	const run = await runs({}).ends();
	if (run.error) {
		const [first] = said;
		expect([said.length, first?.ok]).toEqual([1, false]);
		const message = run.error.message.replace(/ \[item \d+\]$/, '');
		expect(first?.problems.join('\n')).toContain(message);
		return;
	}
	expect(said).toHaveLength(run.jsons.length);
	for (const [index, each] of said.entries()) expectAsSaid(each, run.jsons[index] ?? {});
	if (!said.every(({ ok }) => ok)) return;
	const made = callsIn(linkedIn.journal.slice(checked));
	const [least, most] = [callsOf(said, 'least'), callsOf(said, 'most')];
	expect([least <= made && made <= most, { made, least, most }]).toEqual([
		true,
		{ made, least, most },
	]);
}

function callsOf(said: readonly Said[], what: 'least' | 'most'): number {
	return said.reduce(
		(sum, { calls }) => sum + (typeof calls === 'number' ? calls : (calls?.[what] ?? 0)),
		0,
	);
}

function expectAsSaid({ ok, problems, preview }: Said, { state, reason }: IDataObject): void {
	expect([ok, problems, reason]).toEqual([state !== 'failed', problems, reason]);
	if (ok) expect(ACTIONS[String(preview.action)]).toContain(state);
	else expect(problems.join('\n')).toContain(reason);
}

const SCOPES: readonly string[][] = [
	['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
	['w_organization_social', 'rw_ads'],
	['w_organization_social'],
	['openid'],
];

const CLIPS: Record<string, (number: number) => Buffer> = {
	video: (number) => clip(number),
	image: () => fixture('picture.png'),
	text: () => Buffer.from('Just a text'),
};

/** What an import may know of a file. */
const KNOWN: Record<string, (id: string) => Entry> = {
	nothing: () => ({}),
	'in the library': (id) => {
		entry('video', { name: `Old [import archive/${id}]`, owner: PAGE });
		return {};
	},
	'by its URN': () => ({ knownUrn: entry('video', { owner: PAGE }) }),
	'by a URN that is gone': () => ({ knownUrn: 'urn:li:video:C5unknown' }),
	'by another URN': () => ({ knownUrn: 'urn:li:image:C5' }),
	'another file': () => ({ knownUrn: entry('video', { owner: PAGE }), known: { size: 1 } }),
	'of a broken expression': () => ({ knownUrn: 'undefined' }),
};

const entries = fc.record({
	how: mostly(GOOD_ADDRESSES, ADDRESSES),
	what: mostly(['video'], Object.keys(CLIPS)),
	known: mostly(['nothing', 'nothing', 'in the library', 'by its URN'], Object.keys(KNOWN)),
	id: mostly<string | undefined>([undefined], ['a', '', '\ud83d']),
	fileName: mostly(['', 'Clip.mp4'], [' ']),
});

const all = fc.record({
	entries: fc.array(entries, { minLength: 1, maxLength: 3 }),
	isList: fc.boolean(),
	owner: mostly([PAGE, OWNER], ['nobody']),
	libraryEntry: mostly<INodeParameters>(
		[inLibrary],
		[
			{ libraryEntry: {} },
			{ libraryEntry: { associatedAccount: byExpression('urn:li:person:abc') } },
		],
	),
	ifExists: mostly(['skip', 'update', 'uploadAnew'], ['ask']),
	mediaType: mostly(['video'], ['image', 'sound']),
	systemName: mostly(['archive'], ['', 'a/b', 'x'.repeat(300)]),
	options: mostly<INodeParameters>(
		[{}, { waitSeconds: 60 }, { itemConcurrency: 2 }],
		[{ checkFile: false }, { waitSeconds: -1 }],
	),
	scopes: mostly(SCOPES.slice(0, 2), SCOPES),
});

test('imports', async () => {
	await fc.assert(
		fc.asyncProperty(all, async ({ entries: given, isList, owner, libraryEntry, ...form }) => {
			await linkedIn.reset();
			const listed = given.map(({ how, what, known, id, fileName }, index): Entry => {
				const named = id ?? `id-${index}`;
				const content = CLIPS[what]?.(index) ?? Buffer.alloc(0);
				const address = { name: `${index}.mp4`, content, contentType: 'video/mp4' };
				return {
					url: addressOf(files, how, address),
					id: named,
					...(fileName !== '' && { fileName }),
					...KNOWN[known]?.(named),
				};
			});
			const { options, scopes: granted, ...fields } = form;
			// By an expression: what the form would stop by itself reaches the node.
			const systemName = `={{ ${JSON.stringify(form.systemName)} }}`;
			const whole = {
				...fields,
				systemName,
				...libraryEntry,
				owner: byExpression(owner),
				output: 'entries',
			};
			await expectAgreement((more) =>
				(isList ? importList(listed, whole) : importItems(listed, whole))
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
