import { putPart } from '../assets/parts/put';
import { resource, type Call, type Room } from '../core/routing';
import { completeMultiPartUpload } from './complete';
import { getAsset } from './get';
import { assetParts } from './parts';
import { registerUpload } from './register';
import { putWhole } from './upload';

const calls: Readonly<Record<string, Call>> = {
	'POST ?action=registerUpload': ['assets.registerUpload', registerUpload],
	'POST ?action=completeMultiPartUpload': [
		'assets.completeMultiPartUpload',
		completeMultiPartUpload,
	],
	'GET /key': ['assets.get', getAsset],
};

/** Addresses that register hands out. A part of `/rest/videos` has its number in the path instead. */
const uploads: Room = (simulation, { query, segments }) => {
	const [root, id = '', kind = '', last] = segments;
	if (root !== 'dms-uploads') return undefined;
	if (kind !== 'uploadedVideo' && !kind.endsWith('-uploadedImage')) return undefined;
	if (last === '0') {
		return { endpoint: 'assets.upload', handle: (request) => putWhole(simulation, request, id) };
	}
	const number = query.get('pn') ?? '';
	if (last !== undefined || !/^[1-9]\d*$/.test(number)) return undefined;
	const part = Number(number);
	return {
		endpoint: 'assets.part',
		part,
		handle: (request) => putPart(assetParts, simulation, request, { id, number: part }),
	};
};

/** linkedin-vector-assets-api shows every call below both roots. */
export const vectorAssetRoutes: readonly Room[] = [
	resource('/rest/assets', calls),
	resource('/v2/assets', calls),
	uploads,
];
