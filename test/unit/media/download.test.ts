import { ResponseHeaders } from '../../../linkedin/api/http';
import { VIDEOS } from '../../../linkedin/media/collections';
import { downloadMedia } from '../../../linkedin/media/download';
import { answer, clientOn } from '../api/support';

const URN = 'urn:li:video:C5505AQH-oV1qvnFtKA';

test('a success without a file says what was downloaded, and what to do', async () => {
	const downloadUrl = 'https://www.linkedin.com/playlist/a';
	const { client } = clientOn([answer(200, { id: URN, status: 'AVAILABLE', downloadUrl })]);
	const empty = { status: 200, headers: new ResponseHeaders({}) };
	const query = { urn: URN, content: 'media' } as const;
	await expect(
		downloadMedia(client, VIDEOS, query, () => Promise.resolve(empty)),
	).rejects.toMatchObject({
		message: `Could not download the video ${URN}: LinkedIn’s response contains no file`,
		description: expect.stringContaining('Try again.') as unknown,
	});
});
