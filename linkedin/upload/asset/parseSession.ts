import { UnexpectedAnswer, type JsonFields } from '../../api/parse';
import { parseUrn } from '../../api/urn';
import { readFileName, readHandedBack } from '../handedBack';
import { MOST_PARTS, planParts } from '../plan';
import { assetOfArtifact } from './assetUrn';
import { readHeaders } from './headers';
import { ASSET_OWNERS } from './owners';
import { API_PATHS } from './path';
import { MOST_RECIPES } from './recipes';
import type { AssetPart, AssetUploadSession } from './session';

const WHERE_FROM =
	'Use the "uploadSession" of Register Upload ({{ $json.uploadSession }}) or of an error item ({{ $json.error.uploadSession }}).';

/**
 * A legacy asset's upload session as a user or a workflow passes it back: the object, its JSON
 * text, or the item that contains it.
 *
 * @throws Problem naming the field that is missing or wrong
 */
export function parseAssetSession(value: unknown): AssetUploadSession {
	return readHandedBack(value, WHERE_FROM, readSession);
}

function readSession(fields: JsonFields): AssetUploadSession {
	const urn = parseUrn(fields.string('urn'), ['digitalmediaAsset'], 'The URN of Upload Session');
	const mediaArtifact = fields.string('mediaArtifact');
	if (assetOfArtifact(mediaArtifact) !== urn.text) {
		throw new UnexpectedAnswer(`mediaArtifact doesn’t belong to ${urn.text}`);
	}
	const fileSizeBytes = fields.optionalInteger('fileSizeBytes') ?? null;
	const metadata = fields.optionalString('metadata');
	return {
		urn: urn.text,
		owner: parseUrn(fields.string('owner'), ASSET_OWNERS, 'The owner of Upload Session').text,
		fileName: readFileName(fields, 'asset'),
		fileSizeBytes,
		mediaType: choice(fields, 'mediaType', ['image', 'video']),
		recipes: readRecipes(fields),
		apiPath: choice(fields, 'apiPath', API_PATHS),
		mediaArtifact,
		...(metadata === undefined ? {} : { metadata }),
		expiresAt: fields.optionalInteger('expiresAt'),
		parts: readParts(fields, fileSizeBytes, metadata !== undefined),
		firstPartSha256: fields.optionalString('firstPartSha256'),
		finalizeSent: fields.optionalBoolean('finalizeSent') ?? false,
		finalized: fields.optionalBoolean('finalized') ?? false,
	};
}

/** They are looked for in LinkedIn's answers, and sent nowhere. */
function readRecipes(fields: JsonFields): readonly string[] {
	const recipes = fields.strings('recipes', MOST_RECIPES);
	return recipes.map((recipe) => parseUrn(recipe, ['digitalmediaRecipe'], 'The recipe').text);
}

/** @param isInParts several parts cover the file; otherwise one request sends all of it */
function readParts(
	fields: JsonFields,
	fileSizeBytes: number | null,
	isInParts: boolean,
): AssetPart[] {
	const entries = fields.list('parts', MOST_PARTS);
	const planned = isInParts ? fileSizeBytes : undefined;
	if (planned === undefined && entries.length !== 1) {
		throw new UnexpectedAnswer(`there are ${entries.length} parts, but no metadata to link them`);
	}
	const parts = entries.map((entry, index): AssetPart => {
		const etag = entry.optionalString('etag');
		const part = {
			partNumber: index + 1,
			firstByte: entry.integer('firstByte'),
			lastByte: entry.optionalInteger('lastByte') ?? null,
			uploadUrl: entry.string('uploadUrl'),
			headers: readHeaders(entry),
		};
		return etag === undefined || etag === '' ? part : { ...part, etag };
	});
	if (planned === undefined) {
		assertWhole(parts, fileSizeBytes);
		return parts;
	}
	// LinkedIn's plan again, checked as when LinkedIn returned it.
	const ranges = parts.map((part) => ({ ...part, lastByte: part.lastByte ?? -1 }));
	planParts(ranges, planned ?? 0);
	return parts;
}

/** @throws UnexpectedAnswer unless the one request covers the whole file */
function assertWhole([part]: readonly AssetPart[], fileSizeBytes: number | null): void {
	const end = fileSizeBytes === null ? null : fileSizeBytes - 1;
	const isWhole = part?.firstByte === 0 && (part.lastByte === null || part.lastByte === end);
	if (!isWhole) throw new UnexpectedAnswer('the one part is not the whole file');
}

function choice<Word extends string>(
	fields: JsonFields,
	name: string,
	words: readonly Word[],
): Word {
	const text = fields.string(name);
	const known = words.find((word) => word === text);
	if (known === undefined) throw new UnexpectedAnswer(`${name} is "${text}"`);
	return known;
}
