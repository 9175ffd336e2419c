import { refusals } from '../../core/catalogue';
import type { EntityFields } from '../entityFields';
import { altTextLimit } from './media';

/** public (MultiImage API): "minimum of 2 images and maximum of 20 images", images only. */
const fewest = 2;
const most = 20;

export function readMultiImage(fields: EntityFields) {
	const images = fields.objects('images').map((image) => {
		const id = image.urn('id', ['image']).text;
		const altText = image.optionalWords('altText', altTextLimit);
		image.noOthers();
		return { id, ...(altText === undefined ? {} : { altText }) };
	});
	if (images.length < fewest || images.length > most) {
		throw refusals.invalidFieldValue(fields.at('images'), `${images.length} images`);
	}
	fields.noOthers();
	return { media: images.map(({ id }) => id), shown: { images } };
}
