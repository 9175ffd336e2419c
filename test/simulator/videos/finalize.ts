import { filesOf, hashOfParts } from '../assets/parts/part';
import { requireOpen } from '../assets/parts/put';
import { refusals } from '../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { storedFiles } from '../core/stored';
import { enterControlPlane } from '../rules/controlPlane';
import { Fields } from '../rules/fields';
import { readJsonBody } from '../rules/jsonBody';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { requirePartIds } from './partIds';
import type { Video } from './video';

const kind = 'video';

/** linkedin-videos-api, "Finalize Video Upload": 200 once every part is there. */
export async function finalizeVideo(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'action', ['action']);
	const body = Fields.of('finalizeUpload', await readJsonBody(request));
	const fields = body.object('finalizeUploadRequest');
	const urn = parseUrn(kind, 'video', fields.string('video'), ['video']);
	const uploadToken = fields.string('uploadToken');
	const partIds = fields.strings('uploadedPartIds');
	fields.noOthers();
	body.noOthers();

	const video = simulation.videos.find(urn.id);
	if (video === undefined) throw refusals.notFound(404);
	const owner = parseUrn(kind, 'owner', video.owner, ['person', 'organization']);
	const access = { kind, owner, operation: 'FINALIZEUPLOAD', version: caller.version } as const;
	requireUploadRights(simulation, caller.bearer, access);
	video.finalizeCalls += 1;
	// assumed: a second finalize is refused with the code for assets that cannot be changed.
	requireOpen(video);
	if (uploadToken !== video.uploadToken) {
		throw refusals.badRequest('uploadToken is not the one of this upload');
	}
	requirePartIds(video, partIds);
	await close(simulation, video, partIds);
	return empty(200);
}

async function close(
	simulation: Simulation,
	video: Video,
	partIds: readonly string[],
): Promise<void> {
	video.session = 'closing';
	const files = filesOf(video.parts);
	video.sha256 = await hashOfParts(simulation, video.parts);
	if (files.length === video.parts.length) {
		video.media = storedFiles(
			files.map((path, at) => ({ path, size: video.parts[at]?.size ?? 0 })),
		);
	}
	video.partIds = partIds;
	video.session = 'closed';
	video.ripening.uploaded();
}
