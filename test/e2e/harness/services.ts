import { env } from 'node:process';
import Redis from 'ioredis';
import { Client } from 'pg';

import { cleanups } from './processes';

/**
 * What a queue of workers needs besides n8n: Redis and PostgreSQL, here with a key prefix and a
 * database of their own, which are gone afterwards.
 */
export class Services {
	private constructor(
		private readonly name: string,
		/** n8n's settings for both. */
		readonly environment: Readonly<Record<string, string>>,
	) {
		cleanups.add(this.release);
	}

	/** @throws naming what is missing and how to get it */
	static async reserve(): Promise<Services> {
		const missing = [
			await whatIsMissing('Redis', REDIS, 'redis-server', 'E2E_REDIS', checkRedis),
			await whatIsMissing('PostgreSQL', POSTGRES, 'postgresql', 'E2E_POSTGRES', checkPostgres),
		].filter((each) => each !== undefined);
		if (missing.length > 0) throw new Error(missing.join('\n'));
		const name = `linkedin_media_e2e_${process.pid}_${Date.now().toString(36)}`;
		await withPostgres((client) => client.query(`CREATE DATABASE ${name}`));
		return new Services(name, {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_PREFIX: name,
			N8N_REDIS_KEY_PREFIX: name,
			QUEUE_BULL_REDIS_HOST: REDIS.host,
			QUEUE_BULL_REDIS_PORT: String(REDIS.port),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: POSTGRES.host,
			DB_POSTGRESDB_PORT: String(POSTGRES.port),
			DB_POSTGRESDB_USER: POSTGRES.user,
			DB_POSTGRESDB_PASSWORD: POSTGRES.password,
			DB_POSTGRESDB_DATABASE: name,
		});
	}

	readonly release = async (): Promise<void> => {
		cleanups.delete(this.release);
		await withPostgres((client) =>
			client.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`),
		);
		const redis = newRedis();
		try {
			for await (const keys of redis.scanStream({ match: `${this.name}*` })) {
				const found: unknown = keys;
				if (Array.isArray(found) && found.length > 0) await redis.del(found.map(String));
			}
		} finally {
			redis.disconnect();
		}
	};
}

const REDIS = {
	host: env.E2E_REDIS_HOST ?? '127.0.0.1',
	port: Number(env.E2E_REDIS_PORT ?? 6379),
};
const POSTGRES = {
	host: env.E2E_POSTGRES_HOST ?? '127.0.0.1',
	port: Number(env.E2E_POSTGRES_PORT ?? 5432),
	user: env.E2E_POSTGRES_USER ?? 'postgres',
	password: env.E2E_POSTGRES_PASSWORD ?? 'postgres',
	database: env.E2E_POSTGRES_DATABASE ?? 'postgres',
};

async function whatIsMissing(
	name: string,
	{ host, port }: { readonly host: string; readonly port: number },
	debian: string,
	variables: string,
	check: () => Promise<void>,
): Promise<string | undefined> {
	try {
		await check();
		return undefined;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return (
			`${name} does not answer at ${host}:${port} (${reason}): start it ` +
			`(Debian: apt-get install ${debian}), or name another in ${variables}_HOST and ${variables}_PORT`
		);
	}
}

function newRedis(): Redis {
	return new Redis({
		...REDIS,
		lazyConnect: true,
		maxRetriesPerRequest: 0,
		retryStrategy: () => null,
	});
}

async function checkRedis(): Promise<void> {
	const redis = newRedis();
	// Told by the promise of connect() too; without a listener it would be printed as well.
	redis.on('error', () => undefined);
	try {
		await redis.connect();
		await redis.ping();
	} finally {
		redis.disconnect();
	}
}

async function checkPostgres(): Promise<void> {
	await withPostgres((client) => client.query('SELECT 1'));
}

async function withPostgres<T>(
	use: (client: Client) => Promise<T>,
	database = POSTGRES.database,
): Promise<T> {
	const client = new Client({ ...POSTGRES, database });
	await client.connect();
	try {
		return await use(client);
	} finally {
		await client.end();
	}
}
