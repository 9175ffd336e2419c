import { errorBodyOf } from '../../../linkedin/api/errorBody';
import { answer } from './support';

describe('the body of an error', () => {
	test.each([
		['{"message":"Gone","status":404,"code":"NOT_FOUND"}', 'NOT_FOUND', 'Gone'],
		['{"message":"Gone","serviceErrorCode":65600}', '65600', 'Gone'],
		['{"message":"Gone","serviceErrorCode":1,"code":"A"}', 'A', 'Gone'],
		['{"message":1,"code":2}', undefined, undefined],
		['{"message":"EXPIRED_UPLOAD_URL","status":400}', 'EXPIRED_UPLOAD_URL', 'EXPIRED_UPLOAD_URL'],
		[
			'{"message":"MEDIA_ASSET_WAITING_UPLOAD"}',
			'MEDIA_ASSET_WAITING_UPLOAD',
			'MEDIA_ASSET_WAITING_UPLOAD',
		],
		['{"message":"The EXPIRED_UPLOAD_URL"}', undefined, 'The EXPIRED_UPLOAD_URL'],
		['{"message":"CONSTRUCTOR"}', undefined, 'CONSTRUCTOR'],
		['{}', undefined, undefined],
		['[]', undefined, '[]'],
		['', undefined, undefined],
		['  upstream timeout\n', undefined, 'upstream timeout'],
		['{"message":', undefined, '{"message":'],
		['<!DOCTYPE html><h1>502</h1>', undefined, undefined],
		['  <html>', undefined, undefined],
	])('%j has the code %s and the message %j', (body, code, message) => {
		expect(errorBodyOf(answer(400, body))).toEqual({ code, message });
	});
});
