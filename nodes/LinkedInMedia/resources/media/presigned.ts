import type { Presigned } from '../../../../linkedin/upload/presign';
import { toData } from '../../../run/data';
import type { OutputItem } from '../../../run/output';

/**
 * A started upload as an item for the system that sends the file: LinkedIn's own fields, the fields
 * that are the same for all kinds of media, and the session to finish it. Its URLs are signed on
 * purpose.
 */
export function presignedItem({ fields, view, session }: Presigned<object>): OutputItem {
	return {
		json: { ...toData(fields), ...toData({ ...view }), uploadSession: toData({ ...session }) },
	};
}
