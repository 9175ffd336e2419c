import { setSafeRegexEngine } from 'n8n-workflow';

/**
 * n8n gives the regex of a field 250 ms by the clock, and refuses the run where they are over: on a
 * busy machine a process may stand still for longer. Here a regex has all the time it needs.
 */
export function withoutRegexTimeout(): void {
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) =>
			input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags = '') => [
			...input.matchAll(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`)),
		],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}
