import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { JsonFields } from '../../../linkedin/api/parse';
import { isFileName } from '../files';
import type { Body } from '../exchange';
import type { RecordedAnswer, RecordedExchange, RecordedRequest, Recording } from './recording';

/** What LinkedIn was observed to do. */
export const OBSERVED = join(__dirname, '../../simulator/observed');

/** @returns the path of the file */
export function writeRecording(folder: string, recording: Recording): string {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${recording.question}.json`);
	writeFileSync(file, `${JSON.stringify(recording, undefined, '\t')}\n`);
	return file;
}

/** @throws if a file of the folder is not a recording */
export function readRecordings(folder: string): Recording[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => parseRecording(JSON.parse(readFileSync(join(folder, name), 'utf8')), name));
}

function parseRecording(value: unknown, name: string): Recording {
	const fields = JsonFields.of(value, name);
	const rule = fields.object('rule');
	const all = fields.all();
	return {
		question: fields.string('question'),
		rule: { section: rule.string('section'), behavior: rule.string('behavior') },
		observed: fields.string('observed'),
		observation: fields.string('observation'),
		from: fields.string('from'),
		version: fields.string('version'),
		...('scopes' in all ? { scopes: fields.strings('scopes', 100) } : {}),
		exchanges: fields.list('exchanges').map(exchangeOf),
	};
}

function exchangeOf(fields: JsonFields): RecordedExchange {
	return {
		request: requestOf(fields.object('request')),
		answer: answerOf(fields.object('answer')),
	};
}

function requestOf(fields: JsonFields): RecordedRequest {
	const body = fields.optionalObject('body');
	return {
		method: oneOf(['GET', 'POST', 'PUT', 'DELETE'], fields.string('method')),
		url: fields.string('url'),
		headers: headersOf(fields),
		token: oneOf(['own', 'unknown', 'none'], fields.string('token')),
		...(fields.optionalBoolean('spoiled') === true ? { spoiled: true } : {}),
		...(body === undefined ? {} : { body: bodyOf(body) }),
	};
}

function bodyOf(fields: JsonFields): Body {
	const all = fields.all();
	if ('json' in all) return { json: all.json };
	if ('form' in all) return { form: fields.string('form') };
	const key = 'file' in all ? 'file' : 'captions';
	const name = fields.string(key);
	if (!isFileName(name)) throw new Error(`"${name}" is none of the files that are sent`);
	return key === 'file' ? { file: name } : { captions: name };
}

function answerOf(fields: JsonFields): RecordedAnswer {
	const all = fields.all();
	const other = fields.optionalString('other');
	return {
		status: fields.integer('status'),
		headers: headersOf(fields),
		...('json' in all ? { json: all.json } : {}),
		...(other === undefined ? {} : { other }),
	};
}

function headersOf(fields: JsonFields): Record<string, string> {
	const headers = fields.object('headers').all();
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
	const found = words.find((word) => word === text);
	if (found === undefined) throw new Error(`"${text}" is none of ${words.join(', ')}`);
	return found;
}
