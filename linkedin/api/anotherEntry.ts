import type { LookupError } from './entryBatch';
import { foreignWords } from './foreignWords';
import { UnexpectedAnswer } from './parse';

/** URN types that share one ID (linkedin-vector-assets-api, "Asset Usage"). */
const MEDIA = ['video', 'image', 'document', 'digitalmediaAsset'];

/**
 * Whether an entry's own `id` names a different entry than the key under which it came. Spellings
 * of the same name don't count as different: percent-encoding, another kind of the same media, the
 * bare ID. A post has several URNs (`share`, `ugcPost`), each with its own number: two kinds can't
 * be compared.
 *
 * @param own the entry's own `id`
 */
export function isAnotherEntry(asked: string, own: unknown): boolean {
	if (typeof own !== 'string' || own === '') return false;
	const [one, other] = [asked, own].map(nameOf);
	if (one === undefined || other === undefined || one.id === other.id) return false;
	const isMedia = [one.type, other.type].every((type) => MEDIA.includes(type));
	return isMedia || one.type === other.type || other.type === '';
}

function nameOf(urn: string): { readonly type: string; readonly id: string } {
	const [id = '', type = ''] = urn.replace(/%3A/gi, ':').split(':').reverse();
	return { type, id };
}

const MESSAGE = 'LinkedIn’s response describes a different entry';

/** The result for a URN whose entry turned out to be a different one. */
export const ANOTHER: LookupError = { status: 200, code: 'UNEXPECTED_ANSWER', message: MESSAGE };

/** An answer that describes another entry than the one that was asked for. */
class AnotherEntry extends UnexpectedAnswer {}

/** @throws AnotherEntry */
export function assertAsked(asked: string, own: unknown): void {
	if (isAnotherEntry(asked, own))
		throw new AnotherEntry(`it describes a different entry than ${asked}`);
}

/** In the place of one that cannot be used; undefined where that is not why it failed. */
export function unusable(error: unknown): LookupError | undefined {
	if (error instanceof AnotherEntry) return ANOTHER;
	if (!(error instanceof UnexpectedAnswer)) return undefined;
	return { status: 200, code: 'UNEXPECTED_ANSWER', message: foreignWords(error.message) };
}
