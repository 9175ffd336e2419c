export const endpointNames = [
	'oauth.authorization',
	'oauth.accessToken',
	'oauth.introspectToken',
	'userinfo',
	'me',
	'videos.initializeUpload',
	'videos.part',
	'videos.captions',
	'videos.thumbnail',
	'videos.finalizeUpload',
	'videos.get',
	'videos.batchGet',
	'videos.find',
	'videos.partialUpdate',
	'images.initializeUpload',
	'images.upload',
	'images.get',
	'posts.create',
	'posts.get',
	'posts.batchGet',
	'posts.delete',
	'documents.initializeUpload',
	'documents.upload',
	'documents.get',
	'images.batchGet',
	'images.find',
	'images.partialUpdate',
	'download',
	'organizationAcls',
	'organizations',
	'adAccounts',
	'assets.registerUpload',
	'assets.upload',
	'assets.part',
	'assets.completeMultiPartUpload',
	'assets.get',
] as const;

export type EndpointName = (typeof endpointNames)[number];

export function isEndpointName(value: unknown): value is EndpointName {
	return endpointNames.some((name) => name === value);
}
