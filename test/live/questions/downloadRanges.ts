import { textAt } from '../look';
import { libraryImages } from '../made/library';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const downloadRanges: Question = {
	id: 'downloadRanges',
	asks: 'Can a part of a file be downloaded?',
	rule: {
		section: 'Downloads',
		behavior:
			'a single range: 206, or 416 past the end; or ranges are ignored: reading `downloadRanges`',
	},
	needs: { scopes: [['rw_ads'], ['w_member_social', 'w_organization_social']], account: true },
	isPublic: false,
	uses: [libraryImages],
	calls: 1,
	async ask(live) {
		const { got } = await libraryImages(live);
		const url = textAt(got.json, 'downloadUrl');
		if (url === '') throw new Unasked('the image has no download URL');
		return `${(await live.fetch(url, { range: 'bytes=0-3' })).status}`;
	},
	readings: {
		'206': { downloadRanges: 'served' },
		'200': { downloadRanges: 'ignored' },
	},
};
