import { isGiven } from '../look';
import { libraryImages } from '../made/library';
import type { Question } from '../question';

export const libraryMetadata: Question = {
	id: 'libraryMetadata',
	asks: 'Does a get show library metadata without being asked for an account?',
	rule: {
		section: 'Reading',
		behavior:
			'library metadata only for the account that the request names, or always: reading `libraryMetadataOnGet`',
	},
	needs: { scopes: [['rw_ads'], ['w_member_social', 'w_organization_social']], account: true },
	isPublic: false,
	uses: [libraryImages],
	calls: 0,
	async ask(live) {
		const { got } = await libraryImages(live);
		return isGiven(got.json, 'mediaLibraryMetadata') ? 'given' : 'omitted';
	},
	readings: {
		omitted: { libraryMetadataOnGet: 'whenAsked' },
		given: { libraryMetadataOnGet: 'always' },
	},
};
