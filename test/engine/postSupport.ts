import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import type { RunNodeResult } from './harness';
import { byUrn, OWNER, talk, type Lab, type LabRun } from './lab';

/** A real small image under a name. */
export const picture = (fileName = 'picture.png') => ({
	content: fixture('picture.png'),
	fileName,
});

/** What `post: create` runs with where a test says nothing else. */
export const createParameters: INodeParameters = {
	resource: 'post',
	operation: 'create',
	author: byUrn(OWNER),
	commentary: 'Hello',
	contentType: 'image',
	mediaSource: 'urn',
};

/** Runs `post: create`; `parameters` over the usual ones. */
export function createPost(lab: Lab, { parameters, ...run }: LabRun = {}): Promise<RunNodeResult> {
	return lab.run({ ...run, parameters: { ...createParameters, ...parameters } });
}

/** Images on LinkedIn that belong to somebody; ready to be shown. */
export function imagesOf(lab: Lab, owner: string, count = 1): string[] {
	return lab.simulator.addLibraryEntries({ kind: 'image', owner, count, account: '' });
}

export function imageOf(lab: Lab, owner: string): string {
	return imagesOf(lab, owner)[0] ?? '';
}

/** A video on LinkedIn with its state. */
export function videoOf(
	lab: Lab,
	owner: string,
	state: Omit<Parameters<Lab['simulator']['addLibraryEntries']>[0], 'kind' | 'owner'> = {},
): string {
	const [urn = ''] = lab.simulator.addLibraryEntries({
		kind: 'video',
		owner,
		account: '',
		...state,
	});
	return urn;
}

export { talk };
