import { addressId } from '../../../linkedin/imports/addressId';

const FILE = 'https://files.example.com/talk.mp4';

test.each([
	['as it is', FILE, FILE],
	['spaces around it', ` ${FILE}\n`, FILE],
	['user info', 'https://me:secret@files.example.com/talk.mp4', FILE],
	['a fragment', `${FILE}#t=10`, FILE],
	[
		'S3',
		`${FILE}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2Fb&X-Amz-Date=20261130T000000Z&X-Amz-Expires=60&X-Amz-Signature=ab&X-Amz-Security-Token=c&versionId=3`,
		`${FILE}?versionId=3`,
	],
	['S3, version 2', `${FILE}?AWSAccessKeyId=a&Expires=1&Signature=b%3D`, FILE],
	['Google Cloud Storage', `${FILE}?X-Goog-Signature=ab&x-goog-expires=60`, FILE],
	['CloudFront', `${FILE}?Policy=a&Signature=b&Key-Pair-Id=c`, FILE],
	['Azure', `${FILE}?sv=2024&se=2026-11-30&sig=a%2Bb`, `${FILE}?sv=2024`],
	['a token', `${FILE}?access_token=a&TOKEN=b`, FILE],
	[
		'the id of Google Drive',
		'https://drive.google.com/uc?export=download&id=1AbC&token=x',
		'https://drive.google.com/uc?export=download&id=1AbC',
	],
	['what is encoded', `${FILE}?name=a%20b+c&x=%C3%BC`, `${FILE}?name=a%20b+c&x=%C3%BC`],
	['no address', 'talk.mp4?token=a', 'talk.mp4'],
	['a broken one with a password', 'https://me:secret@:x/talk.mp4?sig=a', 'https://:x/talk.mp4'],
])('%s', (_, address, id) => {
	expect(addressId(address)).toBe(id);
});

test('it is stable: what it gives names the same file', () => {
	const id = addressId(`${FILE}?a=1&sig=x&b=%zz`);
	expect(addressId(id)).toBe(id);
});
