/**
 * `npm run demo`: the shipped workflow, with real files, through n8n's own engine to LinkedIn's
 * video API as the simulator plays it. Exits with 0 only if LinkedIn's side has every byte.
 */
import { fixture } from '../fixtures/make';
import { markers, startSimulator } from '../simulator';
import { startEngine } from '../engine/harness';
import { demoFiles } from './files';
import { loadPackage } from './package';
import { Progress } from './progress';
import { report } from './report';
import { demoWorkflow, POST, UPLOAD } from './workflow';

/** A round trip to LinkedIn takes about this long; without it the bar would only flash by. */
const ROUND_TRIP_MS = 60;

async function main(): Promise<number> {
	const simulator = await startSimulator({
		settings: {
			processing: { kind: 'afterReads', reads: 2 },
			delays: { perConnectionMs: 0, perRequestMs: ROUND_TRIP_MS },
		},
	});
	const { node, credential } = loadPackage();
	const engine = await startEngine({
		binaryMode: 'filesystem',
		nodeTypes: { 'n8n-nodes-linkedin-media.linkedInMedia': node },
		credentialTypes: [credential],
	});
	const files = demoFiles(fixture);
	console.log(`LinkedIn is played by the simulator at ${simulator.url}`);
	console.log(
		`Workflow templates/upload-video.json runs in n8n's engine: ${files.video.fileName}, ` +
			`${(files.video.content.length / 1e6).toFixed(1)} MB, with captions, thumbnail and library entry; then a node posts the video\n`,
	);

	const progress = new Progress(simulator, process.stdout);
	try {
		const run = await engine.run({
			workflow: demoWorkflow('demo'),
			items: [
				{
					json: { 'Name in the media library': 'Demo talk' },
					binary: { Video: files.video, Captions: files.captions, Thumbnail: files.thumbnail },
				},
			],
			credentials: {
				demo: {
					type: 'linkedInMediaOAuth2Api',
					data: {
						clientId: simulator.app.clientId,
						clientSecret: simulator.app.clientSecret,
						useCustomBaseUrls: true,
						apiBaseUrl: simulator.url,
						oauthBaseUrl: simulator.url,
						oauthTokenData: {
							...simulator.issueToken({
								scopes: ['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
							}),
						},
					},
				},
			},
		});
		progress.stop();
		return report(
			{
				item: run.items(UPLOAD)[0]?.json,
				post: run.items(POST)[0]?.json,
				error: run.error,
				hints: [...run.hints(UPLOAD), ...run.hints(POST)],
			},
			simulator,
			files,
			Object.values(markers)
				.slice(0, 4)
				.some((secret) => run.visible().includes(secret)),
		);
	} finally {
		progress.stop();
		await engine.close();
		await simulator.close();
	}
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
