import type { Presigned } from '../../../../linkedin/upload/presign';
import { toData } from '../../../run/data';
import type { OutputItem } from '../../../run/output';

/**
 * A begun upload as an item for whoever carries it out: LinkedIn's own fields, the view that is the
 * same for all kinds of media, and the session that finishes it. Its addresses are signed on purpose.
 */
export function presignedItem({ fields, view, session }: Presigned<object>): OutputItem {
	return {
		json: { ...toData(fields), ...toData({ ...view }), uploadSession: toData({ ...session }) },
	};
}
