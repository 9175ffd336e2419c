/**
 * Each test in a line as it ends, failures once more at the end, and as the last line "N passed, M
 * failed". A test that was skipped, or a suite that could not be prepared, counts as failed.
 */
export default async function* report(events) {
	let passed = 0;
	const failures = [];
	for await (const { type, data } of events) {
		if (type === 'test:start' && data.nesting === 0) yield `\n${data.name}\n`;
		if (type === 'test:diagnostic' && data.nesting > 0) yield `        ${data.message}\n`;
		if (type !== 'test:pass' && type !== 'test:fail') continue;
		const seconds = (data.details.duration_ms / 1000).toFixed(1);
		if (type === 'test:pass' && data.skip === undefined && data.todo === undefined) {
			if (data.details.type === 'suite') continue;
			passed += 1;
			yield `  ok    ${data.name} (${seconds} s)\n`;
			continue;
		}
		const error = data.details.error;
		// A suite fails with its tests, which are told already.
		if (error?.failureType === 'subtestsFailed') continue;
		failures.push({ name: data.name, error });
		yield `  FAILED ${data.name} (${seconds} s)\n`;
	}
	for (const { name, error } of failures) {
		// Its suite says why it was not run.
		if (error?.failureType === 'cancelledByParent') continue;
		const cause = error?.cause ?? error;
		yield `\n--- ${name}\n${cause?.stack ?? String(cause ?? 'skipped')}\n`;
	}
	if (passed === 0 && failures.length === 0) {
		yield '\nNo test has run.\n';
		failures.push({});
	}
	yield `\n${passed} passed, ${failures.length} failed\n`;
}
