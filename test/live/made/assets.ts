import type { Answer } from '../exchange';
import { isDone, textAt } from '../look';
import type { Live } from '../live';

/** A legacy asset, registered for a single upload and never sent. */
export async function register(live: Live, recipe: string, owner: string): Promise<Answer> {
	const registerUploadRequest = {
		owner,
		recipes: [`urn:li:digitalmediaRecipe:${recipe}`],
		serviceRelationships: [
			{ identifier: 'urn:li:userGeneratedContent', relationshipType: 'OWNER' },
		],
	};
	const path = 'assets?action=registerUpload';
	const answer = await live.rest('action', path, { json: { registerUploadRequest } });
	if (isDone(answer)) live.session.ledger.addMedia(textAt(answer.json, 'value', 'asset'));
	return answer;
}
