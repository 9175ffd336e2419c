import { fileSize } from '../files';
import { isDone, statusAndCode, textAt } from '../look';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const adsScopeForPages: Question = {
	id: 'adsScopeForPages',
	asks: 'May rw_ads alone upload for a page?',
	rule: {
		section: 'Permissions',
		behavior: '`rw_ads` alone for a page: refused; reading `adsScopeForPages`',
	},
	needs: { scopes: [['rw_ads']], page: true, app: true },
	isPublic: false,
	calls: 1,
	async ask(live) {
		if (live.session.scopes?.has('w_organization_social') !== false) {
			throw new Unasked('it needs a token without w_organization_social');
		}
		const request = { owner: live.page, fileSizeBytes: fileSize('video.mp4') };
		const json = { initializeUploadRequest: request };
		const answer = await live.rest('action', 'videos?action=initializeUpload', { json });
		if (!isDone(answer)) return statusAndCode(answer);
		live.session.ledger.addMedia(textAt(answer.json, 'value', 'video'));
		return 'accepted';
	},
	readings: {
		accepted: { adsScopeForPages: 'accepted' },
		'403': { adsScopeForPages: 'refused' },
	},
};
