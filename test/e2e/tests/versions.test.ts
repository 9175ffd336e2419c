import { newest, oldest } from '../harness/installs';
import { versionSuite } from '../suites/versions';

for (const install of [newest(), oldest()]) {
	versionSuite(install, true);
	versionSuite(install, false);
}
