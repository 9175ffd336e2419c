import { resource, type Call, type Room } from '../../core/routing';
import { initializeWhole } from './initialize';
import type { WholeKind } from './kind';
import { putWhole } from './upload';

/** `initializeUpload`, the address that it hands out, and the kind's own calls. */
export function wholeRoutes(kind: WholeKind, calls: Readonly<Record<string, Call>>): Room[] {
	const { artifact, path } = kind;
	const uploads: Room = (simulation, { segments }) => {
		const [root, id = '', last] = segments;
		if (root !== 'dms-uploads' || last !== artifact) return undefined;
		return {
			endpoint: `${path}.upload`,
			handle: (request) => putWhole(kind, simulation, request, id),
		};
	};
	return [
		resource(`/rest/${path}`, {
			'POST ?action=initializeUpload': [`${path}.initializeUpload`, initializeWhole(kind)],
			...calls,
		}),
		uploads,
	];
}
