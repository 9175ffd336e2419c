import type { Presigned } from '../../../linkedin/upload/presign';
import type { PresignedUpload } from '../../../linkedin/upload/presigned';
import type { OutputItem } from './operation';
import { toData } from './result';

/**
 * A begun upload as an item for whoever carries it out: LinkedIn's own fields, the view that is the
 * same for all kinds of media, and the session that finishes it. Its addresses are signed on purpose.
 */
export function presignedItem(presigned: Presigned<object>): OutputItem {
	return handedOverItem(presigned.fields, presigned.view, presigned.session);
}

/** The same where LinkedIn's fields, the view and the session come from elsewhere. */
export function handedOverItem(
	fields: Readonly<Record<string, unknown>>,
	view: PresignedUpload,
	session: object,
): OutputItem {
	return {
		json: { ...toData(fields), ...toData({ ...view }), uploadSession: toData({ ...session }) },
	};
}
