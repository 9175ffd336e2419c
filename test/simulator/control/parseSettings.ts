import { readingChoices, type ReadingName, type Readings } from '../core/readings';
import { planShapes, type Progression, type SettingsPatch } from '../core/settings';
import { count, flag, listOf, oneOf, Reader, text, type Parser } from './parser';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export const progression: Parser<Progression> = (value, path) => {
	const reader = new Reader(value, path);
	const kind = reader.get('kind', oneOf(['immediate', 'afterReads', 'afterMs', 'manual'] as const));
	const end = (progressionOf: (failure: { failure?: string }) => Progression): Progression => {
		const failure: { failure?: string } = {};
		if (kind !== 'manual') {
			reader.optional('failure', text, (reason) => {
				failure.failure = reason;
			});
		}
		reader.done();
		return progressionOf(failure);
	};
	switch (kind) {
		case 'afterReads': {
			const reads = reader.get('reads', count);
			return end((failure) => ({ kind, reads, ...failure }));
		}
		case 'afterMs': {
			const ms = reader.get('ms', count);
			return end((failure) => ({ kind, ms, ...failure }));
		}
		case 'immediate':
			return end((failure) => ({ kind, ...failure }));
		case 'manual':
			return end(() => ({ kind }));
	}
};

export function parseSettings(value: unknown): SettingsPatch {
	const reader = new Reader(value, 'settings');
	const patch: Mutable<SettingsPatch> = {};
	reader.optional('activeVersions', listOf(text), (found) => (patch.activeVersions = found));
	reader.optional('uploadOrigin', text, (found) => (patch.uploadOrigin = found));
	reader.optional('interactive', flag, (found) => (patch.interactive = found));
	reader.optional('signedInMember', text, (found) => (patch.signedInMember = found));
	reader.optional('refreshTokens', flag, (found) => (patch.refreshTokens = found));
	reader.optional('accessTokenSeconds', count, (found) => (patch.accessTokenSeconds = found));
	reader.optional('refreshTokenSeconds', count, (found) => (patch.refreshTokenSeconds = found));
	reader.optional('uploadUrlMs', count, (found) => (patch.uploadUrlMs = found));
	reader.optional('downloadUrlMs', count, (found) => (patch.downloadUrlMs = found));
	reader.optional('partBytes', count, (found) => (patch.partBytes = Math.max(1, found)));
	reader.optional('commentsPerMinute', count, (found) => (patch.commentsPerMinute = found));
	reader.optional('planShape', oneOf(planShapes), (found) => (patch.planShape = found));
	reader.optional('processing', progression, (found) => (patch.processing = found));
	reader.optional('spool', flag, (found) => (patch.spool = found));
	reader.optional('delays', delays, (found) => (patch.delays = found));
	reader.optional('readings', readings, (found) => (patch.readings = found));
	reader.done();
	return patch;
}

const delays: Parser<Mutable<NonNullable<SettingsPatch['delays']>>> = (value, path) => {
	const reader = new Reader(value, path);
	const found: Mutable<NonNullable<SettingsPatch['delays']>> = {};
	reader.optional('perConnectionMs', count, (ms) => (found.perConnectionMs = ms));
	reader.optional('perRequestMs', count, (ms) => (found.perRequestMs = ms));
	reader.done();
	return found;
};

const choices: { readonly [Name in ReadingName]: readonly Readings[Name][] } = readingChoices;

const readings: Parser<Partial<Readings>> = (value, path) => {
	const reader = new Reader(value, path);
	const found: Partial<Mutable<Readings>> = {};
	for (const name of Object.keys(readingChoices).filter(isReadingName)) {
		readChoice(reader, name, found);
	}
	reader.done();
	return found;
};

function readChoice<Name extends ReadingName>(
	reader: Reader,
	name: Name,
	found: { [Key in Name]?: Readings[Key] },
): void {
	reader.optional<Readings[Name]>(name, oneOf(choices[name]), (choice) => (found[name] = choice));
}

function isReadingName(name: string): name is ReadingName {
	return Object.hasOwn(readingChoices, name);
}
