import { getEventListeners } from 'events';
import { PassThrough } from 'stream';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { TIME_LIMITS } from '../../../linkedin/api/timeLimits';
import { openStored, type BinaryStream } from '../../../nodes/transport/stream';
import { DrivenWatch } from '../../drivenWatch';
import { failureOf } from '../api/support';

afterEach(() => {
	jest.restoreAllMocks();
});

test.each(['a cancel', 'its time'])(
	'a stream that its store gives after %s is ended',
	async (how) => {
		const watch = new DrivenWatch();
		const stop = new AbortController();
		const stream = new PassThrough();
		let give: (stream: BinaryStream) => void = () => undefined;
		const opening = openStored(
			stop.signal,
			() =>
				new Promise((resolve) => {
					give = resolve;
				}),
		);
		if (how === 'a cancel') stop.abort();
		await watch.pass(TIME_LIMITS.silenceMs);
		await watch.pass(1000);
		await failureOf(how === 'a cancel' ? CancelledError : ConnectionError, () => opening);
		give(stream);
		await new Promise(setImmediate);
		expect(stream.destroyed).toBe(true);
		expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
	},
);
