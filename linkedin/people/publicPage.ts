import { foreignWords } from '../api/foreignWords';
import { UnexpectedAnswer, type JsonFields } from '../api/parse';
import { urnOf } from '../api/urn';

/** A page as LinkedIn shows it to everybody. */
export interface PublicPage {
	/** `urn:li:organization:…`: as owners and authors are named. */
	readonly urn: string;
	/** To the letter, as a mention needs it; undefined where LinkedIn gives none that fits on a line. */
	readonly name: string | undefined;
	/** The name in its URL. */
	readonly vanityName: string | undefined;
	/** A showcase page: LinkedIn has URNs of another kind for them (organization-lookup-api, `$URN`). */
	readonly isBrand: boolean;
}

/** Some three times as long as LinkedIn's longest names. */
const NAME = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,300}$/u;

/**
 * An organization of LinkedIn's (organization-lookup-api): what everybody may see of it.
 *
 * @throws UnexpectedAnswer where its `id` is no number
 */
export function readPublicPage(entity: JsonFields): PublicPage {
	const { text: urn } = urnOf('organization', String(entity.integer('id')));
	const name = entity.optionalString('localizedName') ?? '';
	const vanityName = foreignWords(entity.optionalString('vanityName') ?? '');
	return {
		urn,
		name: NAME.test(name) && name.trim() !== '' ? name : undefined,
		vanityName: vanityName === '' ? undefined : vanityName,
		isBrand: entity.optionalString('primaryOrganizationType') === 'BRAND',
	};
}

/** The same of the page that was asked for. @throws UnexpectedAnswer where it is another one */
export function readAskedPage(entity: JsonFields, urn: string): PublicPage {
	const page = readPublicPage(entity);
	if (page.urn === urn) return page;
	throw new UnexpectedAnswer(`it describes ${page.urn}, not ${urn}`);
}
