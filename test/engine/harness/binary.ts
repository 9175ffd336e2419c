import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { BinaryDataBlobManager, BinaryDataService, ErrorReporter } from 'n8n-core';
import type { BinaryData, BinaryDataConfig } from 'n8n-core';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from './s3Server';
import type { BinaryMode } from './types';

interface Blob {
	bytes: Buffer;
	metadata: BinaryData.PreWriteMetadata;
}

/** Reads like n8n's database mode: every file is one chunk, whatever size was asked for. */
class OneChunkManager implements BinaryData.Manager {
	private readonly blobs = new Map<string, Blob>();

	async init(): Promise<void> {}

	async store(
		_location: BinaryData.FileLocation,
		content: Buffer | Readable,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		return this.add(Buffer.isBuffer(content) ? content : await buffer(content), metadata);
	}

	async copyByFilePath(
		_location: BinaryData.FileLocation,
		path: string,
		metadata: BinaryData.PreWriteMetadata,
	): Promise<BinaryData.WriteResult> {
		return this.add(await readFile(path), metadata);
	}

	async copyByFileId(_location: BinaryData.FileLocation, fileId: string): Promise<string> {
		const { bytes, metadata } = this.find(fileId);
		return await Promise.resolve(this.add(bytes, metadata).fileId);
	}

	getPath(fileId: string): string {
		return `database://${fileId}`;
	}

	async getAsBuffer(fileId: string): Promise<Buffer> {
		return await Promise.resolve(this.find(fileId).bytes);
	}

	async getAsStream(fileId: string): Promise<Readable> {
		return Readable.from(await this.getAsBuffer(fileId));
	}

	async getMetadata(fileId: string): Promise<BinaryData.Metadata> {
		const { bytes, metadata } = this.find(fileId);
		return await Promise.resolve({ ...metadata, fileSize: bytes.length });
	}

	async rename(oldFileId: string, newFileId: string): Promise<void> {
		this.blobs.set(newFileId, this.find(oldFileId));
		this.blobs.delete(oldFileId);
		await Promise.resolve();
	}

	private add(bytes: Buffer, metadata: BinaryData.PreWriteMetadata): BinaryData.WriteResult {
		const fileId = randomUUID();
		this.blobs.set(fileId, { bytes, metadata });
		return { fileId, fileSize: bytes.length };
	}

	private find(fileId: string): Blob {
		const blob = this.blobs.get(fileId);
		if (!blob) throw new Error(`no binary data ${fileId}`);
		return blob;
	}
}

export interface BinaryStore {
	binaryConfig: BinaryDataConfig;
	binaryData: BinaryDataService;
	/** In S3 mode. */
	s3: S3Server | undefined;
}

export async function openBinaryStore(mode: BinaryMode, folder: string): Promise<BinaryStore> {
	const binaryConfig: BinaryDataConfig = {
		availableModes: ['filesystem', 's3', 'database'],
		mode,
		localStoragePath: await mkdtemp(join(folder, 'storage-')),
		signingSecret: randomUUID(),
		dbMaxFileSize: 512,
		initialize: async () => {
			await Promise.resolve();
		},
	};
	const binaryData = new BinaryDataService(
		binaryConfig,
		Container.get(ErrorReporter),
		Container.get(Logger),
	);
	await binaryData.init();
	if (mode === 'database') binaryData.setManager('database', new OneChunkManager());
	const s3 = mode === 's3' ? await startS3Server(await mkdtemp(join(folder, 's3-'))) : undefined;
	if (s3) binaryData.setManager('s3', await managerOf(s3));
	return { binaryConfig, binaryData, s3 };
}

/** As n8n itself sets S3 up, where a license allows it: outside of n8n, its classes ask for none. */
async function managerOf(s3: S3Server): Promise<BinaryData.Manager> {
	// Loaded here: the client for S3 is large, and most tests need none.
	const { S3ByteStore } = await import('@n8n/blob-storage');
	const { ObjectStoreService } = await import('@n8n/blob-storage/object-store');
	const objectStore = new ObjectStoreService(Container.get(Logger), {
		host: s3.host,
		protocol: 'http',
		forcePathStyle: true,
		maxAttempts: 3,
		startupTimeoutMs: 10_000,
		bucket: { name: s3.bucket, region: s3.region },
		credentials: {
			accessKey: s3.accessKey,
			accessSecret: s3.accessSecret,
			authAutoDetect: false,
		},
	});
	await objectStore.init();
	return new BinaryDataBlobManager(new S3ByteStore(objectStore), Container.get(ErrorReporter));
}
