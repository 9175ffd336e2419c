import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';

/**
 * A node as the TypeScript text that n8n's ESLint rules read: they know the literal description of
 * a class, and nothing of what a builder returns.
 */
export function nodeText(name: string, description: INodeTypeDescription): string {
	return [
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		'',
		`export class ${name} implements INodeType {`,
		`\tdescription: INodeTypeDescription = ${literal(description, 1)};`,
		'}',
		'',
	].join('\n');
}

/** The same for a credential, whose fields are the class's own. */
export function credentialText(name: string, credential: ICredentialType): string {
	const { properties, icon, ...others } = credential;
	return [
		"import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';",
		'',
		`export class ${name} implements ICredentialType {`,
		...Object.entries(others).map(([key, value]) => `\t${key} = ${literal(value, 1)};`),
		`\ticon: Icon = ${literal(icon, 1)};`,
		`\tproperties: INodeProperties[] = ${literal(properties, 1)};`,
		'}',
		'',
	].join('\n');
}

/** Strings that stand for constants of n8n in a source, by the key above them. */
const connections = /^(?:inputs|outputs)$/;

/** @param depth how far to indent what is inside */
function literal(value: unknown, depth: number, key = ''): string {
	const [inner, outer] = ['\t'.repeat(depth + 1), '\t'.repeat(depth)];
	if (Array.isArray(value)) {
		if (value.length === 0) return '[]';
		const entries = value.map((entry) => `${inner}${literal(entry, depth + 1, key)},\n`);
		return `[\n${entries.join('')}${outer}]`;
	}
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value)
			.filter(([, field]) => field !== undefined)
			// The order of what was joined says nothing, but n8n's rules want this name first.
			.sort(([one], [other]) => Number(other === 'displayName') - Number(one === 'displayName'))
			.map(([name, field]) => `${inner}${keyText(name)}: ${literal(field, depth + 1, name)},\n`);
		return entries.length === 0 ? '{}' : `{\n${entries.join('')}${outer}}`;
	}
	if (connections.test(key) && value === 'main') return 'NodeConnectionTypes.Main';
	if (['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
	throw new Error(
		`A description holds text, numbers and switches; found ${typeof value} in "${key}"`,
	);
}

function keyText(name: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/**
 * The names around a line of such a text, as a path: `options.waitSeconds`. What is on one level
 * has the same indentation.
 */
export function pathAt(text: string, line: number): string {
	const lines = text.split('\n');
	const path: string[] = [];
	let at = line - 1;
	for (let depth = indentation(lines[at]); depth > 1; depth = indentation(lines[at])) {
		const [first, last] = [opening(lines, at, depth), closing(lines, at, depth)];
		const fields = lines.slice(first + 1, last).filter((field) => indentation(field) === depth);
		const name = fields.map((field) => /^\t*name: "(.*)",$/.exec(field)?.[1]).find(Boolean);
		// The node itself has a name too, and a group in n8n's panel.
		const isNode = fields.some((field) => /^\t*group: /.test(field));
		if (name !== undefined && !isNode) path.unshift(name);
		at = first;
	}
	return path.join('.');
}

function opening(lines: readonly string[], from: number, depth: number): number {
	let at = from;
	while (indentation(lines[at]) >= depth) at -= 1;
	return at;
}

function closing(lines: readonly string[], from: number, depth: number): number {
	let at = from;
	while (indentation(lines[at]) >= depth) at += 1;
	return at;
}

function indentation(line = ''): number {
	return line.length - line.replace(/^\t*/, '').length;
}
