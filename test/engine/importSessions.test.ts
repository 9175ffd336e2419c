import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { enlargeMp4, fixture } from '../fixtures/make';
import {
	imports,
	inLibrary,
	mediaIdOf,
	startReceiver,
	statesOf,
	videosOf,
	type Entry,
} from './importSupport';
import { errorIn, LOST_ANSWER, OWNER, PART, scene, sha256 } from './scene';

const { files, linkedIn, plan, requests, resource } = scene();
const { importItems, importList } = imports(resource);

const VIDEO = enlargeMp4(fixture('talk.mp4'), 3 * PART + 1234);
const OPTIONS = { maxRetries: 0, partConcurrency: 1 };
const FORM: INodeParameters = { ...inLibrary, options: OPTIONS };

const talk = (more: Entry = {}): Entry => ({
	url: files.add('/talk.mp4', VIDEO),
	id: 'talk',
	...more,
});
const partsSent = () => requests('videos.part').map(({ part }) => part);

/** An import that fails at the third part; the session that its entry carries. */
async function failAtPart3(form: INodeParameters = FORM): Promise<IDataObject> {
	const busy = plan('videos.part', { kind: 'status', status: 503 }, { part: 3, call: 'every' });
	const result = await importList([talk()], form);
	linkedIn.cancelPlan(busy);
	expect(statesOf(result)).toEqual(['failed']);
	return sessionIn(videosOf(result)[0]);
}

function sessionIn(entry: Record<string, unknown> | undefined): IDataObject {
	const session = entry?.uploadSession;
	if (!isRecord(session)) throw new Error(`no session: ${JSON.stringify(entry)}`);
	return session as IDataObject;
}

describe('an entry that failed carries its session, and goes on with it', () => {
	test.each<[string, (session: IDataObject) => IDataObject | string]>([
		['the object', (session) => session],
		['its JSON, as a table keeps it', (session) => JSON.stringify(session)],
	])('by %s: only what is missing is sent, and the library has one entry', async (_, given) => {
		const uploadSession = given(await failAtPart3());
		expect(partsSent()).toEqual([1, 2, 3]);
		const again = await importList([talk({ uploadSession })], FORM);
		expect(statesOf(again)).toEqual(['success']);
		expect(partsSent()).toEqual([1, 2, 3, 3, 4]);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		expect(linkedIn.videos()).toMatchObject([{ status: 'AVAILABLE', sha256: sha256(VIDEO) }]);
		expect(videosOf(again)[0]).not.toHaveProperty('uploadSession');
		expect(statesOf(await importList([talk()], FORM))).toEqual(['skipped']);
	});

	test('from the error output, by the row’s own field', async () => {
		const busy = plan('videos.part', { kind: 'status', status: 503 }, { part: 3, call: 'every' });
		const form = { ...FORM, output: 'entries' };
		const { items, errorItems } = await importItems([talk()], form).onError('continueErrorOutput');
		linkedIn.cancelPlan(busy);
		expect(items).toEqual([]);
		const error = errorIn(errorItems[0]);
		expect(error).toMatchObject({ entry: { id: 'talk' }, status: 503 });
		const { json } = await importItems([{ ...talk(), error: error }], form);
		expect(json).toMatchObject({ state: 'success' });
		expect(partsSent()).toEqual([1, 2, 3, 3, 4]);
	});

	test('where the last step’s answer was lost, nothing is sent twice', async () => {
		plan('videos.finalizeUpload', LOST_ANSWER);
		plan('videos.get', 503);
		const first = await importList([talk()], { options: OPTIONS });
		expect(statesOf(first)).toEqual(['failed']);
		const uploadSession = sessionIn(videosOf(first)[0]);
		const again = await importList([talk({ uploadSession })], { options: OPTIONS });
		expect(statesOf(again)).toEqual(['success']);
		expect(partsSent()).toEqual([1, 2, 3, 4]);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		expect(linkedIn.videos()).toHaveLength(1);
	});

	test('a second failure carries what has arrived meanwhile', async () => {
		const uploadSession = await failAtPart3();
		plan('videos.part', { kind: 'status', status: 503 }, { part: 4 });
		const second = await importList([talk({ uploadSession })], FORM);
		const third = await importList([talk({ uploadSession: sessionIn(videosOf(second)[0]) })], FORM);
		expect(statesOf(third)).toEqual(['success']);
		expect(partsSent()).toEqual([1, 2, 3, 3, 4, 4]);
	});

	test('one that was not reached stays as it came', async () => {
		const uploadSession = await failAtPart3();
		const url = files.add('/away.mp4', { content: VIDEO, instead: () => ({ status: 503 }) });
		const away = await importList([talk({ url, uploadSession })], FORM);
		expect(statesOf(away)).toEqual(['failed']);
		expect(sessionIn(videosOf(away)[0])).toMatchObject({ urn: uploadSession.urn });
	});
});

describe('a session that serves no more is left aside, with a warning', () => {
	test.each<[string, (session: IDataObject) => IDataObject, Entry, string]>([
		['it has expired', (session) => ({ ...session, expiresAt: 1 }), {}, 'have expired'],
		['it is another owner’s', (session) => ({ ...session, owner: OWNER }), {}, 'another owner'],
		[
			'it waits for captions',
			(session) => ({ ...session, captions: 'due' }),
			{},
			'waits for captions',
		],
	])('%s', async (_, change, more, words) => {
		const uploadSession = change(await failAtPart3());
		const again = await importList([talk({ uploadSession, ...more })], FORM);
		expect(statesOf(again)).toEqual(['success']);
		expect(videosOf(again)[0]?.warnings).toEqual([expect.stringContaining(words)]);
		expect(partsSent()).toEqual([1, 2, 3, 1, 2, 3, 4]);
		expect(requests('videos.initializeUpload')).toHaveLength(2);
	});

	test.each<[string, Buffer, string]>([
		['size', enlargeMp4(fixture('talk.mp4'), 3 * PART + 1235), 'bytes'],
		['start', enlargeMp4(fixture('odd/mp4-mvhd-duration-0.mp4'), VIDEO.length), 'first part'],
	])('the file has another %s', async (_, content, words) => {
		const uploadSession = await failAtPart3();
		const url = files.add('/other.mp4', content);
		const again = await importList([talk({ url, uploadSession })], FORM);
		expect(statesOf(again)).toEqual(['success']);
		expect(JSON.stringify(videosOf(again)[0]?.warnings)).toContain(words);
		const uploaded = linkedIn.video(mediaIdOf(videosOf(again)[0]));
		expect(uploaded).toMatchObject({ sha256: sha256(content), status: 'AVAILABLE' });
	});

	test('and where LinkedIn says that its URLs have expired, the next import begins anew', async () => {
		const uploadSession = await failAtPart3();
		plan('videos.part', {
			kind: 'status',
			status: 400,
			body: { status: 400, code: 'EXPIRED_UPLOAD_URL', message: 'Expired' },
		});
		const expired = await importList([talk({ uploadSession })], FORM);
		expect(statesOf(expired)).toEqual(['failed']);
		expect(videosOf(expired)[0]).not.toHaveProperty('uploadSession');
	});
});

describe('a session that is none', () => {
	test('fails its entry; the others go on', async () => {
		const list = [talk({ uploadSession: { urn: 'x' } }), talk({ id: 'other' })];
		const result = await importList(list, { options: OPTIONS });
		expect(statesOf(result)).toEqual(['failed', 'success']);
		expect(videosOf(result)[0]?.reason).toContain('Upload Session');
	});

	test.each<[string, (receiver: string) => string]>([
		['of another host', (receiver) => receiver],
		['of LinkedIn’s, at a path that is no upload’s', () => `${linkedIn.url}/somewhere/else`],
	])('of forged URLs (%s) sends nothing to them', async (_, forged) => {
		const session = await failAtPart3();
		const before = linkedIn.journal.length;
		const receiver = await startReceiver(() => 200);
		const parts = (session.parts as IDataObject[]).map((part) => ({
			...part,
			uploadUrl: forged(receiver.url),
		}));
		const result = await importList([talk({ uploadSession: { ...session, parts } })], {
			options: OPTIONS,
		});
		await receiver.close();
		expect(statesOf(result)).toEqual(['failed']);
		expect(receiver.calls).toEqual([]);
		expect(linkedIn.journal.length).toBe(before);
	});

	test('does not go with an image', async () => {
		const uploadSession = await failAtPart3();
		const result = await importList([talk({ uploadSession })], { mediaType: 'image' });
		expect(videosOf(result)[0]?.reason).toContain('the import is of images');
		expect(requests('images.initializeUpload')).toEqual([]);
	});
});

test('the webhook gets no session', async () => {
	const receiver = await startReceiver(() => 200);
	await failAtPart3({ ...FORM, notification: { webhookUrl: receiver.url } });
	await receiver.close();
	const [call] = receiver.calls;
	expect(JSON.parse(String(call?.body))).toMatchObject({ state: 'success' });
	expect(String(call?.body)).not.toMatch(/uploadSession|uploadUrl|dms-uploads/);
});
