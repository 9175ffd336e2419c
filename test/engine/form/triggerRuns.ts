import type { IDataObject } from 'n8n-workflow';

import { commenting } from '../commentSupport';
import { COMMENTING, publishElsewhere } from '../postSupport';
import { PublishedTrigger } from '../publishedTrigger';
import { byUrn, file, PAGE, talkWithSupplements, withSupplements, type Scene } from '../scene';
import { inLibrary } from '../importSupport';

/** What the trigger starts workflows with, by every event: with all that LinkedIn may tell. */
export async function triggerItems(stage: Scene): Promise<IDataObject[]> {
	stage.linkedIn.configure({ readings: { commentImages: 'accepted', imageFields: 'asSchema' } });
	return [
		...(await ofLibraries(stage)),
		...(await ofPage(stage)),
		...(await ofPage(stage, 'omitted')),
		...(await new PublishedTrigger(stage, { events: ['connectionExpiring'] }).test()),
	];
}

async function ofLibraries(stage: Scene): Promise<IDataObject[]> {
	const events = ['added', 'available', 'failed', 'archived', 'reactivated'];
	const trigger = new PublishedTrigger(stage, { mediaType: 'both', events });
	await trigger.poll();
	stage.entry('image');
	stage.entry('video', { status: 'PROCESSING_FAILED', failure: 'X' });
	await stage.upload(talkWithSupplements).with({ ...withSupplements, ...inLibrary });
	return trigger.poll();
}

/** @param decorations whether LinkedIn's notifications say what was written, or comments are read one by one */
async function ofPage(
	stage: Scene,
	notificationDecorations: 'given' | 'omitted' = 'given',
): Promise<IDataObject[]> {
	stage.linkedIn.configure({ readings: { notificationDecorations } });
	const { create, reply } = commenting(stage);
	const trigger = new PublishedTrigger(
		stage,
		{ events: ['posted', 'commented'], page: byUrn(PAGE) },
		stage.credential({ scopes: COMMENTING }),
	);
	await trigger.poll();
	stage.linkedIn.clock.advance(1000);
	const post = await publishElsewhere(stage.linkedIn, `Hello, ${notificationDecorations}`);
	const ben = { scopes: COMMENTING, memberId: 'm3mbEr_2' };
	const byBen = 'urn:li:person:m3mbEr_2';
	const { json } = await create(post).as(byBen).by(stage.credential(ben));
	await reply(typeof json.urn === 'string' ? json.urn : '', { imageSource: 'binaryData' })
		.of(file('picture.png'))
		.as(byBen)
		.by(stage.credential(ben));
	return trigger.poll();
}
