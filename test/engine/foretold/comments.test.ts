import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { activityOf } from '../../simulator';
import { commenting } from '../commentSupport';
import { COMMENTING } from '../postSupport';
import { byExpression, OWNER, PAGE, scene } from '../scene';
import { binaries, fileFor, files } from './files';
import { agreement, mostly, RUNS, showsUnread, TIMEOUT_MS, type Unforeseeable } from './support';

const stage = scene({ linkedIn: { readings: { commentImages: 'accepted' } } });
const { comment, entry, linkedIn } = stage;
const { aComment, aPost } = commenting(stage);

jest.setTimeout(TIMEOUT_MS);

const SCOPES: readonly string[][] = [
	COMMENTING,
	['w_organization_social_feed', 'w_member_social_feed'],
	['w_organization_social', 'w_member_social', 'r_organization_social'],
	['r_organization_social_feed'],
	['openid'],
];
const scopes = mostly(SCOPES.slice(0, 3), SCOPES);
const actors = mostly([PAGE, PAGE, OWNER], ['nobody', 'urn:li:sponsoredAccount:123456789']);
const texts = mostly(
	['First', 'Thanks, @[Page with an admin](urn:li:organization:2414183)', 'C# 🎉'],
	[
		'',
		' ',
		'Thanks, @[Ada](urn:li:person:undefined)',
		'@[linkedin.com/company/nobody-knows-it] is here',
	],
);

/** A comment of the page, the reply of nobody, and what is neither. */
const COMMENTS: Record<string, (own: string) => string> = {
	own: (own) => own,
	gone: (own) => own.replace(/[0-9]+\)$/, '7999999999999999999)'),
	'of a post that is gone': () => 'urn:li:comment:(urn:li:activity:7999999999999999999,1)',
	'a post': () => 'urn:li:share:7000000000000000001',
	undefined: () => 'undefined',
	empty: () => '',
};
const comments = mostly(['own'], Object.keys(COMMENTS));

const POSTS: Record<string, (own: string) => string> = {
	own: (own) => own,
	'by its activity': activityOf,
	'by its URL': (own) => `https://www.linkedin.com/feed/update/${own}`,
	gone: () => 'urn:li:share:7999999999999999999',
	'a video': () => 'urn:li:video:C4E10AQFn10iWtKexVA',
	undefined: () => 'urn:li:share:undefined',
	empty: () => '',
};
const posts = mostly(['own', 'by its activity', 'by its URL'], Object.keys(POSTS));

/**
 * A check doesn't ask for the post: who may comment on it may mostly not read it, and LinkedIn doesn't tell
 * those two apart.
 */
const isGone: Unforeseeable = (_, { told }) => /\(status 404\)|can’t find/.test(told);

const IMAGES: Record<string, (actor: string) => string> = {
	right: (owner) => entry('image', { owner, account: '' }),
	'of another': (owner) => entry('image', { owner: owner === PAGE ? OWNER : PAGE, account: '' }),
	processing: (owner) => entry('image', { owner, account: '', status: 'PROCESSING' }),
	failed: (owner) =>
		entry('image', { owner, account: '', status: 'PROCESSING_FAILED', failure: 'bad' }),
	unfinished: (owner) => entry('image', { owner, account: '', status: 'WAITING_UPLOAD' }),
	unknown: () => 'urn:li:image:C4E10unknown',
	video: (owner) => entry('video', { owner, account: '' }),
	nothing: () => '',
};

const created = fc.record({
	commentOn: fc.constantFrom('post', 'post', 'comment'),
	on: posts,
	parent: comments,
	actor: actors,
	text: texts,
	imageSource: mostly(['none', 'binaryData', 'urn'], ['smoke']),
	image: mostly(['right'], Object.keys(IMAGES)),
	imageField: files,
	options: mostly<INodeParameters>(
		[{}, { textFormat: 'markdown' }, { onImageRefused: 'withoutImage' }],
		[{ waitSeconds: 0 }, { waitSeconds: -1 }, { checkFile: false }],
	),
	scopes,
});

test('create, and reply, with images', async () => {
	const expectAgreement = agreement(
		linkedIn,
		(said, run) => isGone(said, run) || showsUnread(said),
	);
	await fc.assert(
		fc.asyncProperty(created, async (given) => {
			await linkedIn.reset();
			linkedIn.configure({ readings: { commentImages: 'accepted' } });
			const { commentOn, on, parent, actor, text, imageSource, image, imageField } = given;
			const own = commentOn === 'post' ? await aPost() : await aComment();
			const form: INodeParameters = {
				commentOn,
				post: byExpression(POSTS[on]?.(own) ?? ''),
				parentComment: byExpression(COMMENTS[parent]?.(own) ?? ''),
				actor: byExpression(actor),
				text,
				imageSource,
				imageUrn: imageSource === 'urn' ? (IMAGES[image]?.(actor) ?? '') : '',
				imageBinaryPropertyName: fileFor('image', imageField),
			};
			await expectAgreement((more) =>
				comment('create', form)
					.of(binaries)
					.options({ maxRetries: 0, ...given.options, ...more })
					.scopes(...given.scopes),
			);
		}),
		RUNS,
	);
});

const changed = fc.record({
	operation: fc.constantFrom('update', 'delete'),
	urn: comments,
	actor: actors,
	text: texts,
	scopes,
});

/** Who may not read a comment is not told whether it is there, and who has written it. */
const cantRead: Unforeseeable = ({ ok, preview }) => ok && !('now' in preview);

test('update and delete', async () => {
	const expectAgreement = agreement(linkedIn, cantRead);
	await fc.assert(
		fc.asyncProperty(changed, async ({ operation, urn, actor, text, scopes: granted }) => {
			await linkedIn.reset();
			const own = await aComment();
			const form = {
				urn: byExpression(COMMENTS[urn]?.(own) ?? ''),
				actor: byExpression(actor),
				...(operation === 'update' && { text }),
			};
			await expectAgreement((more) =>
				comment(operation, form)
					.options({ maxRetries: 0, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
