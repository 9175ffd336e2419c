import { refusals } from '../../core/catalogue';
import type { EntityFields } from '../entityFields';

/** public (Posts API schema, as clients and vendors restate it): 2 to 10 cards. */
const fewest = 2;
const most = 10;

/**
 * public (Posts API, page of carousel ads): cards of an image with its title, each with a landing
 * page. assumed: the title is required, and a card has nothing else.
 */
export function readCarousel(fields: EntityFields) {
	const cards = fields.objects('cards').map(readCard);
	if (cards.length < fewest || cards.length > most) {
		throw refusals.invalidFieldValue(fields.at('cards'), `${cards.length} cards`);
	}
	fields.noOthers();
	return { media: cards.map(({ media }) => media.id), shown: { cards } };
}

function readCard(card: EntityFields) {
	const media = card.object('media');
	const id = media.urn('id', ['image']).text;
	const title = media.words('title');
	media.noOthers();
	const landingPage = card.url('landingPage');
	card.noOthers();
	return { media: { id, title }, landingPage };
}
