import { register } from '../made/assets';
import { at } from '../look';
import { recordOf } from '../../../linkedin/api/parse';
import type { Question } from '../question';

const SINGLE = 'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest';

export const assetEncryptionHeaders: Question = {
	id: 'assetEncryptionHeaders',
	asks: 'Does a registered video still have the two encryption headers?',
	rule: {
		section: 'Vector assets',
		behavior:
			'two old encryption headers in the response for a video: reading `assetEncryptionHeaders`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const registered = register(live, 'feedshare-video', await live.session.owner());
		const { json } = await live.need('registering a video', registered);
		const headers = recordOf(at(json, 'value', 'uploadMechanism', SINGLE, 'headers'));
		return Object.keys(headers).some((name) => name.startsWith('x-amz-')) ? 'given' : 'omitted';
	},
	readings: {
		given: { assetEncryptionHeaders: 'given' },
		omitted: { assetEncryptionHeaders: 'omitted' },
	},
};
