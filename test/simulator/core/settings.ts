import { defaultReadings, type Readings } from './readings';

/** How an uploaded file ripens: at once, after so many reads, after so much time, or by hand. */
export type Progression =
	| { readonly kind: 'immediate'; readonly failure?: string }
	| { readonly kind: 'afterReads'; readonly reads: number; readonly failure?: string }
	| { readonly kind: 'afterMs'; readonly ms: number; readonly failure?: string }
	| { readonly kind: 'manual' };

export const planShapes = [
	'sound',
	'gap',
	'overlap',
	'wrongStart',
	'tooShort',
	'unsorted',
	'noParts',
	'noInstructions',
	'noVideo',
] as const;

/** `sound` is what LinkedIn promises; the others are plans that a client has to refuse. */
export type PlanShape = (typeof planShapes)[number];

export interface Delays {
	/** Before the first answer on each connection: what a handshake costs. */
	readonly perConnectionMs: number;
	readonly perRequestMs: number;
}

export interface Settings {
	/** LinkedIn versions that are alive, as `YYYYMM`. */
	readonly activeVersions: readonly string[];
	/** Origin of the upload URLs handed out; `''` is the simulator's own. */
	readonly uploadOrigin: string;
	/** Show a page with an Allow button instead of approving at once. */
	readonly interactive: boolean;
	/** Who is signed in at the authorization page. */
	readonly signedInMember: string;
	/** Whether the app is an approved partner, whose tokens come with a refresh token. */
	readonly refreshTokens: boolean;
	readonly accessTokenSeconds: number;
	readonly refreshTokenSeconds: number;
	readonly uploadUrlMs: number;
	/** From the read that shows it. */
	readonly downloadUrlMs: number;
	readonly partBytes: number;
	/** Of a member. The limit exists, and its number is not published. */
	readonly commentsPerMinute: number;
	readonly planShape: PlanShape;
	readonly processing: Progression;
	/** Keep files on disk: to hash a whole video, and to serve what was uploaded. */
	readonly spool: boolean;
	readonly delays: Delays;
	readonly readings: Readings;
}

const day = 24 * 60 * 60;

export const defaultSettings: Settings = {
	// public (migrations; read 2026-09-19): the ninth is the newest that is documented.
	activeVersions: Array.from({ length: 9 }, (_, index) => `20260${index + 1}`),
	uploadOrigin: '',
	interactive: false,
	signedInMember: 'm3mbEr_1',
	refreshTokens: false,
	accessTokenSeconds: 60 * day,
	refreshTokenSeconds: 365 * day,
	uploadUrlMs: 30 * day * 1000,
	downloadUrlMs: 30 * day * 1000,
	partBytes: 4_194_304,
	commentsPerMinute: 100,
	planShape: 'sound',
	processing: { kind: 'immediate' },
	spool: true,
	delays: { perConnectionMs: 0, perRequestMs: 0 },
	readings: defaultReadings,
};

export type SettingsPatch = Partial<Omit<Settings, 'readings' | 'delays'>> & {
	readonly readings?: Partial<Readings>;
	readonly delays?: Partial<Delays>;
};

export function patchSettings(settings: Settings, patch: SettingsPatch): Settings {
	return {
		...settings,
		...patch,
		delays: { ...settings.delays, ...patch.delays },
		readings: { ...settings.readings, ...patch.readings },
	};
}
