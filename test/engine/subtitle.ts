import { Workflow, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

/** The subtitle that n8n's editor works out for a node with these parameters. */
export function subtitleIn(description: INodeTypeDescription, parameters: INodeParameters): string {
	const name = 'Node';
	const node = {
		id: name,
		name,
		type: description.name,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => ({ description: { ...description, properties: [] } }),
			getByNameAndVersion: () => ({ description: { ...description, properties: [] } }),
			getKnownTypes: () => ({}),
		},
	});
	const stored = workflow.getNode(name);
	if (!stored) throw new Error('The workflow has no node');
	stored.parameters = parameters;
	return String(
		workflow.expression.getSimpleParameterValue(stored, description.subtitle, 'internal', {}),
	);
}
