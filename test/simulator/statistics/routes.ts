import { resource, type Room } from '../core/routing';
import { findAdAnalytics } from './ads';
import { findMemberPosts, findMemberVideos } from './member';
import { findShareStatistics } from './share';
import { findVideoAnalytics } from './video';

export const statisticsRoutes: readonly Room[] = [
	resource('/rest/organizationalEntityShareStatistics', {
		'GET ?q=organizationalEntity': ['statistics.ofPages', findShareStatistics],
	}),
	resource('/rest/memberCreatorPostAnalytics', {
		'GET ?q=me': ['statistics.ofMembers', findMemberPosts],
		'GET ?q=entity': ['statistics.ofMembers', findMemberPosts],
	}),
	resource('/rest/memberCreatorVideoAnalytics', {
		'GET ?q=entity': ['statistics.ofMembersVideos', findMemberVideos],
	}),
	resource('/rest/videoAnalytics', {
		'GET ?q=entity': ['statistics.ofVideos', findVideoAnalytics],
	}),
	resource('/rest/adAnalytics', { 'GET ?q=analytics': ['statistics.ofAds', findAdAnalytics] }),
];
