import type { PageTags } from './tags';

/** A page's picture. */
export interface Picture {
	/** Complete, http or https. */
	readonly url: string;
	/** Empty: none. */
	readonly altText: string;
}

/** A picture as its tags say it: those that follow an `og:image` are about it (ogp.me, "Arrays"). */
interface Tagged {
	url: string;
	secureUrl?: string;
	type?: string;
	altText?: string;
}

/** What LinkedIn takes no image of, by its media type or the ending of its name. */
const NO_IMAGE_TYPES = /^image\/(?:svg|webp|avif|x-icon)/i;
const NO_IMAGE_NAMES = /\.(?:svg|webp|avif|ico)$/i;

/**
 * The page's picture: the first that LinkedIn seems to take, else the first at all, whose file then says
 * what is wrong with it.
 *
 * @param page where the page is: relative addresses begin there, or at its `<base>`
 */
export function pictureOf({ metas, base }: PageTags, page: URL): Picture | undefined {
	const from = webUrl(base ?? '', page) ?? page;
	const pictures = [...taggedIn(metas, OPEN_GRAPH), ...taggedIn(metas, TWITTER)].flatMap(
		({ url, secureUrl, type = '', altText = '' }) => {
			const [found] = [secureUrl, url].flatMap((address) => webUrl(address ?? '', from) ?? []);
			if (!found) return [];
			const isImage = !NO_IMAGE_TYPES.test(type) && !NO_IMAGE_NAMES.test(found.pathname);
			return [{ url: found.href, altText, isImage }];
		},
	);
	const { url, altText } = pictures.find(({ isImage }) => isImage) ?? pictures[0] ?? {};
	return url === undefined ? undefined : { url, altText: altText ?? '' };
}

/** What a tag says, of the picture before it; `url` begins one. */
type Family = Readonly<Record<string, keyof Tagged>>;

const OPEN_GRAPH: Family = {
	'og:image': 'url',
	'og:image:url': 'url',
	'og:image:secure_url': 'secureUrl',
	'og:image:type': 'type',
	'og:image:alt': 'altText',
};
const TWITTER: Family = {
	'twitter:image': 'url',
	'twitter:image:src': 'url',
	'twitter:image:alt': 'altText',
};

function taggedIn(metas: PageTags['metas'], family: Family): Tagged[] {
	const found: Tagged[] = [];
	for (const [name, content] of metas) {
		const says = Object.hasOwn(family, name) ? family[name] : undefined;
		const last = found.at(-1);
		if (says === undefined) continue;
		if (says === 'url' && last?.url !== content) found.push({ url: content });
		else if (says !== 'url' && last) last[says] ??= content;
		else if (says === 'secureUrl') found.push({ url: content });
	}
	return found;
}

/** @returns undefined for what no file is to be had from, such as `data:` */
function webUrl(address: string, base: URL): URL | undefined {
	const text = address.trim();
	if (text === '' || !URL.canParse(text, base.href)) return undefined;
	const url = new URL(text, base);
	return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
