import { doorHolds } from '../engine/door';

/** Thousands of forged sessions, directly and by a proxy: `npm run soak:door`. */

jest.setTimeout(1_800_000);

doorHolds(150);
