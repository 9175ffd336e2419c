import { LinkedInMediaFileServerApi } from '../../../credentials/LinkedInMediaFileServerApi.credentials';
import { LinkedInMediaOAuth2Api } from '../../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { LinkedInMediaTrigger } from '../../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { contractOf } from './contractLines';
import { isForAgents, offeredBy, textOf } from './leaves';

test('operations of the node', () => {
	const { properties } = new LinkedInMedia().description;
	const [resource] = properties;
	const operations = properties
		.filter(({ name }) => name === 'operation')
		.map((property) => {
			const of = textOf(property.displayOptions?.show?.resource?.[0]);
			return `${of}: ${offeredBy(property).map(String).sort().join(' | ')} default ${textOf(property.default)}`;
		});
	expect([`default ${textOf(resource?.default)}`, ...operations].join('\n')).toMatchSnapshot();
});

test('fields of the node', () => {
	expect(contractOf(new LinkedInMedia().description.properties).join('\n')).toMatchSnapshot();
});

test('defaults of fields where an AI agent uses the node', () => {
	const differing = new LinkedInMedia().description.properties.filter(isForAgents);
	const lines = differing.map(({ name, default: preset, displayOptions }) => {
		const { resource, operation } = displayOptions?.show ?? {};
		return `${textOf(resource?.[0])}.${textOf(operation?.[0])}: ${name} default ${JSON.stringify(preset)}`;
	});
	expect(lines.join('\n')).toMatchSnapshot();
});

test('fields of the trigger', () => {
	expect(
		contractOf(new LinkedInMediaTrigger().description.properties).join('\n'),
	).toMatchSnapshot();
});

test('fields of the credential', () => {
	const fields = new LinkedInMediaOAuth2Api().properties.filter(({ type }) => type !== 'notice');
	expect(contractOf(fields).join('\n')).toMatchSnapshot();
});

test('fields of the credential for file servers', () => {
	expect(contractOf(new LinkedInMediaFileServerApi().properties).join('\n')).toMatchSnapshot();
});

test('names and versions of the nodes', () => {
	const nodes = [new LinkedInMedia(), new LinkedInMediaTrigger()].map(({ description }) => {
		const { name, version, defaultVersion } = description;
		return { name, version, defaultVersion };
	});
	expect(nodes).toEqual([
		{ name: 'linkedInMedia', version: [1], defaultVersion: 1 },
		{ name: 'linkedInMediaTrigger', version: [1], defaultVersion: 1 },
	]);
});
