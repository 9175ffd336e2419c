import fc from 'fast-check';
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import { regexOf, regexOrEmpty, type Notation } from '../../../linkedin/api/notation';
import { ACCOUNT, parseAccount } from '../../../linkedin/people/accountInput';
import { ownerNotation, parseOwner } from '../../../linkedin/people/ownerInput';
import { PAGE, parsePage } from '../../../linkedin/people/pageInput';
import { COMMENT, parseComment } from '../../../linkedin/comments/commentUrn';
import {
	COMMENTED_POST,
	parseCommentedPost,
	parsePost,
	POST,
} from '../../../linkedin/posts/postInput';
import { Problem } from '../../../linkedin/problem';
import { ASSET_OWNERS } from '../../../linkedin/upload/asset/owners';
import { often } from '../../long/sampled';
import { anyCharacter } from '../anyCharacter';

/** The same texts in each run, so that a failure is found again. */
const RUNS = { seed: 20_261_129, numRuns: often(60, 1000) };

const OWNERS = ['person', 'organization'] as const;

/** A text that people may write, and what is meant by it. */
interface Written {
	readonly text: string;
	readonly means: string;
}

interface Kind {
	readonly notation: Notation<unknown>;
	/** @returns what is meant, as in {@link Written} @throws Problem */
	readonly parse: (text: string) => string;
	readonly written: fc.Arbitrary<Written>;
	/** All that may ever come out. */
	readonly harmless: RegExp;
}

const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(''));
const textOf = (characters: string, minLength = 1, maxLength = 12) =>
	fc.string({ unit: fc.constantFrom(...Array.from(characters)), minLength, maxLength });

const digits = textOf('0123456789');
const word = textOf('aZ09_-');
const space = textOf(' \t\n\r\u00a0\u3000\ufeff', 0, 3);
const site = join(
	fc.constantFrom('', 'https://', 'http://', 'HTTPS://', 'Http://'),
	fc.constantFrom('', 'www.', 'WWW.', 'de.', 'm.'),
	fc.constantFrom('linkedin.com/', 'LinkedIn.com/', 'LINKEDIN.COM/'),
);
const tail = fc.oneof(
	fc.constantFrom('', '/', '?', '#', '/admin/dashboard/', '?trk=a%20b&c=d#e', '#/overview'),
	join(fc.constantFrom('/', '?', '#'), textOf('aZ0/?#%&=:.-', 0, 40)),
);

function urn(type: string, id: fc.Arbitrary<string>): fc.Arbitrary<Written> {
	const beginning = fc.constantFrom(
		`urn:li:${type}:`,
		`urn%3Ali%3A${type}%3A`,
		`urn%3ali%3A${type}%3a`,
		`urn%3Ali%3A${type}:`,
	);
	return fc
		.tuple(beginning, id)
		.map(([start, value]) => ({ text: `${start}${value}`, means: `urn:li:${type}:${value}` }));
}

function address(
	path: fc.Arbitrary<string>,
	id: fc.Arbitrary<string>,
	meaning: (id: string) => string,
): fc.Arbitrary<Written> {
	return fc.tuple(site, path, id, tail).map(([start, section, value, end]) => ({
		text: `${start}${section}${value}${end}`,
		means: meaning(value),
	}));
}

const section = fc.constantFrom('company/', 'Company/', 'school/', 'showcase/', 'SHOWCASE/');
const name = fc
	.string({
		unit: fc.constantFrom(...Array.from("aZ09._&'()+,!-\u00e9\u0416\u30a2\uffe6")),
		minLength: 1,
		maxLength: 12,
	})
	.filter((text) => !/^[0-9]+$/.test(text));
const pages = fc.oneof(
	address(section, digits, (id) => `urn:li:organization:${id}`),
	address(section, name, (vanityName) => `page ${vanityName}`),
	address(
		section,
		name.map(encodeURIComponent).filter((text) => /[^0-9]/.test(text)),
		(encoded) => `page ${decodeURIComponent(encoded)}`,
	),
);

function owner(types: typeof OWNERS | typeof ASSET_OWNERS): Kind {
	const urns = types.map((type) => urn(type, type === 'person' ? word : digits));
	return {
		notation: ownerNotation(types),
		parse: (text) => {
			const found = parseOwner(text, types, 'Owner');
			return 'urn' in found ? found.urn : `page ${found.vanityName}`;
		},
		written: fc.oneof(...urns, pages),
		harmless:
			/^(?:urn:li:(?:person|organization|sponsoredAccount|sponsoredAdAccount):[\w-]{1,100}|page [^\s/?#%\ud800-\udfff]{1,200})$/,
	};
}

const account: Kind = {
	notation: ACCOUNT,
	parse: (text) => parseAccount(text, 'Ad Account').text,
	written: fc.oneof(
		urn('sponsoredAccount', digits),
		digits.map((id) => ({ text: id, means: `urn:li:sponsoredAccount:${id}` })),
		address(
			fc.constantFrom('campaignmanager/accounts/', 'CampaignManager/Accounts/', 'ad/accounts/'),
			digits,
			(id) => `urn:li:sponsoredAccount:${id}`,
		),
	),
	harmless: /^urn:li:sponsoredAccount:[0-9]{1,100}$/,
};

const page: Kind = {
	notation: PAGE,
	parse: (text) => {
		const found = parsePage(text, 'Page');
		return 'urn' in found ? found.urn : `page ${found.vanityName}`;
	},
	written: fc.oneof(
		urn('organization', digits),
		urn('organizationBrand', digits).map(({ text, means }) => ({
			text,
			means: means.replace('Brand', ''),
		})),
		digits.map((id) => ({ text: id, means: `urn:li:organization:${id}` })),
		name.map((vanityName) => ({ text: vanityName, means: `page ${vanityName}` })),
		pages,
	),
	harmless: /^(?:urn:li:organization:[0-9]{1,100}|page [^\s/?#%\ud800-\udfff]{1,200})$/,
};

const postType = fc.constantFrom('share', 'ugcPost');
const postUrn = postType.chain((type) => urn(type, digits));
const post: Kind = {
	notation: POST,
	parse: (text) => parsePost(text, 'URN'),
	written: fc.oneof(
		postUrn,
		fc
			.tuple(
				fc.constantFrom(
					'https://example.com/',
					'HTTP://a.b/?c=',
					'LinkedIn.com/',
					'www.linkedin.com/',
				),
				fc.constantFrom('', 'feed/update/', 'feed/?highlightedUpdateUrn='),
				postUrn,
				tail,
			)
			.map(([start, path, { text, means }, end]) => ({
				text: `${start}${path}${text}${end}`,
				means,
			})),
		fc
			.tuple(
				site,
				fc.constantFrom(
					'',
					'ada_',
					'ada_to-share-2024-',
					'ada-1_activity-7000000000000000000-share-',
					'%E3%82%A2_',
				),
				postType,
				textOf('0123456789', 19, 19),
				fc.oneof(
					fc.constant(''),
					textOf('aZ0_-', 4, 4).map((mark) => `-${mark}`),
				),
				tail,
			)
			.map(([start, words, type, id, mark, end]) => ({
				text: `${start}posts/${words}${type}-${id}${mark}${end}`,
				means: `urn:li:${type}:${id}`,
			})),
	),
	harmless: /^urn:li:(?:share|ugcPost):[0-9]{1,100}$/,
};

const commentedPost: Kind = {
	notation: COMMENTED_POST,
	parse: (text) => parseCommentedPost(text, 'Post'),
	written: fc.oneof(
		post.written.filter(({ text }) => !text.includes('activity')),
		urn('activity', digits),
		fc
			.tuple(site, fc.constantFrom('posts/ada_news-', 'posts/'), textOf('0123456789', 19, 19), tail)
			.map(([start, words, id, end]) => ({
				text: `${start}${words}activity-${id}-aZ0_${end}`,
				means: `urn:li:activity:${id}`,
			})),
	),
	harmless: /^urn:li:(?:share|ugcPost|activity):[0-9]{1,100}$/,
};

const commentWritten = fc
	.tuple(
		fc.constantFrom('urn:li:', ''),
		fc.constantFrom('activity', 'share', 'ugcPost'),
		digits,
		digits,
	)
	.map(([start, type, thread, id]) => ({
		text: `urn:li:comment:(${start}${type}:${thread},${id})`,
		means: `urn:li:comment:(urn:li:${type}:${thread},${id})`,
	}));
const encodedWhole = ({ text, means }: Written): Written => ({
	text: encodeURIComponent(text).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')),
	means,
});
const comment: Kind = {
	notation: COMMENT,
	parse: (text) => parseComment(text, 'Comment').text,
	written: fc.oneof(
		commentWritten,
		commentWritten.map(encodedWhole),
		fc
			.tuple(
				site,
				fc.constantFrom('?', '?utm=1&', '/?'),
				commentWritten.map(encodedWhole),
				fc.constantFrom('', '&dashCommentUrn=urn%3Ali%3Afsd_comment%3A%281%2C2%29', '#x'),
			)
			.map(([start, mark, { text, means }, end]) => ({
				text: `${start}feed/update/urn:li:activity:7${mark}commentUrn=${text}${end}`,
				means,
			})),
	),
	harmless: /^urn:li:comment:\(urn:li:(?:share|ugcPost|activity):[0-9]{1,100},[0-9]{1,100}\)$/,
};

const KINDS: [string, Kind][] = [
	['an owner', owner(OWNERS)],
	['an owner of a legacy asset', owner(ASSET_OWNERS)],
	['an ad account', account],
	['a page', page],
	['a post', post],
	['a post that is commented on', commentedPost],
	['a comment', comment],
];

type Change = (text: string, at: number) => string;
const replaced = (text: string, at: number, by: (character: string) => string) =>
	`${text.slice(0, at)}${by(text.charAt(at))}${text.slice(at + 1)}`;

const inserted = fc
	.constantFrom(
		...Array.from(' \n\r\t\0\u00a0\ud800%#?/:.@=()|\\^$"\''),
		'%2F',
		'%3A',
		'%C3',
		'%00',
		'../',
		'\u00e9',
	)
	.map(
		(piece): Change =>
			(text, at) =>
				`${text.slice(0, at)}${piece}${text.slice(at)}`,
	);

const change: fc.Arbitrary<Change> = fc.oneof(
	fc.constantFrom<Change[]>(
		(text, at) => replaced(text, at, () => ''),
		(text, at) => replaced(text, at, (character) => character.repeat(2)),
		(text, at) =>
			replaced(text, at, (character) =>
				character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase(),
			),
		(text, at) =>
			replaced(
				text,
				at,
				(character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').slice(-2)}`,
			),
		(text, at) => text.slice(0, at),
		(text, at) => text.slice(at),
		(text, at) => `${text.slice(0, at)}${'0'.repeat(100)}${text.slice(at)}`,
		(text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')),
		(text) => `${text}${text}`,
		(text) => `${text}?${'a'.repeat(2000)}`,
		(text) => ` ${text}\n`,
	),
	inserted,
);

/** Texts that were written well, and then got lost on their way. */
const spoilt = (written: fc.Arbitrary<Written>) =>
	fc
		.tuple(written, fc.array(fc.tuple(change, fc.nat()), { minLength: 1, maxLength: 2 }))
		.map(([{ text }, changes]) =>
			changes.reduce((result, [each, at]) => each(result, at % (result.length + 1)), text),
		);

/** @returns undefined where the parser refuses */
function meaning({ parse }: Kind, text: string): string | undefined {
	try {
		return parse(text);
	} catch (error) {
		if (error instanceof Problem) return undefined;
		throw error;
	}
}

const NODE = {
	id: '1',
	name: 'LinkedIn Media',
	type: 'linkedInMedia',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

/** Characters. */
const ENORMOUS = often(60_000, 600_000);

/** What a regex that goes back and forth would do so at. */
const PIECES = [
	' ',
	'0',
	'a.',
	'%C3%A9',
	'urn:li:share:1',
	'urn:li:organization:1 ',
	'https://www.linkedin.com/',
	'-share-7464260847507447809',
];

/** As n8n does it, in the editor and before a run; a text that starts with `=` it does not look at. */
function isValidForN8n(regex: string, value: string): boolean {
	const field: INodeProperties = {
		displayName: 'Field',
		name: 'field',
		type: 'resourceLocator',
		default: { mode: 'urn', value: '' },
		modes: [
			{
				displayName: 'By URN',
				name: 'urn',
				type: 'string',
				validation: [{ type: 'regex', properties: { regex, errorMessage: 'red' } }],
			},
		],
	};
	const values = { field: { __rl: true as const, mode: 'urn', value } };
	return patiently(
		() => NodeHelpers.getParameterIssues(field, values, '', NODE, null).parameters === undefined,
	);
}

/** n8n allows a regex 250 ms by the clock, which pass on a busy machine while nothing runs. */
function patiently<Result>(ask: () => Result): Result {
	for (let tries = 1; ; tries += 1) {
		try {
			return ask();
		} catch (error) {
			const isBusy = error instanceof Error && error.message.includes('timed out');
			if (!isBusy || tries === 5) throw error;
		}
	}
}

/** What the parser and the form say to a text. */
function verdicts(kind: Kind, text: string) {
	const regex = regexOf(kind.notation);
	const found = meaning(kind, text);
	const green = new RegExp(`^${regex}$`).test(text);
	return {
		text,
		found,
		green,
		greenInN8n: text.startsWith('=') ? green : isValidForN8n(regex, text),
		greenWhereOptional: new RegExp(`^${regexOrEmpty(kind.notation)}$`).test(text),
		harmless: found === undefined || kind.harmless.test(found),
	};
}

/** @returns whether the text was accepted */
function expectAgreement(kind: Kind, text: string): boolean {
	const said = verdicts(kind, text);
	const { found } = said;
	const accepted = found !== undefined;
	expect(said).toEqual({
		text,
		found,
		green: accepted,
		greenInN8n: accepted,
		greenWhereOptional: accepted || text === '',
		harmless: true,
	});
	return accepted;
}

describe.each(KINDS)('%s', (_, kind) => {
	test('is read as it is meant, and green, however it is written', () => {
		fc.assert(
			fc.property(kind.written, space, space, ({ text, means }, before, after) => {
				const spaced = `${before}${text}${after}`;
				expectAgreement(kind, spaced);
				expect({ spaced, means: meaning(kind, spaced) }).toEqual({ spaced, means });
			}),
			RUNS,
		);
	});

	test('is green exactly when it is accepted, whatever became of it', () => {
		let accepted = 0;
		fc.assert(
			fc.property(spoilt(kind.written), (text) => {
				if (expectAgreement(kind, text)) accepted += 1;
			}),
			RUNS,
		);
		// Both happen often.
		expect(accepted).toBeGreaterThan(RUNS.numRuns / 20);
		expect(accepted).toBeLessThan((RUNS.numRuns * 19) / 20);
	});

	test('nor is any other text', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: anyCharacter }), textOf('urnli:%3Ashareog0/.?#-_= \n', 0, 40)),
				(text) => void expectAgreement(kind, text),
			),
			RUNS,
		);
	});

	// A regex that is not linear would be at it for hours.
	test.each(['', 'https://www.linkedin.com/', 'linkedin.com/company/', 'linkedin.com/posts/'])(
		'even if it is enormous: %j and a lot of the same',
		(start) => {
			const regex = new RegExp(`^${regexOf(kind.notation)}$`);
			for (const piece of PIECES) {
				for (const end of ['', ' ', '!', '\n!']) {
					const text = `${start}${piece.repeat(ENORMOUS / piece.length)}${end}`;
					const accepted = meaning(kind, text) !== undefined;
					expect([piece, end, regex.test(text)]).toEqual([piece, end, accepted]);
				}
			}
		},
	);
});
