import { endpointNames } from '../core/endpoints';
import type { Fault, FaultKind } from '../faults/fault';
import type { FaultPlan } from '../faults/faultBook';
import {
	anything,
	count,
	fail,
	flag,
	listOf,
	oneOf,
	Reader,
	recordOf,
	text,
	type Parser,
} from './parser';

type Build<Kind extends FaultKind> = (reader: Reader) => Extract<Fault, { kind: Kind }>;

const builders: { readonly [Kind in FaultKind]: Build<Kind> } = {
	status: (reader) => ({
		kind: 'status',
		status: reader.get('status', count),
		...some(reader, 'early', flag),
		...some(reader, 'body', anything),
		...some(reader, 'headers', recordOf(text)),
		...some(reader, 'retryAfter', textOrCount),
	}),
	resetBeforeBody: () => ({ kind: 'resetBeforeBody' }),
	resetMidBody: (reader) => ({ kind: 'resetMidBody', ...some(reader, 'afterBytes', count) }),
	resetMidAnswer: (reader) => ({ kind: 'resetMidAnswer', ...some(reader, 'afterBytes', count) }),
	resetAfterCarriedOut: () => ({ kind: 'resetAfterCarriedOut' }),
	stall: (reader) => ({ kind: 'stall', ...some(reader, 'carriedOut', flag) }),
	etag: (reader) => ({
		kind: 'etag',
		form: reader.get('form', oneOf(['none', 'empty', 'bare', 'quoted', 'weak'])),
	}),
	answer: (reader) => ({
		kind: 'answer',
		status: reader.get('status', count),
		body: reader.get('body', text),
		...some(reader, 'contentType', text),
	}),
	malformedJson: () => ({ kind: 'malformedJson' }),
	emptyBody: () => ({ kind: 'emptyBody' }),
	html: (reader) => ({ kind: 'html', ...some(reader, 'status', count) }),
	missingFields: (reader) => ({
		kind: 'missingFields',
		fields: reader.get('fields', listOf(text)),
	}),
	replaceFields: (reader) => ({
		kind: 'replaceFields',
		fields: reader.get('fields', recordOf(anything)),
	}),
	redirect: (reader) => ({
		kind: 'redirect',
		location: reader.get('location', text),
		...some(reader, 'status', count),
	}),
	delay: (reader) => ({ kind: 'delay', ms: reader.get('ms', count) }),
};

export function parseFaultPlan(value: unknown): FaultPlan {
	const reader = new Reader(value, 'plan');
	const plan: FaultPlan = {
		on: reader.get('on', oneOf(endpointNames)),
		...some(reader, 'call', call),
		...some(reader, 'part', count),
		fault: reader.get('fault', fault),
	};
	reader.done();
	return plan;
}

const fault: Parser<Fault> = (value, path) => {
	const reader = new Reader(value, path);
	const kind = reader.get('kind', text);
	if (!isFaultKind(kind)) return fail(`${path}.kind`, Object.keys(builders).join(' or '), kind);
	const built = builders[kind](reader);
	reader.done();
	return built;
};

function isFaultKind(kind: string): kind is FaultKind {
	return Object.hasOwn(builders, kind);
}

const call: Parser<number | number[] | 'every'> = (value, path) => {
	if (value === 'every') return value;
	return Array.isArray(value) ? listOf(count)(value, path) : count(value, path);
};

const textOrCount: Parser<string | number> = (value, path) =>
	typeof value === 'number' ? count(value, path) : text(value, path);

function some<Name extends string, T>(
	reader: Reader,
	name: Name,
	parser: Parser<T>,
): Partial<Record<Name, T>> {
	const found: Partial<Record<string, T>> = {};
	reader.optional(name, parser, (value) => (found[name] = value));
	return found;
}
