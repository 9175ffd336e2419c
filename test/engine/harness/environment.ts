import 'reflect-metadata';
import { Logger } from '@n8n/backend-common';
import { Container, Service } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import { resetSafeRegexEngine, type LogMetadata } from 'n8n-workflow';
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutRegexTimeout } from './regex';
import { toText } from './text';

/** What n8n keeps once per process and the harness once per run. */
export interface RunScope {
	binaryData: BinaryDataService;
	binaryConfig: BinaryDataConfig;
	log(line: string): void;
}

const scopes = new AsyncLocalStorage<RunScope>();

export const inScope = async <T>(scope: RunScope, work: () => Promise<T>): Promise<T> =>
	await scopes.run(scope, work);

const plain = (value: unknown): unknown =>
	value instanceof Error
		? { name: value.name, message: value.message, stack: value.stack, cause: plain(value.cause) }
		: value;

/** As n8n's logger prints it: errors by message, stack and cause, the rest as JSON. */
function print(metadata: LogMetadata): string {
	const entries = Object.entries(metadata).map(([key, value]) => [key, plain(value)] as const);
	return entries.length === 0 ? '' : ` ${toText(Object.fromEntries(entries))}`;
}

/** n8n's logger, writing into the run that logs; its dependencies are inherited. */
@Service()
class RunLogger extends Logger {
	override scoped(): this {
		return this;
	}

	override error(message: string, metadata: LogMetadata = {}): void {
		scopes.getStore()?.log(`error: ${message}${print(metadata)}`);
	}

	override warn(message: string, metadata: LogMetadata = {}): void {
		scopes.getStore()?.log(`warn: ${message}${print(metadata)}`);
	}

	override info(message: string, metadata: LogMetadata = {}): void {
		scopes.getStore()?.log(`info: ${message}${print(metadata)}`);
	}

	override debug(message: string, metadata: LogMetadata = {}): void {
		scopes.getStore()?.log(`debug: ${message}${print(metadata)}`);
	}
}

/** One of n8n's singletons that is in truth the one of the run which asks. */
function ofRun<T extends object>(shape: T, pick: (scope: RunScope) => T): T {
	const current = (): T => {
		const scope = scopes.getStore();
		if (!scope) throw new Error('n8n asked for binary data outside of a run');
		return pick(scope);
	};
	return new Proxy(shape, {
		get: (_target, key) => Reflect.get(current(), key) as unknown,
		set: (_target, key, value) => Reflect.set(current(), key, value),
	});
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** n8n reads its settings from the environment: a default n8n whose home is `folder`. */
function environmentOf(
	folder: string,
	settings: Readonly<Record<string, string>>,
): Record<string, string> {
	const direct = [process.env.no_proxy ?? process.env.NO_PROXY, ...LOOPBACK].filter(Boolean);
	return {
		N8N_USER_FOLDER: folder,
		N8N_LOG_LEVEL: 'debug',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		// Simulators on loopback are reached directly where the machine has a proxy.
		no_proxy: direct.join(','),
		NO_PROXY: direct.join(','),
		...settings,
	};
}

function replaceEnvironment(
	folder: string,
	settings: Readonly<Record<string, string>>,
): () => void {
	const before = { ...process.env };
	const restore = (): void => {
		for (const name of Object.keys(process.env)) {
			if (!(name in before)) Reflect.deleteProperty(process.env, name);
		}
		Object.assign(process.env, before);
	};
	for (const name of Object.keys(process.env)) {
		if (name.startsWith('N8N_')) Reflect.deleteProperty(process.env, name);
	}
	Object.assign(process.env, environmentOf(folder, settings));
	return restore;
}

let open: { folder: string; users: number; restore: () => void } | undefined;

/** The first engine of the process sets n8n up; returns the folder that takes the place of the home. */
export function enterEnvironment(settings: Readonly<Record<string, string>> = {}): string {
	if (open) {
		open.users += 1;
		return open.folder;
	}
	const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	open = { folder, users: 1, restore: replaceEnvironment(folder, settings) };
	withoutRegexTimeout();
	Container.reset();
	Container.set(Logger, Container.get(RunLogger));
	const config = Container.get(BinaryDataConfig);
	const service = Container.get(BinaryDataService);
	Container.set(
		BinaryDataConfig,
		ofRun(config, (scope) => scope.binaryConfig),
	);
	Container.set(
		BinaryDataService,
		ofRun(service, (scope) => scope.binaryData),
	);
	return folder;
}

/** The last engine that closes puts everything back. */
export function leaveEnvironment(): void {
	if (!open) return;
	open.users -= 1;
	if (open.users > 0) return;
	const { folder, restore } = open;
	open = undefined;
	restore();
	resetSafeRegexEngine();
	Container.reset();
	rmSync(folder, { recursive: true, force: true });
}
