import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { appForEverybody } from '../harness/credentialOverwrites';
import { newest, oldest, type Install } from '../harness/installs';
import { CREDENTIAL_TYPE, Lab } from '../harness/lab';
import { Simulator } from '../harness/simulator';

suite(newest());
suite(oldest());

/** An n8n whose administrator has set one LinkedIn app for everybody. */
function suite(install: Install): void {
	describe(`n8n ${install.version} with an app for everybody`, () => {
		let lab: Lab;
		/** A server of a user, who would like to see the app's secret. */
		let other: Simulator;
		before(async () => {
			[lab, other] = await Promise.all([
				Lab.open({ install, simulator: { app: 'share' }, environmentFor: appForEverybody }),
				Simulator.start(),
			]);
		});
		afterEach(() => lab.check());
		after(async () => {
			await lab.close();
			await other.stop();
		});

		/** @returns the endpoints that were asked while the credential was connected */
		async function connected(data: object): Promise<readonly unknown[]> {
			const since = (await lab.simulator.journal()).length;
			await lab.session.connect(
				await lab.session.createCredential('LinkedIn', CREDENTIAL_TYPE, data),
			);
			return (await lab.simulator.journal()).slice(since).map(({ endpoint }) => endpoint);
		}
		const FLOW = ['oauth.authorization', 'oauth.accessToken'];

		test('a credential in which nothing is filled in connects', async () => {
			assert.deepEqual(await connected({}), FLOW);
		});

		test('the app’s secret goes to no OAuth Base URL that a user enters', async () => {
			const { url } = other;
			const entered = { useCustomBaseUrls: true, apiBaseUrl: url, oauthBaseUrl: url };
			assert.deepEqual(await connected(entered), FLOW);
			assert.deepEqual(await other.journal(), []);
		});

		// Older versions prefer what is stored.
		if (install.version !== newest().version) return;

		test('nor to one that a user stores through n8n’s API in a field that the form hides', async () => {
			const accessTokenUrl = `${other.url}/oauth/v2/accessToken`;
			assert.deepEqual(await connected({ accessTokenUrl }), FLOW);
			assert.deepEqual(await other.journal(), []);
		});
	});
}
