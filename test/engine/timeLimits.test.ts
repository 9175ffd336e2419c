import { openUndici } from '../../nodes/transport/bytePlane/undici';
import { sendPlain } from '../../nodes/transport/plainRequest';
import { DrivenWatch } from '../drivenWatch';
import { scene, talk, until } from './scene';
import { silenceIsNoticed, timeLimitsHold, type Plane } from './timeLimitCases';

const byHelper: Plane = (execution) =>
	Promise.resolve({ send: sendPlain(execution), close: () => Promise.resolve() });

timeLimitsHold('n8n’s helper', byHelper);
silenceIsNoticed(byHelper);
timeLimitsHold('undici', async () => {
	const opened = await openUndici();
	if (!opened) throw new Error('undici is not there');
	return opened;
});

describe('a call with the token', () => {
	const { plan, requests, upload } = scene();
	const CALL_MS = 60_000;

	test('that nobody answers ends with its own time', async () => {
		const watch = new DrivenWatch();
		plan('videos.initializeUpload', { kind: 'stall' });
		const { failed } = await upload(talk())
			.onError('continueErrorOutput')
			.during(async (until) => {
				await until(() => requests('videos.initializeUpload').length === 1);
				await watch.pass(CALL_MS);
			});
		await until(() => requests('videos.initializeUpload').every(({ aborted }) => aborted));
		expect(failed).toMatchObject({
			message: expect.stringContaining('LinkedIn didn’t respond') as string,
			description: expect.stringMatching(
				/It’s unclear whether LinkedIn received the request.*no response within 60 seconds/s,
			) as string,
			code: 'ANSWER_TIMEOUT',
		});
	});
});
