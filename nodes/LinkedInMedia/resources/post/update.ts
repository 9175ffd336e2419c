import { shownCommentary, toCommentary } from '../../../../linkedin/posts/commentary';
import { checkLandingPage } from '../../../../linkedin/posts/checkParts';
import { checkMentions } from '../../../../linkedin/posts/textWarnings';
import { changePurpose, updatePost } from '../../../../linkedin/posts/update';
import { postUrl } from '../../../../linkedin/posts/urns';
import { Problem } from '../../../../linkedin/problem';
import { writeOptions } from '../../../fields/itemOptions';
import { textFormat } from '../../../fields/textFormat';
import { collection } from '../../../form/collection';
import type { ItemOperation } from '../../../run/operation';
import { callToAction, landingPage } from './adFields';
import { readText } from '../media/typedText';
import { commentary } from './commentary';
import { foreseeChange } from './foreseeChange';
import { hashtags } from './textOptions';
import { postUrn } from './urn';

const newText = commentary
	.with({
		placeholder: 'e.g. Now with the recording #video',
		description: 'The new text, as in Create. It replaces the whole text of the post.',
	})
	.map((typed, what) => {
		if (typed.trim() !== '') return typed;
		throw new Problem(`${what} is empty`, {
			description: 'Enter the new text, or remove the field to keep the current one.',
		});
	})
	.optional();

/** At least one of the fields that LinkedIn lets change. */
const updateFields = collection(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		placeholder: 'Add Field',
		description:
			'Fields to update. LinkedIn allows only these to be changed: media and visibility stay as they are.',
	},
	newText,
	callToAction.optional(),
	landingPage.optional(),
).map((fields, what) => {
	if (Object.values(fields).some((value) => value !== undefined)) return fields;
	throw new Problem(`${what} is empty: there is nothing to change`, {
		description: 'Add "Text", "Call to Action" or "Landing Page".',
	});
});

const options = writeOptions(hashtags, textFormat);

/** Changes the text of a post, or where an ad leads. */
export const update: ItemOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a post',
	description: 'Change the text of a post, or the call to action and landing page of an ad',
	fields: [postUrn, updateFields, options],
	async execute(item) {
		const { check } = item;
		const [urn, fields, chosen] = await check.gather(
			() => item.read(postUrn),
			() => item.read(updateFields),
			() => item.read(options),
		);
		const { commentary: written, ...links } = fields;
		const { hashtags: asHashtags } = chosen;
		const typed = written === undefined ? undefined : readText(item, written, chosen);
		const known = typed?.text ?? '';
		const [, , , text] = await check.gather(
			() => {
				checkMentions(known);
			},
			() => toCommentary(known, asHashtags),
			() => {
				checkLandingPage(links.landingPage);
			},
			() => typed?.whole(),
		);
		if (check.isOn) {
			const shown = text === undefined ? {} : shownCommentary(text, asHashtags);
			const change = { ...shown, ...links };
			await foreseeChange(item, urn, { purpose: changePurpose, shown: { change } });
		}
		await updatePost(item.client, urn, {
			...links,
			...(text === undefined ? {} : { commentary: toCommentary(text, asHashtags) }),
		});
		const { calls } = item.client;
		const told = { text, ...links };
		const changed = Object.fromEntries(
			Object.entries(told).filter(([, value]) => value !== undefined),
		);
		const json = { urn, url: postUrl(urn), ...changed, calls, warnings: item.warnings };
		return [{ json }];
	},
};
