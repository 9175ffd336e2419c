import { newest } from '../harness/installs';
import { binaryModeSuite } from '../suites/binaryModes';

for (const mode of ['default', 'filesystem', 'database'] as const) binaryModeSuite(newest(), mode);
