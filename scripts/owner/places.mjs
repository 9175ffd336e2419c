/** Where the owner's data is: a file, and the text in it with the names of the data in braces. */
const REPOSITORY = 'https://github.com/{repository}';

export const PLACES = [
	{ file: 'LICENSE', text: 'Copyright (c) 2026 {name}' },
	{ file: 'SECURITY.md', text: '`{email}`' },
	{ file: 'CODE_OF_CONDUCT.md', text: '`{email}`' },
	{ file: 'package.json', text: `"homepage": "${REPOSITORY}"` },
	{ file: 'package.json', text: '"name": "{name}"' },
	{ file: 'package.json', text: '"email": "{email}"' },
	{ file: 'package.json', text: `"url": "git+${REPOSITORY}.git"` },
	{ file: 'package.json', text: `"url": "${REPOSITORY}/issues"` },
	{ file: 'README.md', text: `git clone ${REPOSITORY}.git` },
	{ file: 'README.md', text: `(${REPOSITORY}/issues)` },
	{ file: '.github/ISSUE_TEMPLATE/config.yml', text: `url: ${REPOSITORY}/security/advisories/new` },
	{
		file: 'credentials/LinkedInMediaFileServerApi.credentials.ts',
		text: `'${REPOSITORY}/blob/main/docs/credential.md#file-servers'`,
	},
	{
		file: 'credentials/LinkedInMediaOAuth2Api.credentials.ts',
		text: `'${REPOSITORY}/blob/main/docs/credential.md'`,
	},
	{ file: 'nodes/LinkedInMedia/LinkedInMedia.node.json', text: `"${REPOSITORY}#credentials"` },
	{ file: 'nodes/LinkedInMedia/LinkedInMedia.node.json', text: `"${REPOSITORY}#readme"` },
	{
		file: 'nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node.json',
		text: `"${REPOSITORY}#credentials"`,
	},
	{
		file: 'nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node.json',
		text: `"${REPOSITORY}/blob/main/docs/trigger.md"`,
	},
];

/** A place's text with an owner's data. */
export function filled(text, owner) {
	return text.replaceAll(/\{(name|email|repository)\}/g, (_, key) => owner[key]);
}
