import { activityKinds, type Activity } from '../statistics/activity';
import type { Simulator } from '../types';
import { count, flag, listOf, number, oneOf, Reader, text, type Parser } from './parser';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What people do with posts, by the test's hand; the route is in README.md. */
export const activityRoutes: readonly [string, (simulator: Simulator, body: unknown) => unknown][] =
	[
		[
			'POST activity',
			(simulator, body) => {
				const reader = new Reader(body, 'body');
				const activities = reader.get('activities', listOf(activity));
				reader.done();
				simulator.tell(...activities);
				return { told: activities.length };
			},
		],
	];

const activity: Parser<Activity> = (value, path) => {
	const reader = new Reader(value, path);
	const found: Mutable<Activity> = {
		post: reader.get('post', text),
		kind: reader.get('kind', oneOf(activityKinds)),
	};
	reader.optional('member', text, (member) => (found.member = member));
	reader.optional('at', number, (at) => (found.at = at));
	reader.optional('times', count, (times) => (found.times = times));
	reader.optional('reply', flag, (reply) => (found.reply = reply));
	reader.optional('ms', count, (ms) => (found.ms = ms));
	reader.optional('part', number, (part) => (found.part = part));
	reader.optional('account', text, (account) => (found.account = account));
	reader.done();
	return found;
};
