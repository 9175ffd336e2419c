import { CancelledError } from '../../../linkedin/api/http';
import type { FileSource } from '../../../linkedin/files/source';
import type { ImportEntry } from '../../../linkedin/imports/entry';
import { ImportRun } from '../../../linkedin/imports/run';
import { VIDEOS } from '../../../linkedin/media/collections';
import { Problem } from '../../../linkedin/problem';
import { PERSON } from '../api/support';
import { uploadLab } from '../upload/support';

/** One entry, whose file cannot be opened. */
async function importOne(error: unknown, entry: Partial<ImportEntry> = {}) {
	const { context, warnings } = uploadLab();
	const request = {
		systemName: 'archive',
		entries: [{ url: 'https://example.com/a.mp4', externalId: 'a', ...entry }],
		collection: VIDEOS,
		owner: PERSON,
		ifExists: 'skip',
		options: {
			acceptChangingEtag: false,
			checkFile: true,
			connectedTv: false,
			waitMs: 0,
			partConcurrency: 1,
		},
	} as const;
	const run = await ImportRun.open(context.client, request, {
		done: new Set(),
		warn: context.warn,
	});
	const open = (): Promise<FileSource> =>
		Promise.reject(error instanceof Error ? error : new Error(String(error)));
	const { result } = await run.importEntry(0, { context, open }, () => warnings);
	return result;
}

test('a cancel ends the import', async () => {
	await expect(importOne(new CancelledError())).rejects.toBeInstanceOf(CancelledError);
});

test('a problem is the entry’s result', async () => {
	const problem = new Problem('no such file', { description: 'Check it.' });
	expect(await importOne(problem, { metadata: { a: 1 } })).toStrictEqual({
		state: 'failed',
		reason: 'no such file',
		description: 'Check it.',
		systemName: 'archive',
		externalId: 'a',
		metadata: { a: 1 },
	});
});

test('even a defect is the entry’s result alone, without a secret in it', async () => {
	const defect = new TypeError('x is undefined at https://example.com/a?sig=hidden');
	expect(await importOne(defect)).toMatchObject({
		state: 'failed',
		reason:
			'The import of this file failed unexpectedly: x is undefined at https://example.com/a?…',
	});
});

test('an invalid character in an id is the entry’s result', async () => {
	const result = await importOne(new Error('not opened'), { externalId: 'a\ud83c' });
	expect(result).toMatchObject({
		state: 'failed',
		reason: expect.stringContaining('an invalid character') as unknown,
	});
});
