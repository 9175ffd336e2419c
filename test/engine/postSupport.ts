import type { INodeParameters } from 'n8n-workflow';

import type { LibraryFill } from '../simulator';
import type { Scene } from './scene';

/** Posts of a scene, and media on LinkedIn that are ready to be shown by them. */
export function posting({ post, entries, entry }: Pick<Scene, 'post' | 'entries' | 'entry'>) {
	const create = (form: INodeParameters = {}) =>
		post('create', {
			commentary: 'Hello',
			contentType: 'image',
			mediaSource: 'urn',
			...form,
		});
	return {
		/** The member's post of an image that is on LinkedIn, where the form says nothing else. */
		create,
		/** Of files that the item brings. */
		createFromFiles: (form: INodeParameters = {}) => create({ mediaSource: 'binaryData', ...form }),
		imagesOf: (owner: string, count = 1) => entries('image', { owner, count, account: '' }),
		imageOf: (owner: string) => entry('image', { owner, account: '' }),
		videoOf: (owner: string, state: Omit<LibraryFill, 'kind' | 'owner'> = {}) =>
			entry('video', { owner, account: '', ...state }),
	};
}
