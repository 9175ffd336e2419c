import type { Resource } from '../../../run/operation';
import { completeUpload } from './completeUpload';
import { convertUrn } from './convertUrn';
import { get } from './get';
import { getArtifacts } from './getArtifacts';
import { registerUpload } from './registerUpload';
import { upload } from './upload';

export const asset: Resource = {
	value: 'asset',
	name: 'Asset (Legacy)',
	description: 'Images and videos by the older Vector Assets API',
	defaultOperation: 'upload',
	operations: [upload, registerUpload, completeUpload, get, getArtifacts, convertUrn],
};
