import { parseArgs } from 'node:util';
import { startSimulator } from './index';
import { appOf, isAppKind, productScopes, type AppKind } from './oauth/app';

const help = `LinkedIn on loopback, for trying things out without LinkedIn.

  npm run simulator -- [options]

  --port <number>   port on 127.0.0.1 (a free one when absent)
  --app <kind>      share, communityManagement or advertising: an app that was granted this alone
                    (everything when absent)
  --interactive     show a consent page with an Allow button at the authorization page
  --refresh-tokens  hand out refresh tokens, as for an approved partner
  --delay <ms>      wait so long before each answer
  --help            this text

What it plays, and on what evidence: test/simulator/FIDELITY.md
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			app: { type: 'string' },
			interactive: { type: 'boolean', default: false },
			'refresh-tokens': { type: 'boolean', default: false },
			delay: { type: 'string', default: '0' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const simulator = await startSimulator({
		port: wholeNumber('--port', values.port, 65_535),
		...(values.app === undefined ? {} : { app: appOf(appKind(values.app)) }),
		settings: {
			interactive: values.interactive,
			refreshTokens: values['refresh-tokens'],
			delays: { perRequestMs: wholeNumber('--delay', values.delay, 60_000) },
		},
	});
	const { app, url } = simulator;
	process.stdout.write(`LinkedIn on loopback: ${url}

  API base URL   ${url}
  Authorization  ${url}/oauth/v2/authorization
  Access token   ${url}/oauth/v2/accessToken
  Client ID      ${app.clientId}
  Client secret  ${app.clientSecret}
  Control        ${url}/_simulator/   (test/simulator/README.md)

A token without the browser:
  curl -s ${url}/_simulator/token -d '{"scopes":["openid","profile","w_member_social"]}'

Ctrl+C ends it.
`);
	const stop = (): void => {
		simulator.close().then(
			() => process.exit(0),
			(error: unknown) => {
				fail(error);
			},
		);
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function appKind(given: string): AppKind {
	if (isAppKind(given)) return given;
	throw new Error(`--app must be ${Object.keys(productScopes).join(', ')}, got ${given}`);
}

function wholeNumber(option: string, given: string, highest: number): number {
	const value = /^\d+$/.test(given) ? Number(given) : NaN;
	if (value <= highest) return value;
	throw new Error(`${option} must be a whole number up to ${highest}, got ${given}`);
}

function fail(error: unknown): void {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

main().catch(fail);
