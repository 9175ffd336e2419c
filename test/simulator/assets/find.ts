import { refusals } from '../core/catalogue';
import { json } from '../core/http';
import type { SimulationHandler } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { RestliRecord } from '../rules/restli';
import { requireLibraryRole, requireLibraryScope } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import type { Collection, MediaAsset } from './collection';
import type { LibraryStatus } from './library';
import { newestFirst } from './modified';
import { nextLinkOf, pagingOf, readPage } from './paging';

const parameters = ['q', 'associatedAccount', 'mediaLibraryStatus', 'start', 'count'];
/** "The number of elements to return, up to 1,000. Defaults to 10." */
const page = { size: 10, largest: 1000 };

/** "Find by Associated Account", "Find by associated account". */
export function find<Asset extends MediaAsset>(collection: Collection<Asset>): SimulationHandler {
	const { kind } = collection;
	return (simulation, request) => {
		const caller = enterControlPlane(request, simulation, 'finder', parameters);
		const { query } = caller;
		const access = { kind, operation: 'FINDER-associatedAccount', version: caller.version };
		requireLibraryScope(simulation, caller.bearer, access);
		const account = query.text('associatedAccount');
		const urn = parseUrn(kind, 'associatedAccount', account, ['sponsoredAccount']);
		const status = readFilter(simulation, collection, query);
		const asked = readPage(query, page);
		requireLibraryRole(simulation, caller.bearer, kind, urn);

		const entries = collection
			.store(simulation)
			.all()
			.filter(({ libraryMetadata }) => libraryMetadata?.associatedAccount === account)
			.filter(
				({ libraryMetadata }) =>
					(status ?? libraryMetadata?.mediaLibraryStatus) === libraryMetadata?.mediaLibraryStatus,
			);
		const shown = newestFirst(entries).slice(asked.start, asked.start + asked.count);
		const links = nextLinkOf(simulation, request, account);
		return json(200, {
			elements: shown.map((asset) => collection.entity(simulation, asset, account)),
			paging: pagingOf(simulation, asked, { shown: shown.length, total: entries.length }, links),
		});
	};
}

/**
 * The page of the videos writes `mediaLibraryStatus=ACTIVE`, that of the images
 * `mediaLibraryStatus=(value:ACTIVE)`.
 */
function readFilter<Asset extends MediaAsset>(
	{ settings }: Simulation,
	{ filterForm }: Collection<Asset>,
	query: QueryValues,
): LibraryStatus | undefined {
	const value = query.any('mediaLibraryStatus');
	if (value === undefined) return undefined;
	const form = value instanceof RestliRecord ? 'record' : 'plain';
	const { libraryFilter } = settings.readings;
	if (libraryFilter !== 'both' && (form === filterForm) !== (libraryFilter === 'own')) {
		throw refusals.invalidQuery('mediaLibraryStatus', `this form is not understood here`);
	}
	const inner = value instanceof RestliRecord ? onlyField(value) : value;
	if (inner === 'ACTIVE' || inner === 'ARCHIVED') return inner;
	throw refusals.invalidQuery('mediaLibraryStatus', 'it is not an enum symbol');
}

function onlyField({ entries }: RestliRecord) {
	return entries.size === 1 ? entries.get('value') : undefined;
}
