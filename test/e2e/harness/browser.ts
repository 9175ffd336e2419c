import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { chromium, selectors, type Browser, type BrowserContext } from 'playwright-core';

import { temporaryFolder } from './paths';

/** Debian's Chromium unless told otherwise: the driver's own browser download is not needed. */
const CHROMIUM = env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
	if (!existsSync(CHROMIUM)) {
		throw new Error(
			`Chromium is missing (${CHROMIUM}): apt-get install chromium, or name another in CHROMIUM_PATH`,
		);
	}
	// n8n's own attribute for tests.
	selectors.setTestIdAttribute('data-test-id');
	return chromium.launch({
		executablePath: CHROMIUM,
		args: ARGUMENTS,
		env: { ...env, HOME: temporaryFolder('chromium') },
		// Interrupted, this process ends it with everything else.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
}

/** A browser's memory of its own, with English, UTC and no way beyond this machine. */
export async function newContext(
	browser: Browser,
	colorScheme: 'light' | 'dark' = 'light',
): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		locale: 'en-GB',
		timezoneId: 'UTC',
		colorScheme,
	});
	// The editor asks npm's registry for each community package: it is told that nobody knows it.
	await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => route.fulfill({ json: {} }));
	// Generous: a slow machine is no fault of what is tested.
	context.setDefaultTimeout(60_000);
	return context;
}
