import { LinkedInError } from '../api/error';

/**
 * LinkedIn's refusal of a post under another of its names, by the APIs of comments and reactions: "Provided
 * threadUrn: urn:li:activity:1 is not the same as the actual threadUrn: urn:li:ugcPost:2".
 */
const ACTUAL = /actual threadUrn: (urn:li:(?:activity|share|ugcPost):[0-9]{1,100})/;

/** The URN that LinkedIn wants instead, if that is why it refused; nothing was done then. */
export function actualThread(error: unknown): string | undefined {
	return error instanceof LinkedInError ? ACTUAL.exec(error.words)?.[1] : undefined;
}
