import { sendPlain } from '../../../nodes/transport/plainRequest';
import { silenceIsNoticed, timeLimitsHold, type Plane } from '../timeLimitCases';

/** The axios of n8n 2.0.3, in the place of today's, behind n8n's own helper. */
jest.mock('axios', (): unknown => jest.requireActual('axios-of-n8n-2.0'));

const byHelper: Plane = (execution) =>
	Promise.resolve({ send: sendPlain(execution), close: () => Promise.resolve() });

test('the axios behind n8n’s helper is the old one', () => {
	expect(jest.requireMock<{ VERSION: string }>('axios').VERSION).toBe('1.12.0');
});

timeLimitsHold('n8n’s helper on old axios', byHelper);
silenceIsNoticed(byHelper);
