import { getAssetArtifacts } from '../../../../linkedin/upload/asset/entity';
import { readOperation } from './read';

/** The files that LinkedIn generated from a legacy asset: renditions and their URLs. */
export const getArtifacts = readOperation(
	{
		value: 'getArtifacts',
		name: 'Get Artifacts',
		action: 'Get the artifacts of a legacy asset',
		description: 'Get the files LinkedIn generated from an asset',
	},
	getAssetArtifacts,
);
