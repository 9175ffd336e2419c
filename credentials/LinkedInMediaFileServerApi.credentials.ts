import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * What protected file servers and receivers of notifications share with a workflow. Its own type, because
 * n8n lets no community node use *Header Auth*; tested by the node, since it belongs to no server of ours.
 */
export class LinkedInMediaFileServerApi implements ICredentialType {
	name = 'linkedInMediaFileServerApi';

	displayName = 'LinkedIn Media File Server API';

	icon: Icon = { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' };

	documentationUrl =
		'https://github.com/linkedin-media/n8n-nodes-linkedin-media/blob/main/docs/credential.md#file-servers';

	properties: INodeProperties[] = [
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Authorization',
			description: 'Header that the server of the files requires',
		},
		{
			displayName: 'Header Value',
			// Named so for n8n's scanner, which knows secrets by their names.
			name: 'headerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. Bearer 3d1c…',
			description:
				'Sent when files, captions and thumbnails are downloaded, only to the host of the link. Never sent to LinkedIn or to a host that the link redirects to.',
		},
		{
			displayName: 'Allowed Hosts',
			name: 'allowedHosts',
			type: 'string',
			default: '',
			placeholder: 'e.g. archive.example.com https://example.com/videos/',
			description:
				'Where the header may be sent: hosts, or URLs and everything below them, separated by spaces. If empty, it is sent to the host of every link, so fill it in if other people choose the links.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'e.g. whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
			description:
				'Signs the notifications of imports as Standard Webhooks describe it. Use "whsec_" and 32 random bytes in Base64.',
		},
	];
}
