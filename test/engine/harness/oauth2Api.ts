import type {
	ICredentialType,
	IDisplayOptions,
	INodeProperties,
	NodePropertyTypes,
} from 'n8n-workflow';

const whenRegistered: IDisplayOptions['show'] = { useDynamicClientRegistration: [false] };
const whenAuthorized: IDisplayOptions['show'] = {
	...whenRegistered,
	grantType: ['authorizationCode', 'pkce'],
};
const whenInBody: IDisplayOptions['show'] = {
	...whenRegistered,
	grantType: ['clientCredentials'],
	authentication: ['body'],
};

const property = (
	name: string,
	type: NodePropertyTypes,
	value: INodeProperties['default'],
	show?: IDisplayOptions['show'],
): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: value,
	...(show && { displayOptions: { show } }),
	...(type === 'options' && { options: [] }),
});

/** The properties of the OAuth2 credential that n8n brings itself: names, defaults and when they hold. */
export const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		property('useDynamicClientRegistration', 'hidden', false),
		property('grantType', 'options', 'authorizationCode', whenRegistered),
		property('serverUrl', 'string', '', { useDynamicClientRegistration: [true] }),
		property('authUrl', 'string', '', whenAuthorized),
		property('accessTokenUrl', 'string', '', whenRegistered),
		property('clientId', 'string', '', whenRegistered),
		property('clientSecret', 'string', '', whenRegistered),
		property('scope', 'string', '', whenRegistered),
		property('authQueryParameters', 'string', '', whenAuthorized),
		property('authentication', 'options', 'header', whenRegistered),
		property('sendAdditionalBodyProperties', 'boolean', false, whenInBody),
		property('additionalBodyProperties', 'json', '', {
			...whenInBody,
			sendAdditionalBodyProperties: [true],
		}),
		{ ...property('ignoreSSLIssues', 'boolean', false), doNotInherit: true },
		{ ...property('tokenExpiredStatusCode', 'number', 401), doNotInherit: true },
	],
};
