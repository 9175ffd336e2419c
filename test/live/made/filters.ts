import { encodeValue } from '../../../linkedin/api/restli';
import { isDone } from '../look';
import type { Live } from '../live';
import { Unasked } from '../stops';

const FORMS = [
	['plain', 'ACTIVE'],
	['record', '(value:ACTIVE)'],
] as const;

/** The forms of the filter that a finder accepts, each asked for; with none, it is not the form. */
export async function filterForms(live: Live, path: 'videos' | 'images'): Promise<string> {
	const accepted: string[] = [];
	for (const [name, filter] of FORMS) {
		const query = `q=associatedAccount&associatedAccount=${encodeValue(live.account)}`;
		const asked = `${path}?${query}&mediaLibraryStatus=${filter}&start=0&count=1`;
		if (isDone(await live.rest('finder', asked))) accepted.push(name);
	}
	if (accepted.length === 0) throw new Unasked('the finder accepts neither form with this token');
	return accepted.join(', ');
}
