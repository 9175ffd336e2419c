import { causeOf } from '../../../linkedin/api/cause';

const secret = 'AQX'.padEnd(60, 'a1B');

/** As axios throws: the error carries the request, and so the token. */
function axiosError(): Error {
	const socket = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), {
		code: 'ECONNREFUSED',
		syscall: 'connect',
		address: '127.0.0.1',
	});
	return Object.assign(new Error(`Request failed: Bearer ${secret}`, { cause: socket }), {
		name: 'AxiosError',
		code: 'ERR_NETWORK',
		config: { headers: { Authorization: `Bearer ${secret}` }, url: 'https://x/?sig=1' },
		response: { data: secret },
	});
}

const all = (error: Error | undefined): string =>
	error === undefined
		? ''
		: [
				error.name,
				error.message,
				error.stack,
				JSON.stringify(error),
				all(toError(error.cause)),
			].join('\n');
const toError = (value: unknown) => (value instanceof Error ? value : undefined);

test('keeps names, words, codes and stacks, all the way down', () => {
	const cause = causeOf(axiosError());
	expect(cause).toMatchObject({ name: 'AxiosError', code: 'ERR_NETWORK' });
	expect(cause?.stack).toContain('cause.test');
	expect(cause?.cause).toMatchObject({
		message: 'connect ECONNREFUSED 127.0.0.1:443',
		code: 'ECONNREFUSED',
		syscall: 'connect',
	});
});

test('holds no secret, no request and no answer', () => {
	const cause = causeOf(axiosError());
	expect(all(cause)).not.toContain(secret);
	expect(Object.keys(cause ?? {})).not.toContain('config');
});

test('of several attempts it keeps the last one', () => {
	const attempts = [new Error('first'), new Error('last')];
	expect(causeOf(new AggregateError(attempts, ''))?.cause).toMatchObject({ message: 'last' });
});

test('a circle ends', () => {
	const circular = new Error('round');
	circular.cause = circular;
	expect(all(causeOf(circular)).match(/round/g)?.length).toBeLessThan(60);
});

test.each([undefined, null, 'text', 42, {}])('%j is no error', (value) => {
	expect(causeOf(value)).toBeUndefined();
});
