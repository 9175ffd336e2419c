import { doorHolds } from './door';

/** Some URLs; `npm run soak:door` tries thousands. */
doorHolds(3);
