import type { Icon, ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { APP_RECIPES, DEFAULT_APP } from '../linkedin/api/appRecipes';
import { LINKEDIN_API, LINKEDIN_OAUTH } from '../linkedin/api/hosts';
import { NEWEST_TESTED_VERSION } from '../linkedin/api/versions';

const APPS = Object.entries(APP_RECIPES);

/**
 * The table that the scope's expression looks values up in. Rows, not objects: a stored value such
 * as `constructor` must find nothing, and n8n ends an expression at the first two closing braces.
 */
const SCOPES_OF_APPS = APPS.map(([app, { scopes }]) => [app, scopes.join(' ')]);
const SCOPES_OF_EXTRAS = APPS.flatMap(([app, { extras }]) =>
	Object.entries(extras).map(([extra, { scopes }]) => [app, extra, scopes.join(' ')]),
);

/** JavaScript for n8n's expressions: the words of a text field. */
const wordsOf = (texts: string) => `[${texts}].join(" ").split(/[\\s,]+/)`;

const ASKED = `[...new Set(${wordsOf(
	[
		`(${JSON.stringify(SCOPES_OF_APPS)}.find((row) => row[0] === $self["app"]) || ["", "${APP_RECIPES[DEFAULT_APP].scopes.join(' ')}"])[1]`,
		// Only those of the chosen app: entries left over from another app don't count.
		`...${JSON.stringify(SCOPES_OF_EXTRAS)}.filter((row) => row[0] === $self["app"] && ($self["extras"] || []).includes(row[1])).map((row) => row[2])`,
		'$self["additionalScopes"] || ""',
	].join(', '),
)}.filter((scope) => scope !== ""))]`;

/** All requested scopes without the omitted ones; an omission that would leave none is ignored. */
const SCOPE_EXPRESSION = `={{ [${ASKED}].flatMap((asked) => [asked.filter((scope) => !${wordsOf('$self["omitScopes"] || ""')}.includes(scope)), asked].find((scopes) => scopes.length > 0) || []).join(" ") }}`;

/** When the base URLs are shown. n8n doesn't resolve a hidden field, even if it has a stored value. */
const CUSTOM_BASE_URLS = { useCustomBaseUrls: [true] };

/** An n8n expression for the part before the path; `$self` has no base URL if the switch is off. */
const OAUTH_BASE_URL = `={{ ($self["oauthBaseUrl"] || "${LINKEDIN_OAUTH}").replace(/\\/+$/, "") }}`;

const APPS_WITH_EXTRAS = [...new Set(SCOPES_OF_EXTRAS.map(([app = '']) => app))];

const APP_OPTIONS: INodePropertyOptions[] = APPS.map(([value, { name, scopes, use }]) => ({
	name,
	value,
	description: scopes.length === 0 ? use : `${use}: ${scopes.join(' ')}`,
}));

const EXTRA_OPTIONS: INodePropertyOptions[] = APPS.flatMap(([, app]) =>
	Object.entries(app.extras).map(([value, { name, scopes, use }]) => ({
		name: `${name} (${app.name})`,
		value,
		description: `${use}: ${scopes.join(' ')}`,
	})),
);

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
			displayName: 'LinkedIn App',
			name: 'app',
			// Not `multiOptions`: n8n's form stores an empty list for such a field if nobody touched it.
			type: 'options',
			noDataExpression: true,
			options: APP_OPTIONS,
			default: DEFAULT_APP,
			description:
				'The kind of app that you created in LinkedIn’s developer portal. LinkedIn rejects the whole connection if it is asked for even one scope that your app does not have.',
		},
		{
			displayName: 'Also Allow',
			// One field for all apps: if several fields have the same name, n8n keeps only the last one
			// in a credential, and an option's display options would check the node's parameters.
			name: 'extras',
			type: 'multiOptions',
			noDataExpression: true,
			displayOptions: { show: { app: APPS_WITH_EXTRAS } },
			options: EXTRA_OPTIONS,
			default: [],
			description:
				'What your app’s product includes beyond the basics. An entry counts only for the app that it names.',
		},
		{
			displayName: 'Additional Scopes',
			name: 'additionalScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. w_power_creators',
			description: 'More scopes that your app was granted, separated by spaces',
		},
		{
			displayName: 'Omit Scopes',
			name: 'omitScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. r_basicprofile',
			description:
				'Scopes not to ask for, separated by spaces, if LinkedIn granted your app fewer than listed above',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: `e.g. ${NEWEST_TESTED_VERSION}`,
			description: `Leave it empty for the newest version that this package was tested with (${NEWEST_TESTED_VERSION}). If LinkedIn has retired it, the node switches to a working version and tells you.`,
		},
		{
			displayName: 'Use Custom Base URLs',
			name: 'useCustomBaseUrls',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect through your own gateway or the simulator instead of LinkedIn',
		},
		{
			displayName: 'API Base URL',
			name: 'apiBaseUrl',
			type: 'string',
			displayOptions: { show: CUSTOM_BASE_URLS },
			default: LINKEDIN_API,
			description: 'Leave it empty to use LinkedIn’s own',
		},
		{
			displayName: 'OAuth Base URL',
			name: 'oauthBaseUrl',
			type: 'string',
			displayOptions: { show: CUSTOM_BASE_URLS },
			default: LINKEDIN_OAUTH,
			description: 'Leave it empty to use LinkedIn’s own',
		},
		{
			displayName:
				'A LinkedIn app has one kind of product: to use another kind, create another app and another credential. All credentials of one app, n8n’s own LinkedIn credential included, need the same scopes, or LinkedIn revokes earlier tokens. Tokens expire after 60 days. Unless your app is approved for refresh tokens, reconnect before then: the LinkedIn Media node warns you seven days ahead, and the trigger can start a workflow.',
			name: 'appNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `${OAUTH_BASE_URL}/oauth/v2/authorization`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `${OAUTH_BASE_URL}/oauth/v2/accessToken`,
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
