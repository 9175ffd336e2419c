import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { asText, recordOf } from '../../../linkedin/api/parse';
import { CHECK_ITEM, ERROR_ITEM } from '../form/contractTitles';
import { keysIn } from '../form/keysIn';
import type { RunNodeOptions, RunNodeResult } from '../harness';

const PAGE = readFileSync(join(__dirname, '../../../docs/contract.md'), 'utf8');
/** `npm run contract` is about to write the page anew. */
const IS_WRITTEN = process.env.CONTRACT === 'write';

/** What goes on with what was given to it. */
const PASSES_ON = 'import.getStatus';

/** The output keys of a section of docs/contract.md. @param title its heading, or a piece of it */
export function promisedKeys(title: string): readonly string[] {
	const section = PAGE.split(/^##+ /m).find((text) =>
		text.slice(0, text.indexOf('\n')).includes(title),
	);
	const [, list = ''] = /^Output: (.*)$/m.exec(section ?? '') ?? [];
	return [...list.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key);
}

/** What these items have and the page doesn't promise. */
export function unpromised(title: string, items: readonly object[]): string[] {
	const promised = [...promisedKeys(title), 'warnings[]'];
	// An empty list, or null, stands for what has keys of its own, or is a list.
	const has = (key: string) =>
		promised.some((known) =>
			[key, `${key}[]`].some((part) => known === part || known.startsWith(`${part}.`)),
		);
	return [...new Set(items.flatMap((item) => keysIn(item)))].filter((key) => !has(key));
}

/** Whatever a test runs: docs/contract.md has each key of its items. */
export function expectPromised(
	{ parameters = {} }: Pick<RunNodeOptions, 'parameters'>,
	{ items, errorItems }: Pick<RunNodeResult, 'items' | 'errorItems'>,
): void {
	const { resource, operation, simplify } = parameters;
	const options = recordOf(parameters.options);
	const what = [resource, operation].map(asText).join('.');
	const isRaw = [simplify, options.simplify].some((value) => value !== undefined && value !== true);
	if (IS_WRITTEN || isRaw || options.includeInputFields !== undefined) return;
	const isError = ({ json }: (typeof items)[number]) =>
		'error' in json && Object.keys(json).length === 1;
	// The input's JSON beside an error is n8n's doing.
	const failed = [...items.filter(isError), ...errorItems].map(({ json: { error } }) => ({
		error,
	}));
	const done = items.filter((each) => !isError(each)).map(({ json }) => json);
	// By an expression some items are checked, and others done.
	const isChecked = (json: object) => options.checkOnly !== undefined && 'preview' in json;
	const found = {
		[what]:
			what === PASSES_ON
				? []
				: unpromised(
						`(\`${what}\`)`,
						done.filter((json) => !isChecked(json)),
					),
		errors: unpromised(ERROR_ITEM, failed),
		checks: unpromised(CHECK_ITEM, done.filter(isChecked)),
	};
	// Was something added? Add a run that has it to outputRuns.ts, then: npm run contract
	expect(found).toEqual({ [what]: [], errors: [], checks: [] });
}
