import { at } from './support/call';
import { assumed, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { asStranger, self, uploadImage, uploadVideo } from './support/linkedin';
import { created, createPost, deletePost, getPost, refusalOf, updatePost } from './support/posts';

const lab = useSimulator();

const sharing = (parent: string, fields: object = {}) => ({
	commentary: 'Look',
	reshareContext: { parent },
	...fields,
});

async function refusal(parent: string, fields: object = {}): Promise<unknown[]> {
	return refusalOf(await createPost(lab.simulator, sharing(parent, fields)));
}

/** A post of another member, who is not asked who may share it. */
async function foreign(fields: object = {}): Promise<string> {
	const { headers } = await createPost(
		lab.simulator,
		{ author: 'urn:li:person:m3mbEr_2', ...fields },
		asStranger(lab.simulator, 'w_member_social'),
	);
	return headers['x-restli-id'] ?? '';
}

describe('a reshare', () => {
	fromPublic('has a parent, and its get shows the root too', async () => {
		const parent = await foreign();
		const { urn, reshareContext } = await created(lab.simulator, sharing(parent));
		expect(reshareContext).toEqual({ parent, root: parent });
		expect((await getPost(lab.simulator, urn)).json).toMatchObject({
			commentary: 'Look',
			reshareContext: { parent, root: parent },
		});
		const next = await created(lab.simulator, sharing(urn, { author: self }));
		expect(next.reshareContext).toEqual({ parent: urn, root: parent });
	});

	fromPublic('is of a share or a ugcPost, and not of an activity', async () => {
		const video = await uploadVideo(lab.simulator);
		const { urn } = await created(lab.simulator, { content: { media: { id: video.urn } } });
		expect(urn).toMatch(/^urn:li:ugcPost:/);
		expect((await created(lab.simulator, sharing(urn))).reshareContext?.parent).toBe(urn);
		for (const parent of [urn.replace('ugcPost', 'activity'), 'urn:li:comment:1', '', self]) {
			expect(await refusal(parent)).toEqual([400, 'INVALID_URN_TYPE']);
		}
		expect(await refusal('urn:li:share:abc')).toEqual([400, 'INVALID_URN_ID']);
	});

	fromPublic('has no root of its own in a create, and no other field', async () => {
		const parent = await foreign();
		const answer = async (reshareContext: object) => {
			const { status, text } = await createPost(lab.simulator, { reshareContext });
			return [status, text];
		};
		expect(await answer({ parent, root: parent })).toEqual([
			422,
			expect.stringContaining('/reshareContext/root :: ReadOnly field present'),
		]);
		expect(await answer({ parent, text: 'x' })).toEqual([
			422,
			expect.stringContaining('/reshareContext/text :: unrecognized'),
		]);
		expect(refusalOf(await createPost(lab.simulator, { reshareContext: {} }))).toEqual([
			400,
			'MISSING_FIELD',
			'/reshareContext/parent',
		]);
	});

	fromPublic('of what is not there is 404', async () => {
		expect(await refusal('urn:li:share:7000000000000000000')).toEqual([404, 'NOT_FOUND']);
		const { urn } = await created(lab.simulator);
		expect(await refusal(urn.replace('share', 'ugcPost'))).toEqual([404, 'NOT_FOUND']);
	});

	assumed('of what readers do not see is 404 too', async () => {
		const { urn } = await created(lab.simulator);
		await deletePost(lab.simulator, urn);
		expect(await refusal(urn)).toEqual([404, 'NOT_FOUND']);
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const draft = await created(lab.simulator, { commentary: 'x', lifecycleState: 'DRAFT' });
		expect(await refusal(draft.urn)).toEqual([404, 'NOT_FOUND']);
	});

	fromPublic('that the author of the parent does not allow is refused', async () => {
		const parent = await foreign({ isReshareDisabledByAuthor: true });
		expect(await refusal(parent)).toEqual([403, 'ACCESS_DENIED']);
		expect(lab.simulator.posts()).toHaveLength(1);
	});

	assumed('... with another status in other readings, and to the author as well', async () => {
		const { urn } = await created(lab.simulator, { isReshareDisabledByAuthor: true });
		lab.simulator.configure({ readings: { reshareDisabled: '400' } });
		expect(await refusal(urn)).toEqual([400, 'INVALID_VALUE_FOR_FIELD']);
		lab.simulator.configure({ readings: { reshareDisabled: '422' } });
		expect(await refusal(urn)).toEqual([422, 'UNPROCESSABLE_ENTITY']);
	});

	fromPublic('may do without words, whatever holds beside content', async () => {
		const parent = await foreign();
		lab.simulator.configure({ readings: { blankCommentary: 'refused' } });
		const { urn, text } = await created(lab.simulator, sharing(parent, { commentary: '' }));
		expect(text).toBe('');
		expect(await refusal(parent, { commentary: undefined })).toEqual([
			400,
			'MISSING_FIELD',
			'/commentary',
		]);
		const edit = (commentary: string) => updatePost(lab.simulator, urn, { $set: { commentary } });
		expect((await edit('Words')).status).toBe(204);
		expect((await edit('')).status).toBe(204);
	});

	assumed('has no content of its own, or has it in the other reading', async () => {
		const parent = await foreign();
		const image = await uploadImage(lab.simulator);
		const content = { media: { id: image.urn } };
		expect(await refusal(parent, { content })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content',
		]);
		lab.simulator.configure({ readings: { reshareWithContent: 'accepted' } });
		expect(await created(lab.simulator, sharing(parent, { content }))).toMatchObject({
			content,
			reshareContext: { parent },
		});
	});

	assumed('of another parent is no duplicate', async () => {
		const one = await foreign({ commentary: 'one' });
		const two = await foreign({ commentary: 'two' });
		expect((await createPost(lab.simulator, sharing(one))).status).toBe(201);
		expect((await createPost(lab.simulator, sharing(two))).status).toBe(201);
		const again = await createPost(lab.simulator, sharing(one));
		expect([again.status, at(again.json, 'errorDetails.inputErrors.0.code')]).toEqual([
			422,
			'DUPLICATE_POST',
		]);
	});
});
