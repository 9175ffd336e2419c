import { sha256 } from './support/bytes';
import { at, type Answer } from './support/call';
import { assumed, documented, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { containing } from './support/match';
import { file } from './support/parts';
import {
	assetsAction,
	complete,
	putAssetParts,
	startMultipart,
	type Multipart,
	type Root,
} from './support/vectorAssets';

const lab = useSimulator({ settings: { partBytes: 4 } });

const start = () => startMultipart(lab.simulator, file.length);
const view = ({ urn }: Multipart) => lab.simulator.asset(urn);

async function sent(): Promise<{ asset: Multipart; etags: string[] }> {
	const asset = await start();
	return { asset, etags: await putAssetParts(asset, file) };
}

describe('the completion', () => {
	const refused = async (asset: Multipart, answer: Promise<Answer>, message: string) => {
		const { status, text } = await answer;
		expect([status, text]).toEqual([400, containing(message)]);
		expect(view(asset).recipes[0]?.status).toBe('WAITING_UPLOAD');
	};
	const responses = (etags: readonly string[]) =>
		etags.map((ETag) => ({ headers: { ETag }, httpStatusCode: 200 }));
	const completeWith = (asset: Multipart, partUploadResponses: unknown) =>
		complete(lab.simulator, asset, [], { partUploadResponses });

	describe.each<Root>(['rest', 'v2'])('below /%s', (root) => {
		documented('makes one file of the parts, whatever order they came in', async () => {
			lab.simulator.nextAsset({ kind: 'manual' });
			const asset = await start();
			const etags = await putAssetParts({ ...asset, parts: [...asset.parts].reverse() }, file);
			expect(view(asset).recipes[0]?.status).toBe('WAITING_UPLOAD');
			const answer = await complete(lab.simulator, asset, etags.reverse(), {}, { root });
			expect([answer.status, answer.text]).toEqual([200, '']);
			expect(view(asset)).toMatchObject({ sha256: sha256(file), completeCalls: 1, attempts: 0 });
			expect(view(asset).recipes[0]?.status).toBe('PROCESSING');
		});

		documented('the action and the key of its body differ in two capitals', async () => {
			const { asset, etags } = await sent();
			const { mediaArtifact, metadata } = asset;
			const fields = { mediaArtifact, metadata, partUploadResponses: responses(etags) };
			const act = (name: string, body: object) => assetsAction(lab.simulator, name, body, { root });
			await refused(
				asset,
				act('completeMultiPartUpload', { completeMultiPartUploadRequest: fields }),
				'/completeMultipartUploadRequest :: field is required',
			);
			await refused(asset, act('completeMultiPartUpload', fields), 'field is required');
			const body = { completeMultipartUploadRequest: fields };
			expect((await act('completeMultipartUpload', body)).status).toBe(404);
			await refused(asset, act('completeMultiPartUpload', { ...body, more: 1 }), '/more :: ');
			expect((await act('completeMultiPartUpload', body)).status).toBe(200);
		});
	});

	documented('takes quoted ETags too, in a reading; weak ones never', async () => {
		lab.simulator.configure({ readings: { assetEtagInComplete: 'either' } });
		const { asset, etags } = await sent();
		const weak = etags.map((etag) => `W/"${etag}"`);
		await refused(asset, complete(lab.simulator, asset, weak), 'has a quoted ETag');
		const quoted = etags.map((etag) => `"${etag}"`);
		expect((await complete(lab.simulator, asset, quoted)).status).toBe(200);
	});

	assumed('wants the status that the parts were answered with', async () => {
		const { asset, etags } = await sent();
		for (const httpStatusCode of [201, 500, 0]) {
			const given = responses(etags).map((response) => ({ ...response, httpStatusCode }));
			await refused(
				asset,
				completeWith(asset, given),
				`partUploadResponses[0] has the status ${httpStatusCode}`,
			);
		}
	});

	documented('wants each entry in its form', async () => {
		const { asset, etags } = await sent();
		const [one, ...others] = responses(etags);
		const wrong: [unknown, string][] = [
			[{ ...one, httpStatusCode: undefined }, '/partUploadResponses/0/httpStatusCode :: '],
			[{ ...one, httpStatusCode: '200' }, '/partUploadResponses/0/httpStatusCode :: '],
			[{ ...one, headers: undefined }, '/partUploadResponses/0/headers :: '],
			[{ ...one, headers: { etag: etags[0] } }, '/partUploadResponses/0/headers/ETag :: '],
			[{ ...one, more: 1 }, '/partUploadResponses/0/more :: '],
			[etags[0], '/partUploadResponses/0 :: '],
		];
		for (const [entry, message] of wrong) {
			await refused(asset, completeWith(asset, [entry, ...others]), message);
		}
		const noList = completeWith(asset, etags[0]);
		await refused(asset, noList, 'array type is not backed by a DataList');
	});

	documented('wants metadata and artifact as the registration gave them', async () => {
		const { asset, etags } = await sent();
		const other = await start();
		const act = (fields: object) => complete(lab.simulator, asset, etags, fields);
		await refused(asset, act({ metadata: other.metadata }), 'metadata is not the one');
		await refused(asset, act({ metadata: undefined }), '/metadata :: field is required');
		await refused(asset, act({ mediaArtifact: undefined }), '/mediaArtifact :: field is required');
		await refused(asset, act({ more: 1 }), '/more :: unrecognized');
		const artifact = asset.mediaArtifact;
		for (const mediaArtifact of [
			asset.urn,
			artifact.replace(asset.id, 'C4E05AQ'),
			artifact.replace('uploadedVideo', 'aws-userUploadedVideo'),
			`${artifact}.`,
		]) {
			expect(at((await act({ mediaArtifact })).json, 'code')).toBe('NOT_FOUND');
		}
		expect((await act({})).status).toBe(200);
	});

	assumed('takes further headers of the parts', async () => {
		const { asset, etags } = await sent();
		const given = responses(etags).map(({ headers, ...others }) => ({
			headers: { ...headers, 'Content-Length': '0' },
			...others,
		}));
		expect((await completeWith(asset, given)).status).toBe(200);
	});

	tool('meets faults', async () => {
		const { asset, etags } = await sent();
		const fault = { kind: 'resetAfterCarriedOut' } as const;
		lab.simulator.plan({ on: 'assets.completeMultiPartUpload', fault });
		await expect(complete(lab.simulator, asset, etags)).rejects.toThrow();
		expect(view(asset).recipes[0]?.status).toBe('AVAILABLE');
	});
});
