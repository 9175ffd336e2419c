import { Problem } from '../problem';

/**
 * The file is not the one any more that the upload was begun with: what was sent of it must not be
 * joined with what it is now.
 */
export class FileChanged extends Problem {
	constructor(
		name: string,
		what: string,
		description = 'The file changed while it was being read. Nothing was finalized on LinkedIn; upload it again once it is complete.',
	) {
		super(`The file "${name}" ${what}`, { description });
		this.name = 'FileChanged';
	}
}
