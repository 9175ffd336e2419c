import { Problem } from '../../problem';
import { shownUrl } from './shownUrl';

/** A storage service whose links for people show a page about the file. */
interface Storage {
	readonly name: string;
	/** The n8n node that downloads from it. */
	readonly node: string;
	readonly hosts: RegExp;
	/** URLs that certainly lead to a page, by path and query. */
	readonly pages: RegExp;
	readonly folders: RegExp;
	/** Turns the link into one to the file itself. */
	readonly direct?: string;
}

/** The letter is the kind: `v` a video, `b` any file, `f` a folder. */
const SHAREPOINT = {
	pages: /^\/:[a-z]:\/(?!.*[?&]download=1(?:&|$))/,
	folders: /^\/:f:\//,
};

/** URLs that these services provide with "Copy link" and "Share". */
const STORAGES: readonly Storage[] = [
	{
		name: 'Google Drive',
		node: 'Google Drive',
		hosts: /^(?:drive|docs)\.google\.com$/,
		pages:
			/^\/(?:a\/[^/]+\/)?(?:file\/(?:u\/\d+\/)?d\/|open\b|drive\/|folderview\b|(?:document|presentation|spreadsheets)\/(?:u\/\d+\/)?d\/[^/]+\/(?:edit|view|preview|pub)\b)/,
		folders: /^\/(?:a\/[^/]+\/)?(?:drive\/|folderview\b)/,
	},
	{
		name: 'Dropbox',
		node: 'Dropbox',
		hosts: /^(?:www\.)?dropbox\.com$/,
		pages: /^\/(?:s|sh|scl|home|preview|t)\/(?!.*[?&](?:dl|raw)=1(?:&|$))/,
		folders: /^\/(?:sh|scl\/fo|home)\//,
		direct: 'Replace "dl=0" at the end of the link with "dl=1", or add "dl=1" if there is none',
	},
	{
		name: 'OneDrive',
		node: 'Microsoft OneDrive',
		hosts: /^(?:1drv\.ms|onedrive\.live\.com|photos\.onedrive\.com)$/,
		pages: /^\/(?!download\b)(?!.*[?&]download=1(?:&|$))/,
		folders: /^\/(?:f\/|:f:\/)|[?&](?:ithint=folder|v=photos)/,
	},
	{
		name: 'OneDrive',
		node: 'Microsoft OneDrive',
		hosts: /^[a-z0-9-]+-my\.sharepoint\.com$/,
		...SHAREPOINT,
	},
	{
		name: 'SharePoint',
		node: 'Microsoft SharePoint',
		hosts: /^[a-z0-9-]+\.sharepoint\.com$/,
		...SHAREPOINT,
	},
];

/**
 * Refuses a link to a page about a file, or to a folder, before it is requested.
 *
 * @throws Problem that says how to get the file
 */
export function refuseShareLink(url: URL): void {
	const storage = storageOf(url);
	if (storage?.pages.test(url.pathname + url.search)) throw shareLinkProblem(url, storage);
}

/** What to do about a link to one of these services; undefined for all others. */
export function shareLinkAdvice(url: URL): string | undefined {
	const storage = storageOf(url);
	return storage && adviceFor(url, storage);
}

function storageOf({ hostname }: URL): Storage | undefined {
	return STORAGES.find(({ hosts }) => hosts.test(hostname));
}

function isFolder({ pathname, search }: URL, { folders }: Storage): boolean {
	return folders.test(pathname + search);
}

function shareLinkProblem(url: URL, storage: Storage): Problem {
	const { name } = storage;
	const what = isFolder(url, storage)
		? `is a folder of ${name}, not a file`
		: `is a share link of ${name}, which opens a page about the file`;
	return new Problem(`${shownUrl(url)} ${what}`, {
		description: adviceFor(url, storage),
	});
}

function adviceFor(url: URL, storage: Storage): string {
	const { node, direct } = storage;
	if (isFolder(url, storage)) {
		return `List the folder’s files and download each with n8n’s ${node} node, then upload them from the binary field.`;
	}
	if (direct !== undefined) {
		return `${direct}. For a file that is not shared with everyone, use n8n’s ${node} node (operation Download), then upload it from the binary field.`;
	}
	return `Download the file with n8n’s ${node} node (operation Download), then upload it from the binary field.`;
}
