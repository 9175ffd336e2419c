import type { ImageView, Progression, Simulator, VideoView } from '../../../simulator';
import { call, type Answer } from './call';
import {
	collectionOf,
	encoded,
	restHeaders,
	startImage,
	startVideo,
	tokenFor,
	uploadImage,
	uploadVideo,
	type RestCall,
} from './linkedin';

interface LibraryKind {
	readonly path: 'videos' | 'images';
	/** `mediaLibraryStatus` in the form of this kind's page, and of the other one's. */
	readonly filter: string;
	readonly otherFilter: string;
	/** A URN of the other kind. */
	readonly other: string;
	readonly start: (simulator: Simulator, fields?: object) => Promise<{ readonly urn: string }>;
	readonly upload: (simulator: Simulator, fields?: object) => Promise<{ readonly urn: string }>;
	readonly next: (simulator: Simulator, progression: Progression) => void;
	readonly view: (simulator: Simulator, urn: string) => VideoView | ImageView;
}

/** What has a media library: the pages of both tell of the same calls. */
export const kinds: Readonly<Record<'video' | 'image', LibraryKind>> = {
	video: {
		path: 'videos',
		filter: 'ACTIVE',
		otherFilter: '(value:ACTIVE)',
		other: 'urn:li:image:C4E10AQ',
		start: startVideo,
		upload: uploadVideo,
		next: (simulator, progression) => {
			simulator.nextVideo(progression);
		},
		view: (simulator, urn) => simulator.video(urn),
	},
	image: {
		path: 'images',
		filter: '(value:ACTIVE)',
		otherFilter: 'ACTIVE',
		other: 'urn:li:video:C4E10AQ',
		start: startImage,
		upload: uploadImage,
		next: (simulator, progression) => {
			simulator.nextImage(progression);
		},
		view: (simulator, urn) => simulator.image(urn),
	},
};

export type Kind = keyof typeof kinds;

/** For `describe.each`. */
export const everyKind: readonly Kind[] = ['video', 'image'];

/** A GET of `/rest`, as it stands or tunnelled. */
export function read(
	simulator: Simulator,
	method: string,
	path: string,
	query: string,
	{ token, headers, tunnelled = false }: RestCall & { readonly tunnelled?: boolean } = {},
): Promise<Answer> {
	const sent = { ...restHeaders(token ?? tokenFor(simulator), method), ...headers };
	const url = `${simulator.url}/rest/${path}`;
	if (!tunnelled) return call(query === '' ? url : `${url}?${query}`, { headers: sent });
	const form = 'application/x-www-form-urlencoded';
	return call(url, {
		method: 'POST',
		headers: { 'x-http-method-override': 'GET', 'content-type': form, ...sent },
		body: query,
	});
}

export function idsOf(urns: readonly string[]): string {
	return `ids=List(${urns.map(encoded).join(',')})`;
}

export function batchGet(
	simulator: Simulator,
	kind: Kind,
	urns: readonly string[],
	how: Parameters<typeof read>[4] = {},
): Promise<Answer> {
	return read(simulator, 'batch_get', kinds[kind].path, idsOf(urns), how);
}

export function find(
	simulator: Simulator,
	kind: Kind,
	account: string,
	more = '',
	how: Parameters<typeof read>[4] = {},
): Promise<Answer> {
	const query = `q=associatedAccount&associatedAccount=${encoded(account)}${more}`;
	return read(simulator, 'finder', kinds[kind].path, query, how);
}

export function update(
	simulator: Simulator,
	urn: string,
	account: string | undefined,
	body: unknown,
	{ token, headers }: RestCall = {},
): Promise<Answer> {
	const query = account === undefined ? '' : `?associatedAccount=${encoded(account)}`;
	return call(`${simulator.url}/rest/${collectionOf(urn)}/${encoded(urn)}${query}`, {
		method: 'POST',
		headers: {
			...restHeaders(token ?? tokenFor(simulator), 'partial_update'),
			'content-type': 'application/json',
			...headers,
		},
		body: JSON.stringify(body),
	});
}

export function setting(fields: object): object {
	return { patch: { mediaLibraryMetadata: { $set: fields } } };
}
