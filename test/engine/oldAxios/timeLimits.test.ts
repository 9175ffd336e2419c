/** @jest-environment-options {"packages": {"axios": "axios-of-n8n-2.0"}} */
import { sendPlain } from '../../../nodes/transport/plainRequest';
import { silenceIsNoticed, timeLimitsHold, type Plane } from '../timeLimitCases';
import { axiosIsOld } from './oldAxios';

const byHelper: Plane = (execution) =>
	Promise.resolve({ send: sendPlain(execution), close: () => Promise.resolve() });

axiosIsOld();
timeLimitsHold('n8n’s helper on old axios', byHelper);
silenceIsNoticed(byHelper);
