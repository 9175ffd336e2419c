import { newest } from '../harness/installs';
import { environmentInstallSuite } from '../suites/environmentInstall';

environmentInstallSuite(newest());
