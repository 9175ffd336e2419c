import { assetState } from '../../../../linkedin/upload/asset/states';

/** linkedin-vector-assets-api, recipes[*].status and status. */

const withStates = (...states: readonly string[]) => ({
	urn: 'urn:li:digitalmediaAsset:1',
	status: undefined,
	fields: {},
	recipes: states.map((status, at) => ({ recipe: `urn:li:digitalmediaRecipe:use-${at}`, status })),
});

test.each<[string, boolean, string | undefined]>([
	['NEW', false, undefined],
	['WAITING_UPLOAD', false, undefined],
	['PROCESSING', false, undefined],
	['AVAILABLE', true, undefined],
	['MUTATING', true, undefined],
	['INCOMPLETE', false, 'parts of it are missing'],
	['CLIENT_ERROR', false, 'doesn’t accept the file'],
	['SERVER_ERROR', false, 'server error'],
	['SOMETHING_NEW', false, undefined],
])('a use that is %s', (status, ready, why) => {
	const { failure, ...state } = assetState(withStates(status));
	expect(state).toEqual({ status, ready });
	if (why === undefined) expect(failure).toBeUndefined();
	else expect(failure).toContain(why);
});

test.each(['BLOCKED', 'ABANDONED', 'DELETED', 'SCHEDULED_DELETION'])(
	'an asset that is %s will not be ready, whatever its uses say',
	(status) => {
		const state = assetState({ ...withStates('AVAILABLE'), status });
		expect(state).toMatchObject({ status, ready: false });
		expect(state.failure).toBeDefined();
	},
);

test('of several uses, what failed decides, then what is not ready; each is named', () => {
	expect(assetState(withStates('AVAILABLE', 'PROCESSING', 'SERVER_ERROR'))).toMatchObject({
		status: 'SERVER_ERROR',
		each: 'use-0 AVAILABLE, use-1 PROCESSING, use-2 SERVER_ERROR',
	});
	expect(assetState(withStates('AVAILABLE', 'PROCESSING'))).toMatchObject({
		status: 'PROCESSING',
		ready: false,
	});
	expect(assetState(withStates('AVAILABLE', 'MUTATING')).ready).toBe(true);
	expect(assetState(withStates())).toEqual({ status: 'UNKNOWN', ready: false });
});
