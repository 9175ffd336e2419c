import { getAssetArtifacts } from '../../../../linkedin/upload/asset/entity';
import { readOperation } from './read';

/** What LinkedIn has made of a legacy asset: renditions and their addresses. */
export const getArtifacts = readOperation(
	{
		value: 'getArtifacts',
		name: 'Get Artifacts',
		action: 'Get the artifacts of an asset',
		description: 'Get the files LinkedIn generated from an asset',
	},
	getAssetArtifacts,
);
