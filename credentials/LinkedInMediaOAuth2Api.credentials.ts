import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The scopes that each product of LinkedIn's developer portal brings. Asking for one that the app
 * was not granted fails the whole authorization, so the user chooses the products.
 */
const SCOPES_OF_PRODUCTS = {
	share: 'openid profile email w_member_social',
	communityManagement:
		'w_organization_social r_organization_social rw_organization_admin w_member_social r_basicprofile',
	advertising: 'r_ads rw_ads',
};

/** Products and free text become one list, without duplicates. */
const SCOPE_EXPRESSION = `={{ [...new Set([...($self["products"] || []).map((product) => (${JSON.stringify(SCOPES_OF_PRODUCTS)})[product] || ""), $self["additionalScopes"] || ""].join(" ").split(/[\\s,]+/).filter((scope) => scope !== ""))].join(" ") }}`;

export class LinkedInMediaOAuth2Api implements ICredentialType {
	name = 'linkedInMediaOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'LinkedIn Media OAuth2 API';

	icon: Icon = { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' };

	documentationUrl =
		'https://github.com/linkedin-media/n8n-nodes-linkedin-media/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName:
				'LinkedIn’s tokens last 60 days. Unless LinkedIn approved your app for refresh tokens, open this credential and connect again before then: the LinkedIn Media node shows a warning from seven days before the end.',
			name: 'expiryNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Products',
			name: 'products',
			type: 'multiOptions',
			options: [
				{
					name: 'Share on LinkedIn',
					value: 'share',
					description:
						'Media of the connected member. The app needs "Share on LinkedIn" and "Sign In with LinkedIn using OpenID Connect": openid, profile, email, w_member_social',
				},
				{
					name: 'Community Management',
					value: 'communityManagement',
					description:
						'Media of company pages: w_organization_social, r_organization_social, rw_organization_admin, w_member_social, r_basicprofile',
				},
				{
					name: 'Advertising',
					value: 'advertising',
					description: 'Media libraries of ad accounts: r_ads, rw_ads',
				},
			],
			default: ['share'],
			description:
				'The products that your app has in LinkedIn’s developer portal. Choose only those: LinkedIn refuses the whole connection when a single scope was not granted.',
		},
		{
			displayName: 'Additional Scopes',
			name: 'additionalScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. w_power_creators',
			description: 'Further scopes that your app was granted, separated by spaces',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '202607',
			placeholder: 'e.g. 202607',
			description:
				'The version of LinkedIn’s API as YYYYMM. When LinkedIn has retired it, the node finds one that works and shows a hint.',
		},
		{
			displayName: 'API Base URL',
			name: 'apiBaseUrl',
			type: 'string',
			default: 'https://api.linkedin.com',
			description: 'Change it only for a gateway of your own or the simulator',
		},
		{
			displayName: 'OAuth Base URL',
			name: 'oauthBaseUrl',
			type: 'string',
			default: 'https://www.linkedin.com',
			description: 'Change it only for a gateway of your own or the simulator',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: '={{ $self["oauthBaseUrl"].replace(/\\/+$/, "") }}/oauth/v2/authorization',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{ $self["oauthBaseUrl"].replace(/\\/+$/, "") }}/oauth/v2/accessToken',
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: SCOPE_EXPRESSION,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];
}
