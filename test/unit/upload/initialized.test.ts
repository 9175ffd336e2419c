import { JsonFields, UnexpectedAnswer } from '../../../linkedin/api/parse';
import { readInitializedSingle, readInitializedVideo } from '../../../linkedin/upload/initialized';
import { instructionsFor, partsOf, UPLOADS, VIDEO } from './support';

const videoValue = (changes: Record<string, unknown> = {}) => ({
	video: VIDEO,
	uploadInstructions: instructionsFor([10, 5]),
	uploadToken: '',
	uploadUrlsExpireAt: 1_800_000_000_000,
	...changes,
});
const readVideo = (value: unknown, fileSize = 15) =>
	readInitializedVideo(JsonFields.of({ value }, ''), fileSize);
const readImage = (value: unknown) => readInitializedSingle(JsonFields.of({ value }, ''), 'image');

describe('the start of a video', () => {
	test('is read whole', () => {
		const urls = { captionsUploadUrl: `${UPLOADS}/c`, thumbnailUploadUrl: `${UPLOADS}/t` };
		expect(readVideo(videoValue({ uploadToken: 'abc', ...urls }))).toEqual({
			urn: VIDEO,
			uploadToken: 'abc',
			expiresAt: 1_800_000_000_000,
			parts: partsOf([10, 5]),
			...urls,
		});
	});

	test('may lack what LinkedIn leaves out: token, date, further addresses', () => {
		const lean = videoValue({ uploadToken: undefined, uploadUrlsExpireAt: null });
		expect(readVideo(lean)).toEqual({ urn: VIDEO, uploadToken: '', parts: partsOf([10, 5]) });
	});

	test.each([
		[undefined, 'value is missing'],
		[videoValue({ video: undefined }), 'value.video is missing'],
		[videoValue({ video: 'urn:li:image:C1' }), 'value.video is not the URN of the video'],
		[videoValue({ video: 'urn:li:video:' }), 'value.video is not the URN of the video'],
		[videoValue({ video: 'urn:li:video:a/../b' }), 'value.video is not the URN of the video'],
		[videoValue({ video: `${VIDEO}\n` }), 'value.video is not the URN of the video'],
		[videoValue({ uploadToken: 1 }), 'value.uploadToken is not text'],
	])('%j is refused: %s', (value, message) => {
		expect(() => readVideo(value)).toThrow(new UnexpectedAnswer(message));
	});

	test.each([
		[{ uploadInstructions: [] }, 'value.uploadInstructions is empty'],
		[{ uploadInstructions: {} }, 'value.uploadInstructions is not a list'],
		[
			{ uploadInstructions: [{ firstByte: 0, lastByte: 14 }] },
			'value.uploadInstructions[0].uploadUrl is missing',
		],
		[
			{ uploadInstructions: [{ uploadUrl: 'u', firstByte: '0', lastByte: 14 }] },
			'value.uploadInstructions[0].firstByte is not a whole number',
		],
		[
			{ uploadInstructions: instructionsFor([10]) },
			'the parts end at byte 9, but the file has 15 bytes',
		],
	])('a bad plan names the video, which exists by now: %j', (changes, message) => {
		expect(() => readVideo(videoValue(changes))).toThrow(
			new UnexpectedAnswer(`${message} (the empty upload is ${VIDEO})`),
		);
	});
});

describe('the start of an image', () => {
	const value = { image: 'urn:li:image:C4E10', uploadUrl: `${UPLOADS}/1`, uploadUrlExpiresAt: 5 };

	test('is read whole', () => {
		expect(readImage(value)).toEqual({
			urn: 'urn:li:image:C4E10',
			uploadUrl: `${UPLOADS}/1`,
			expiresAt: 5,
		});
	});

	test('may lack its date', () => {
		expect(readImage({ ...value, uploadUrlExpiresAt: undefined })).not.toHaveProperty('expiresAt');
	});

	test.each([
		[{ image: VIDEO }, /^value\.image is not the URN of the image$/],
		[{ uploadUrl: undefined }, /^value\.uploadUrl is missing \(the empty upload is urn:li:image:/],
		[{ uploadUrlExpiresAt: '5' }, /^value\.uploadUrlExpiresAt is not a whole number$/],
	])('%j is refused', (changes, message) => {
		expect(() => readImage({ ...value, ...changes })).toThrow(UnexpectedAnswer);
		expect(() => readImage({ ...value, ...changes })).toThrow(message);
	});
});
