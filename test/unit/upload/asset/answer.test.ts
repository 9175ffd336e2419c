import { JsonFields, UnexpectedAnswer } from '../../../../linkedin/api/parse';
import { readRegistered } from '../../../../linkedin/upload/asset/answer';

const ASSET = 'urn:li:digitalmediaAsset:C5605AQHAq1EzmbDx4A';
const ARTIFACT = `urn:li:digitalmediaMediaArtifact:(${ASSET},urn:li:digitalmediaMediaArtifactClass:uploadedVideo)`;
const PACKAGE = 'com.linkedin.digitalmedia.uploading';
const URL = 'https://www.linkedin.com/dms-uploads/C5605AQHAq1EzmbDx4A/uploadedVideo/0';

const single = (request: object): object => ({ [`${PACKAGE}.MediaUploadHttpRequest`]: request });
const inParts = (request: object): object => ({ [`${PACKAGE}.MultipartUpload`]: request });
const part = (firstByte: number, lastByte: number, more: object = {}): object => ({
	url: `${URL}?pn=${firstByte}`,
	byteRange: { firstByte, lastByte },
	...more,
});

const read = (uploadMechanism: object, fileSize: number | undefined, value: object = {}) =>
	readRegistered(
		JsonFields.of(
			{ value: { asset: ASSET, mediaArtifact: ARTIFACT, uploadMechanism, ...value } },
			'',
		),
		fileSize,
	);

describe('headers that the answer names', () => {
	const headersOf = (headers: object | undefined): unknown =>
		read(single({ uploadUrl: URL, headers }), 5).parts[0]?.headers;

	test('go with the PUT, whose bytes are an octet stream unless it says otherwise', () => {
		expect(headersOf({ 'media-type-family': 'VIDEO' })).toStrictEqual({
			'Content-Type': 'application/octet-stream',
			'media-type-family': 'VIDEO',
		});
		expect(headersOf({ 'content-type': 'video/mp4' })).toStrictEqual({
			'Content-Type': 'video/mp4',
		});
		expect(headersOf(undefined)).toStrictEqual({ 'Content-Type': 'application/octet-stream' });
	});

	test.each([
		{ Authorization: 'Bearer x' },
		{ host: 'evil.example' },
		{ 'X-HTTP-Method-Override': 'DELETE' },
		{ 'X-RestLi-Method': 'delete' },
		{ Cookie: 'x' },
	])('but no other: %j', (headers) => {
		expect(headersOf(headers)).toStrictEqual({ 'Content-Type': 'application/octet-stream' });
	});

	test.each([
		{ 'content-type': 'video/mp4\r\nX-HTTP-Method-Override: DELETE' },
		{ 'Content-Type': 7 },
		{ 'media-type-family': 'a b' },
	])('and no value that they never have: %j', (headers) => {
		expect(() => headersOf(headers)).toThrow('has a value that LinkedIn never uses');
	});

	test('each part has its own', () => {
		const { parts } = read(
			inParts({
				partUploadRequests: [
					part(0, 3, { headers: { 'content-type': 'video/mp4' } }),
					part(4, 4, { headers: { 'media-type-family': 'VIDEO' } }),
				],
				metadata: 'm',
			}),
			5,
		);
		expect(parts.map(({ headers }) => headers)).toStrictEqual([
			{ 'Content-Type': 'video/mp4' },
			{ 'Content-Type': 'application/octet-stream', 'media-type-family': 'VIDEO' },
		]);
	});
});

test('several parts expire with the first of them', () => {
	const registered = read(
		inParts({
			partUploadRequests: [part(0, 3, { urlExpiresAt: 2000 }), part(4, 4, { urlExpiresAt: 1000 })],
			metadata: 'm',
		}),
		5,
	);
	expect(registered).toMatchObject({ uploadType: 'MULTIPART', metadata: 'm', expiresAt: 1000 });
});

describe('refused, naming the asset that exists by then', () => {
	test.each<[string, object, number | undefined, object, RegExp]>([
		['no mechanism', {}, 5, {}, /neither one request nor several parts/],
		['no address', single({}), 5, {}, /uploadUrl is missing/],
		['no metadata', inParts({ partUploadRequests: [part(0, 4)] }), 5, {}, /metadata is missing/],
		[
			'no parts',
			inParts({ partUploadRequests: [], metadata: 'm' }),
			5,
			{},
			/partUploadRequests is empty/,
		],
		[
			'parts of a file whose size nobody told',
			inParts({ partUploadRequests: [part(0, 4)], metadata: 'm' }),
			undefined,
			{},
			/of unknown size/,
		],
		[
			'a gap',
			inParts({ partUploadRequests: [part(0, 1), part(3, 4)], metadata: 'm' }),
			5,
			{},
			/part 2 starts at 3, expected 2/,
		],
		[
			'the artifact of another asset',
			single({ uploadUrl: URL }),
			5,
			{ mediaArtifact: ARTIFACT.replace('C5605', 'C9999') },
			/mediaArtifact does not belong to the asset/,
		],
	])('%s', (_, mechanism, fileSize, value, says) => {
		expect(() => read(mechanism, fileSize, value)).toThrow(UnexpectedAnswer);
		expect(() => read(mechanism, fileSize, value)).toThrow(says);
		expect(() => read(mechanism, fileSize, value)).toThrow(ASSET);
	});

	test('an asset that is none', () => {
		expect(() => read(single({ uploadUrl: URL }), 5, { asset: 'urn:li:video:1' })).toThrow(
			'value.asset is not the URN of an asset',
		);
	});
});
