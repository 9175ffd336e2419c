import { appOf, productScopes, startSimulator, type AppKind } from '../../simulator';
import { call } from './support/call';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';

const kinds: AppKind[] = ['share', 'communityManagement', 'advertising'];
const lab = useSimulator();

/** What the authorization page answers an app of this kind: `code`, or LinkedIn's error. */
async function authorize(kind: AppKind, scope: string): Promise<string> {
	const simulator = await startSimulator({ app: appOf(kind) });
	try {
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: simulator.app.clientId,
			redirect_uri: 'https://n8n.example/callback',
			scope,
		});
		const answer = await call(`${simulator.url}/oauth/v2/authorization?${query.toString()}`);
		const back = new URL(answer.headers.location ?? '').searchParams;
		return back.get('error') ?? (back.has('code') ? 'code' : 'neither');
	} finally {
		await simulator.close();
	}
}

describe.each(kinds)('an app of the kind %s', (kind) => {
	fromPublic('may ask for all scopes of its products', async () => {
		expect(await authorize(kind, productScopes[kind].join(' '))).toBe('code');
	});

	assumed('has nothing of another kind', async () => {
		const own: readonly string[] = productScopes[kind];
		const foreign = kinds
			.flatMap((other): readonly string[] => productScopes[other])
			.filter((scope) => !own.includes(scope));
		for (const scope of new Set(foreign)) {
			expect(await authorize(kind, scope)).toBe('unauthorized_scope_error');
		}
	});
});

fromPublic(
	'only Community Management has the scopes of comments, only Advertising those of ads',
	() => {
		const having = (pattern: RegExp) =>
			kinds.filter((kind) => productScopes[kind].some((scope) => pattern.test(scope)));
		expect(having(/_feed$/)).toEqual(['communityManagement']);
		expect(having(/_ads/)).toEqual(['advertising']);
		expect(having(/^openid$/)).toEqual(['share']);
		expect(having(/^w_organization_social$/)).toEqual(['communityManagement', 'advertising']);
	},
);

tool('the default app was granted everything', () => {
	const all = new Set(kinds.flatMap((kind): readonly string[] => productScopes[kind]));
	expect(new Set(lab.simulator.app.scopes)).toEqual(all);
});
