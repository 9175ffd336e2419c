import { ReadAhead } from '../../linkedin/transfer/readAhead';
import { TransferQueue } from '../../linkedin/transfer/transferQueue';

/**
 * All uploads of this process share it, whichever execution they belong to. The trigger's bundle
 * has its own copy, but uploads nothing; after an update of the package, the old one exists until
 * its runs end.
 */
export const transfers = new TransferQueue();

/** Shared in the same way: the chunk size that their files are read in. */
export const readAhead = new ReadAhead();
