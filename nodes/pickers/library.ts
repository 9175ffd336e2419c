import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isEmpty } from '../../linkedin/api/parse';
import { IMAGES, VIDEOS } from '../../linkedin/media/collections';
import type { MediaEntity } from '../../linkedin/media/entity';
import { Finder } from '../../linkedin/media/finder';
import { libraryMetadata } from '../../linkedin/media/libraryMetadata';
import { parseAccount } from '../../linkedin/people/accountInput';
import { Problem } from '../../linkedin/problem';
import { locatorValue } from '../form/locator';
import { search, withFacts } from './search';

/** Entries that are shown before the editor asks for more. */
const PAGE_SIZE = 100;

/** The media picker: the library of the chosen ad account, last modified first. */
export async function searchLibrary(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const collection = this.getCurrentNodeParameter('resource') === 'image' ? IMAGES : VIDEOS;
	const chosen = locatorValue(this.getCurrentNodeParameter('associatedAccount'));
	return search(this, filter, paginationToken, async (client, next) => {
		const finder = new Finder(client, collection, {
			account: accountOf(chosen),
			pageSize: PAGE_SIZE,
		});
		const page = await finder.page(Number(next ?? 0), PAGE_SIZE);
		return {
			entries: page.entries.map((entity) => ({ name: entryName(entity), value: entity.urn })),
			next: page.next === undefined ? undefined : String(page.next),
		};
	});
}

/** @throws Problem that says what to do in the form */
function accountOf(chosen: unknown): string {
	if (isEmpty(chosen)) {
		throw new Problem('Choose an ad account first', {
			description:
				'The list shows the media library of the ad account in this form. Without one, switch to By URN.',
		});
	}
	if (typeof chosen === 'string' && chosen.startsWith('=')) {
		throw new Problem('The ad account is an expression, which has no value in the editor', {
			description: 'Choose the ad account from the list for now, or switch to By URN.',
		});
	}
	return parseAccount(chosen, 'Ad Account').text;
}

/** `Spring campaign (ARCHIVED)`: the asset's name, and its status if unusual. */
function entryName(entity: MediaEntity): string {
	const { assetName, mediaLibraryStatus } = libraryMetadata(entity);
	const id = entity.urn.slice(entity.urn.lastIndexOf(':') + 1);
	const name = assetName === undefined || isEmpty(assetName) ? id : assetName;
	return withFacts(name, [
		entity.status === 'AVAILABLE' ? undefined : entity.status,
		mediaLibraryStatus === 'ACTIVE' ? undefined : mediaLibraryStatus,
	]);
}
