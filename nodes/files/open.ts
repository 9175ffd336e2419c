import type { FileSource } from '../../linkedin/files/source';
import type { UrlUse } from '../../linkedin/files/url/fileUrl';
import { openUrl } from '../../linkedin/files/url/open';
import type { NamedFile } from '../fields/source';
import type { Item } from '../run/item';
import { time } from '../transport/time';
import { openBinary } from './binary';

/**
 * A file that the form names: the item's binary data, or a link. Of a video, only as much is read
 * as its name and size need, or everything if it is small. What it holds open is closed when the
 * item is done.
 *
 * @param use how it is going to be read, where it comes from a link
 * @param signal ends its reading; default: the item's
 * @throws Problem that names the field as the form shows it
 */
export async function openFile(
	item: Item,
	named: NamedFile,
	use: UrlUse,
	signal = item.signal,
): Promise<FileSource> {
	if (named.from === 'binaryData') return openBinary(item, named.value, named.what);
	const { client, context } = item;
	const headers = withSecret(named.headers, item.fileServer?.headersFor(named.url));
	const { transfers, clock } = context;
	const { wholeUpTo, acceptChangingEtag } = use;
	const { sleep, random, now, retry } = client.options;
	const reading = {
		read: item.readUrl,
		// The client's clock, random numbers and count of retries are used for the file's server too.
		sleep,
		random,
		now,
		retry,
		turn: (url: string, stop?: AbortSignal) =>
			transfers.turn(url, { member: context, clock, signal: stop }),
		watch: (milliseconds: number, over: AbortSignal) => time.watch(milliseconds, over),
		onRetry: () => {
			client.retries += 1;
		},
	};
	const file = await openUrl(
		reading,
		{ ...named, headers, wholeUpTo, acceptChangingEtag },
		named.what,
		signal,
	);
	item.atEnd(async () => file.close?.());
	return file;
}

/** The credential's header in place of one of the same name that stands in the workflow. */
function withSecret(
	typed: Readonly<Record<string, string>> = {},
	secret: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
	const names = Object.keys(secret).map((name) => name.toLowerCase());
	const kept = Object.entries(typed).filter(([name]) => !names.includes(name.toLowerCase()));
	return { ...Object.fromEntries(kept), ...secret };
}
