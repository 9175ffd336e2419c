import { ResponseHeaders, type HttpRequest } from '../../../linkedin/api/http';
import { tunnelled } from '../../../linkedin/api/tunnel';
import { readOnly, sendNothing } from '../../../nodes/run/readOnly';

const answer = { status: 200, headers: new ResponseHeaders({}), body: '' };
const request = (method: HttpRequest['method'], query = 'secret=1'): HttpRequest => ({
	method,
	url: `https://api.linkedin.com/rest/videos?${query}`,
	headers: {},
	timeoutMs: 1000,
});

test.each([request('GET'), tunnelled(request('GET', `ids=${'x'.repeat(5000)}`))])(
	'a read goes through, whatever its method: %j',
	async (read) => {
		const send = jest.fn().mockResolvedValue(answer);
		await expect(readOnly(send)(read)).resolves.toBe(answer);
		expect(send).toHaveBeenCalledTimes(1);
	},
);

test.each(['POST', 'PUT', 'DELETE'] as const)('%s goes nowhere', async (method) => {
	const send = jest.fn();
	const writing = /^A check was about to write \(\w+ \/rest\/videos\)$/;
	await expect(readOnly(send)(request(method))).rejects.toThrow(writing);
	await expect(sendNothing(request(method))).rejects.toThrow(writing);
	expect(send).not.toHaveBeenCalled();
});
