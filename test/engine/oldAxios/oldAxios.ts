import type { IExecuteFunctions } from 'n8n-workflow';

import { insideNode } from '../insideNode';

/** Whether the library behind n8n's helper is that of n8n 2.0.3: the errors that it makes tell by whom they were made. */
export function axiosIsOld(): void {
	test('the axios behind n8n’s helper is the old one', async () => {
		const url = 'http://127.0.0.1:1/';
		const refused = (execution: IExecuteFunctions): Promise<unknown> =>
			execution.helpers.httpRequest({ url }).catch((error: unknown) => error);
		const { stack } = (await insideNode(refused)) as Error;
		expect(stack).toMatch(/axios-of-n8n-2\.0/);
		expect(stack).not.toMatch(/node_modules[\\/]axios[\\/]/);
	});
}
