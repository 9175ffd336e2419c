import type { FileServer } from '../harness/fileServer';
import type { Credential, Lab } from '../harness/lab';
import type { Workflow } from '../harness/session';

/** What a template's check works with. */
export interface TemplateRun {
	readonly lab: Lab;
	/** Connected to the simulator. */
	readonly credential: Credential;
	/** As it is in the repository, with that credential and the page selected and nothing else changed. */
	readonly workflow: Workflow;
	/** Serves `talk.mp4` with the bytes of `video`. */
	readonly files: FileServer;
	readonly video: Buffer;
}

/** Imports the template, runs it as its users do, and looks at what LinkedIn then has. */
export type TemplateCheck = (run: TemplateRun) => Promise<void>;
