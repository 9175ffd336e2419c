import { Problem } from '../problem';
import type { FileSource } from './source';

type Named = Pick<FileSource, 'name'>;

/** An MP4 whose rest is missing. */
export function incompleteVideoProblem(file: Named, why: string): Problem {
	return new Problem(`The video "${file.name}" is incomplete: ${why}`, {
		description: 'Download or export the file again: it was probably cut off in transfer.',
	});
}

/** An MP4 whose boxes contradict each other. */
export function damagedVideoProblem(file: Named, why: string): Problem {
	return new Problem(`The video "${file.name}" is damaged: ${why}`, {
		description: 'Export the video again.',
	});
}
