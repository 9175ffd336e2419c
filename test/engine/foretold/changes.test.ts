import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { publishElsewhere, READING } from '../postSupport';
import { OWNER, PAGE, postUrn, scene } from '../scene';
import { agreement, mostly, RUNS, TIMEOUT_MS, type Unforeseeable } from './support';

const { linkedIn, post } = scene();

jest.setTimeout(TIMEOUT_MS);

const SCOPES: readonly string[][] = [
	READING,
	['w_organization_social', 'w_member_social'],
	['w_member_social'],
	['r_organization_social'],
	['openid'],
];

/**
 * Who may not read a post is not told whether it is there, whose it is, and whether it is sponsored: then
 * LinkedIn alone knows what it refuses. Nor does it tell a post that was deleted, which may be deleted again,
 * from one that never was.
 */
const cantRead: Unforeseeable = ({ ok, preview, warnings }, { told }) =>
	(!('now' in preview) && (ok || /LinkedIn can’t find it/.test(told))) ||
	warnings.some((warning) => /may be deleted already/.test(warning));
const expectAgreement = agreement(linkedIn, cantRead);

const POSTS: Record<string, () => Promise<string>> = {
	page: () => publishElsewhere(linkedIn, 'Hello'),
	member: async () => {
		const { json } = await post('create', { commentary: 'Mine', contentType: 'text' }).as(OWNER);
		return typeof json.urn === 'string' ? json.urn : '';
	},
	deleted: async () => {
		const urn = await publishElsewhere(linkedIn, 'Gone');
		await post('delete', { urn: postUrn(urn) }).scopes(...READING);
		return urn;
	},
	unknown: () => Promise.resolve('urn:li:share:7999999999999999999'),
	undefined: () => Promise.resolve('urn:li:share:undefined'),
	'a video': () => Promise.resolve('urn:li:video:C4E10AQFn10iWtKexVA'),
	empty: () => Promise.resolve(''),
};

const changes = fc.record({
	operation: fc.constantFrom('update', 'update', 'delete'),
	which: mostly(['page', 'page', 'member'], Object.keys(POSTS)),
	updateFields: mostly<INodeParameters>(
		[{ commentary: 'Second #launch' }, { commentary: 'At @[Ada](urn:li:person:abc)' }],
		[
			{},
			{ commentary: '' },
			{ commentary: 'x'.repeat(3001) },
			{ commentary: '@[Ada](urn:li:person:undefined)' },
			{ commentary: '@[linkedin.com/company/nobody-knows-it]' },
			{ landingPage: 'nowhere' },
			{ callToAction: 'BUY' },
		],
	),
	options: mostly<INodeParameters>([{}, { textFormat: 'markdown' }], [{ hashtags: 'shout' }]),
	scopes: mostly(SCOPES.slice(0, 2), SCOPES),
});

test('changes of posts', async () => {
	await fc.assert(
		fc.asyncProperty(changes, async ({ operation, which, updateFields, options, scopes }) => {
			await linkedIn.reset();
			const urn = (await POSTS[which]?.()) ?? '';
			const isUpdate = operation === 'update';
			await expectAgreement((more) =>
				post(operation, { urn: postUrn(urn), ...(isUpdate && { updateFields }) })
					.options({ maxRetries: 0, ...(isUpdate && options), ...more })
					.scopes(...scopes),
			);
		}),
		RUNS,
	);
});

test('the page’s post is read before it is changed', async () => {
	const urn = await publishElsewhere(linkedIn, 'Hello');
	const { json } = await post('update', { urn: postUrn(urn), updateFields: { commentary: 'New' } })
		.options({ checkOnly: true })
		.scopes(...READING);
	expect(json.preview).toMatchObject({ now: { author: PAGE } });
});
