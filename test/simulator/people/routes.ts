import { fixed, resource, type Room } from '../core/routing';
import { searchAdAccounts } from './adAccounts';
import { findOwnAcls } from './organizationAcls';
import { me } from './me';
import {
	batchGetOrganizations,
	findOrganizations,
	getOrganization,
	lookUpOrganizations,
} from './organizations';
import { userinfo } from './userinfo';

export const peopleRoutes: readonly Room[] = [
	fixed('/v2/userinfo', ['userinfo', userinfo]),
	fixed('/v2/me', ['me', me]),
	resource('/rest/organizationAcls', { 'GET ?q=roleAssignee': ['organizationAcls', findOwnAcls] }),
	resource('/rest/organizations', {
		'GET /key': ['organizations', getOrganization],
		'GET ?ids': ['organizations', batchGetOrganizations],
		'GET ?q=vanityName': ['organizations', findOrganizations],
	}),
	resource('/rest/organizationsLookup', { 'GET ?ids': ['organizations', lookUpOrganizations] }),
	resource('/rest/adAccounts', { 'GET ?q=search': ['adAccounts', searchAdAccounts] }),
];
