export const endpointNames = [
	'oauth.authorization',
	'oauth.accessToken',
	'userinfo',
	'videos.initializeUpload',
	'videos.part',
	'videos.captions',
	'videos.thumbnail',
	'videos.finalizeUpload',
	'videos.get',
	'images.initializeUpload',
	'images.upload',
	'images.get',
] as const;

export type EndpointName = (typeof endpointNames)[number];

export function isEndpointName(value: unknown): value is EndpointName {
	return endpointNames.some((name) => name === value);
}
