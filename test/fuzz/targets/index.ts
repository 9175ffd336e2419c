import type { FuzzTarget } from '../target';
import { imageTarget } from './image';
import { officeTarget } from './office';
import { pdfTarget } from './pdf';
import { videoTarget } from './video';

/** All readers of foreign files. */
export const targets: readonly FuzzTarget[] = [pdfTarget, officeTarget, imageTarget, videoTarget];
