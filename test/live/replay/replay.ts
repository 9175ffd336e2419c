import { defaultSettings, productScopes, startSimulator } from '../../simulator';
import type { SettingsPatch, Simulator } from '../../simulator';
import type { Body, Sent } from '../exchange';
import { at } from '../look';
import { placeOf } from '../place';
import type { Question } from '../question';
import type { RecordedRequest, Recording } from '../record/recording';
import { Wire } from '../wire';
import { Bindings, UnboundPlaceholder } from './bindings';
import { differences } from './compare';

/** Of the simulator's world: her own page, and her ad account. */
const PAGE = '2414183';
const MEMBER = defaultSettings.signedInMember;
const ACCOUNT = '123456789';

/**
 * Plays the requests of a recording against a simulator, and compares its answers.
 *
 * @param settings in place of the simulator's defaults
 * @returns what differs; nothing if the simulator does as LinkedIn was observed to
 */
export async function replay(
	recording: Recording,
	settings: SettingsPatch = {},
): Promise<string[]> {
	const { activeVersions } = defaultSettings;
	const simulator = await startSimulator({
		settings: {
			processing: { kind: isProcessing(recording) ? 'manual' : 'immediate' },
			...settings,
			activeVersions: [...new Set([...activeVersions, recording.version])],
		},
	});
	const { access_token } = simulator.issueToken({ scopes: recording.scopes ?? everyScope() });
	const wire = new Wire(placeOf(simulator.url), access_token);
	try {
		return await play(recording, simulator, wire, access_token);
	} finally {
		await wire.close();
		await simulator.close();
	}
}

/** What was still being processed when LinkedIn was asked has to be here, too. */
function isProcessing({ exchanges }: Recording): boolean {
	return exchanges.some(({ answer }) => at(answer.json, 'status') === 'PROCESSING');
}

/** The readings with which the simulator plays what was observed; undefined if none does. */
export function readingsOf(recording: Recording, question: Question | undefined) {
	return question?.readings[recording.observation];
}

async function play(
	{ exchanges }: Recording,
	{ app }: Simulator,
	wire: Wire,
	token: string,
): Promise<string[]> {
	const bindings = new Bindings({
		'<page>': PAGE,
		'<member>': MEMBER,
		'<account>': ACCOUNT,
		'<token>': token,
		'<clientId>': app.clientId,
		'<clientSecret>': app.clientSecret,
	});
	const found: string[] = [];
	for (const [index, { request, answer }] of exchanges.entries()) {
		const what = `call ${index + 1}, ${request.method} ${request.url}`;
		try {
			const given = await wire.send(filled(request, bindings));
			found.push(...differences(answer, given, bindings).map((each) => `${what}: ${each}`));
		} catch (error) {
			if (!(error instanceof UnboundPlaceholder)) throw error;
			// What it needs is missing, which was said before.
			return [...found, `${what}: can't be played, ${error.message}`];
		}
	}
	return found;
}

function filled({ url, body, ...rest }: RecordedRequest, bindings: Bindings): Sent {
	return {
		...rest,
		url: bindings.filled(url),
		...(body === undefined ? {} : { body: filledBody(body, bindings) }),
	};
}

function filledBody(body: Body, bindings: Bindings): Body {
	if ('form' in body) return { form: bindings.filled(body.form) };
	if (!('json' in body)) return body;
	const text = JSON.stringify(body.json, (_key, value: unknown) =>
		typeof value === 'string' ? bindings.filled(value) : value,
	);
	return { json: JSON.parse(text) as unknown };
}

/** As no app has them all. */
function everyScope(): readonly string[] {
	return [...new Set([...Object.values(productScopes).flat(), 'r_member_social'])];
}
