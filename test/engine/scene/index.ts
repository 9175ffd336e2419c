import type { INodeParameters } from 'n8n-workflow';

import { time } from '../../../nodes/transport/time';
import { startFileServer, type FileServer } from '../../fileServer';
import { FlyingTime } from '../../flyingTime';
import type {
	EndpointName,
	Fault,
	FaultPlan,
	JournalEntry,
	LibraryFill,
	SettingsPatch,
} from '../../simulator';
import type { BinaryMode } from '../harness';
import { calls, expectAllMet, openLab, requests, type Allowance, type Lab, type N8n } from '../lab';
import { Step, type Input } from './step';

export { until } from './step';
export type { Outcome } from './outcome';
export type { Input, Step } from './step';
export * from './words';

export interface SceneOptions {
	readonly binaryMode?: BinaryMode;
	/** How LinkedIn is set at the start of every test. */
	readonly linkedIn?: SettingsPatch;
	readonly n8n?: N8n;
	/**
	 * Whether pauses before LinkedIn is asked again are sat out. Otherwise time flies through them, for
	 * the node and for LinkedIn.
	 */
	readonly realTime?: boolean;
	/** In every test. */
	readonly allow?: readonly Allowance[];
}

export type Scene = ReturnType<typeof scene>;

/** An operation of a resource, and the parameters that the test names, as n8n stores them. */
export type Resource = (operation: string, parameters?: INodeParameters) => Step;

/**
 * Sets the scene for the tests of a file, or of a `describe`: LinkedIn (the simulator), n8n with the
 * package in it, a file server. LinkedIn starts anew for each test.
 *
 *     const { linkedIn, upload, video } = scene();
 *
 *     test('a video from a URL', async () => {
 *     	const { json } = await upload(talk()).as(PAGE).options({ waitSeconds: 600 });
 *     	await video('get', { urn: 'https://example.com' }).fails('is not a LinkedIn URN');
 *     });
 */
export function scene({
	binaryMode,
	linkedIn,
	n8n,
	realTime = false,
	allow = [],
}: SceneOptions = {}) {
	const flying = new FlyingTime((milliseconds) => {
		opened(lab).simulator.clock.advance(milliseconds);
	});
	let lab: Lab | undefined;
	let files: FileServer | undefined;
	let steps: Step[] = [];

	beforeAll(async () => {
		// Waits before another try are random, from none on: here they are next to none.
		const random = Math.random.bind(Math);
		jest.spyOn(Math, 'random').mockImplementation(() => random() / 1_000_000);
		if (!realTime) {
			jest.spyOn(time, 'pause').mockImplementation(flying.pause);
			jest.spyOn(time, 'now').mockImplementation(flying.now);
		}
		const settings = linkedIn ?? {};
		lab = await openLab(binaryMode ?? 'default', { settings }, undefined, n8n);
		files = await startFileServer();
	});
	beforeEach(async () => {
		steps = [];
		flying.reset();
		opened(files).requests.length = 0;
		await opened(lab).simulator.reset();
	});
	afterEach(() => {
		expectAllMet(opened(lab), allow);
		const forgotten = steps.filter(({ begun }) => !begun).length;
		if (forgotten > 0) throw new Error(`${forgotten} steps of the test were never awaited`);
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await lab?.close();
		await files?.close();
	});

	const resource =
		(name: string): Resource =>
		(operation, parameters = {}) => {
			const step = new Step(opened(lab), name, { operation, ...parameters }, allow);
			steps.push(step);
			return step;
		};
	const simulator = later(() => opened(lab).simulator);
	return {
		lab: () => opened(lab),
		linkedIn: simulator,
		engine: later(() => opened(lab).engine),
		files: later(() => opened(files)),
		resource,
		video: resource('video'),
		image: resource('image'),
		document: resource('document'),
		asset: resource('asset'),
		post: resource('post'),
		comment: resource('comment'),
		/** A video as most tests send it. */
		upload: (...inputs: readonly Input[]) => resource('video')('upload').of(...inputs),
		/** Media that are on LinkedIn already, in the library of the ad account; their URNs. */
		entries: (kind: LibraryFill['kind'], fill: Omit<LibraryFill, 'kind'> = {}): string[] =>
			simulator.addLibraryEntries({ kind, ...fill }),
		entry: (kind: LibraryFill['kind'], fill: Omit<LibraryFill, 'kind'> = {}): string =>
			simulator.addLibraryEntries({ kind, ...fill })[0] ?? '',
		credential: (...given: Parameters<Lab['credential']>) => opened(lab).credential(...given),
		/** Endpoints in the order of the requests. */
		calls: (): string[] => calls(simulator),
		requests: (endpoint: EndpointName): JournalEntry[] => requests(simulator, endpoint),
		/** What goes wrong at an endpoint, at its next call where nothing else is said: a fault, or a status. */
		plan: (
			on: EndpointName,
			fault: Fault | number,
			which: Pick<FaultPlan, 'call' | 'part'> = {},
		): number =>
			simulator.plan({
				...which,
				on,
				fault: typeof fault === 'number' ? { kind: 'status', status: fault } : fault,
			}),
	};
}

function opened<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) throw new Error('the scene is set by beforeAll');
	return thing;
}

/** Stands for what is there once the tests run, so that a file may name it at its top. */
function later<Thing extends object>(open: () => Thing): Thing {
	return new Proxy({} as Thing, { get: (_, key): unknown => Reflect.get(open(), key) });
}
