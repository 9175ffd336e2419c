import { NodeHelpers } from 'n8n-workflow';
import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { open, truncate, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { defineNode } from './defineNode';
import type { InputFile, InputItem, NodeTypeMap } from './types';

export const TRIGGER_TYPE = 'n8n-nodes-base.manualTrigger';
export const NO_OP_TYPE = 'n8n-nodes-base.noOp';
const STICKY_NOTE_TYPE = 'n8n-nodes-base.stickyNote';
const BASE_TRIGGER = /^n8n-nodes-base\.\w*Trigger$/;

async function toBinaryData(context: IExecuteFunctions, file: InputFile): Promise<IBinaryData> {
	const { content } = file;
	const fileName = file.fileName ?? (Buffer.isBuffer(content) ? undefined : basename(content.path));
	const mimeType =
		file.mimeType ?? (extname(fileName ?? '') === '' ? 'application/octet-stream' : undefined);
	const data = Buffer.isBuffer(content)
		? await context.helpers.prepareBinaryData(content, fileName, mimeType)
		: await context.nodeHelpers.copyBinaryFile(content.path, fileName ?? '', mimeType);
	if (file.stretchTo === undefined) return data;
	const stretched = await stretch(context, data, file.stretchTo);
	if (file.cached === true) await readThrough(stretched.path);
	return stretched.data;
}

/** n8n keeps a file's size in a second file beside it. */
async function stretch(
	context: IExecuteFunctions,
	data: IBinaryData,
	bytes: number,
): Promise<{ data: IBinaryData; path: string }> {
	if (data.id === undefined) throw new Error('only a file on disk can be stretched');
	const path = context.helpers.getBinaryPath(data.id);
	const metadata = await context.helpers.getBinaryMetadata(data.id);
	await truncate(path, bytes);
	await writeFile(`${path}.metadata`, JSON.stringify({ ...metadata, fileSize: bytes }));
	return { data: { ...data, bytes }, path };
}

async function readThrough(path: string): Promise<void> {
	const file = await open(path);
	const buffer = Buffer.alloc(1024 * 1024);
	try {
		while ((await file.read(buffer, 0, buffer.length)).bytesRead > 0);
	} finally {
		await file.close();
	}
}

async function toItem(context: IExecuteFunctions, item: InputItem): Promise<INodeExecutionData> {
	const result: INodeExecutionData = { json: item.json ?? {} };
	for (const [field, file] of Object.entries(item.binary ?? {})) {
		result.binary = { ...result.binary, [field]: await toBinaryData(context, file) };
	}
	return result;
}

/** Stands in for n8n's Manual Trigger and its other triggers; emits the items of the run. */
const defineTrigger = (items: InputItem[]): INodeType =>
	defineNode({ name: 'manualTrigger', group: ['trigger'], inputs: [] }, async (context) => {
		const emitted: INodeExecutionData[] = [];
		for (const item of items) emitted.push(await toItem(context, item));
		return emitted;
	});

const noOp = defineNode({ name: 'noOp' }, async (context) => {
	return await Promise.resolve(context.getInputData());
});

/** The node types of one run: the caller's, and stand-ins for those n8n brings itself. */
export class HarnessNodeTypes implements INodeTypes {
	private readonly trigger: INodeType;

	constructor(
		private readonly nodeTypes: NodeTypeMap,
		items: InputItem[],
	) {
		this.trigger = defineTrigger(items);
	}

	getByName(name: string): INodeType | IVersionedNodeType {
		const own = this.find(name) ?? this.find(name.slice(name.indexOf('.') + 1));
		if (own) return own;
		if (name === NO_OP_TYPE || name === STICKY_NOTE_TYPE) return noOp;
		if (BASE_TRIGGER.test(name)) return this.trigger;
		throw new Error(`the engine was started without the node type "${name}"`);
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}

	private find(name: string): INodeType | IVersionedNodeType | undefined {
		return Object.hasOwn(this.nodeTypes, name) ? this.nodeTypes[name] : undefined;
	}
}
