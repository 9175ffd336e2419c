import { refusals } from '../core/catalogue';
import { json } from '../core/http';
import { tryParseJson } from '../core/json';
import type { Refusal } from '../core/refusal';
import type { SimulationHandler } from '../core/routing';
import { enterControlPlane } from '../rules/controlPlane';
import { gatewayName, mayReadOwner, requireReadScope } from '../rules/rights';
import type { Collection, MediaAsset } from './collection';
import { askedAccount, requireReadableLibrary } from './library';
import { ownerOf, requireAssetUrn } from './single';

interface Batch {
	readonly results: Record<string, object>;
	readonly statuses: Record<string, number>;
	readonly errors: Record<string, unknown>;
}

/**
 * "Batch Get a Video", "Batch get images": `ids=List(...)` -> results, statuses and errors by URN.
 * assumed: an id that cannot be one fails the whole call; one that occurs twice is answered once.
 */
export function batchGet<Asset extends MediaAsset>(
	collection: Collection<Asset>,
): SimulationHandler {
	const { kind } = collection;
	return (simulation, request) => {
		const caller = enterControlPlane(request, simulation, 'batch_get', [
			'ids',
			'associatedAccount',
		]);
		const access = { kind, operation: 'BATCH_GET', version: caller.version };
		const { readings } = simulation.settings;
		// Only known from others' code: an app on the development tier has no batch get.
		if (readings.batchGet === 'refused') throw refusals.notEnoughPermissions(gatewayName(access));
		requireReadScope(simulation, caller.bearer, access);
		const urns = caller.query.texts('ids').map((text) => requireAssetUrn(kind, text));
		const account = askedAccount(kind, caller.query.optionalText('associatedAccount'));
		requireReadableLibrary(simulation, caller.bearer, kind, account);

		const batch: Batch = { results: {}, statuses: {}, errors: {} };
		for (const { id, text } of urns) {
			const key = readings.batchKeys === 'encoded' ? encodeURIComponent(text) : text;
			if (key in batch.statuses) continue;
			const asset = collection.store(simulation).find(id);
			if (asset === undefined) {
				fail(batch, key, refusals.notFound(readings.batchNotFound === '400' ? 400 : 404));
			} else if (!mayReadOwner(simulation, caller.bearer, { kind, owner: ownerOf(kind, asset) })) {
				fail(batch, key, refusals.forbidden(kind));
			} else {
				batch.results[key] = collection.entity(simulation, asset, account);
				batch.statuses[key] = 200;
			}
		}
		return json(200, batch);
	};
}

/** The sample's form: `{message, status, code}`, as the single get would answer. */
function fail(batch: Batch, key: string, { response }: Refusal): void {
	batch.statuses[key] = response.status;
	batch.errors[key] = tryParseJson(response.body)?.value;
}
