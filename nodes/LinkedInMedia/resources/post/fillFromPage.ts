import { flag } from '../../../form/fields';

/**
 * On by default: LinkedIn reads nothing from the page that an article links to, and nearly everyone expects
 * it to. What was filled in counts as before, and a page that cannot be read is a warning; so a form that
 * nobody has touched gets a description and a thumbnail, and loses nothing.
 */
export const fillFromPage = flag({
	displayName: 'Fill From Page',
	name: 'fillFromPage',
	default: true,
	description:
		'Whether to use the title, description and picture of the page where you leave the field empty, or Thumbnail Source at None. LinkedIn itself reads nothing from the page.',
}).when({ contentType: ['article'] });
