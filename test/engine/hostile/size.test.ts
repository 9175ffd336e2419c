import { file, scene, talk } from '../scene';
import { answersAreBounded, TOO_LARGE, TOO_LARGE_WORDS } from './boundCases';

const stage = scene();
const { asset, document, image, plan, upload, video } = stage;
const URN = 'urn:li:video:C4E10AQ';

answersAreBounded(stage);

describe('an answer that is too large is an error that says so', () => {
	test.each([
		['videos.initializeUpload', () => upload(talk())],
		['videos.part', () => upload(talk())],
		['images.initializeUpload', () => image('upload').of(file('picture.png'))],
		['images.upload', () => image('upload').of(file('picture.png'))],
		['documents.get', () => document('get', { urn: 'urn:li:document:C4E10AQ' })],
		['assets.registerUpload', () => asset('upload', { mediaType: 'video' }).of(talk())],
		['videos.batchGet', () => video('batchGet', { urns: `${URN},${URN}2` })],
	] as const)('%s', async (endpoint, run) => {
		plan(endpoint, TOO_LARGE, { call: 'every' });
		await run().fails(TOO_LARGE_WORDS);
	});
});
