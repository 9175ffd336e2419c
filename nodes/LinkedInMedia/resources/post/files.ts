import type { IDataObject } from 'n8n-workflow';

import type { DocumentFacts } from '../../../../linkedin/files/document';
import type { ImageFacts } from '../../../../linkedin/files/image';
import type { VideoFacts } from '../../../../linkedin/files/mp4/facts';
import type { FileSource } from '../../../../linkedin/files/source';
import type { NamedFile } from '../../../fields/source';
import { toData } from '../../../run/data';

/** A file of a post, as the form names it or open already. */
export type PostFile = NamedFile | FileSource;

/** What a file of a post is, where it was checked. */
export type MediaFacts = DocumentFacts | ImageFacts | VideoFacts | undefined;

/** `file`, as in every upload; `files` if the post has several, in the order of `media`. */
export function shownFiles(facts: readonly MediaFacts[]): IDataObject {
	if (facts.every((each) => each === undefined)) return {};
	const [file, ...others] = facts.map((each) => (each ? toData({ ...each }) : {}));
	return others.length === 0 ? { file } : { files: [file, ...others] };
}

/** Whether a file is named only, not open yet. */
export function isNamed(file: PostFile): file is NamedFile {
	return 'from' in file;
}
