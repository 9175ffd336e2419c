import { Problem } from '../problem';

/**
 * The file is no longer the one that the upload was started with: what was sent must not be
 * combined with what it is now.
 */
export class FileChanged extends Problem {
	constructor(
		name: string,
		what: string,
		description = 'The file changed while it was being read, so the upload was not completed on LinkedIn. Upload it again once the file no longer changes.',
	) {
		super(`The file "${name}" ${what}`, { description });
		this.name = 'FileChanged';
	}
}
