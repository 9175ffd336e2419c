/** @jest-environment-options {"packages": {"axios": "axios-of-n8n-2.0"}} */
import { answersAreBounded } from '../hostile/boundCases';
import { scene } from '../scene';
import { axiosIsOld } from './oldAxios';

axiosIsOld();
answersAreBounded(scene());
