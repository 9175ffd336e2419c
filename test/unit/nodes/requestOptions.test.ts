import { requestOptions } from '../../../nodes/transport/requestOptions';
import { OPTIONS, REQUEST } from './support';

test('a request becomes n8n’s: the answer whole and as text, no redirect followed', () => {
	expect(requestOptions(REQUEST)).toStrictEqual(OPTIONS);
});

test('bytes are handed on as they are', () => {
	const body = Buffer.from('bytes');
	expect(requestOptions({ ...REQUEST, body }).body).toBe(body);
});

test('a request without a body has none, not an empty one', () => {
	const { body, ...bare } = REQUEST;
	expect(body).toBeDefined();
	expect(requestOptions(bare)).not.toHaveProperty('body');
});

test('n8n may change the headers it is given', () => {
	const options = requestOptions(REQUEST);
	Object.assign(options.headers ?? {}, { Authorization: 'Bearer t' });
	expect(REQUEST.headers).not.toHaveProperty('Authorization');
});
