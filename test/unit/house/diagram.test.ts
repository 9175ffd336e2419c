import { Tree } from './tree';

const files = {
	'nodes/run/item.ts': "import { T } from '../transport/t';\nimport '../../linkedin/problem';\n",
	'nodes/run/deep/pool.ts': "import { U } from '../../transport/u';\nimport '../item';\n",
	'nodes/transport/t.ts': 'export const T = 1;\n',
	'nodes/transport/u.ts': 'export const U = 1;\n',
	'nodes/LinkedInMedia/resources/post/get.ts': "import '../media/get';\n",
	'nodes/LinkedInMedia/resources/video/get.ts': "import '../media/get';\n",
	'nodes/LinkedInMedia/resources/media/get.ts': 'export {};\n',
	'linkedin/problem.ts': 'export {};\n',
};
const diagram = `flowchart TD
	nodes_LinkedInMedia_resources_each["nodes/LinkedInMedia/resources/*"]
	nodes_LinkedInMedia_resources_media["nodes/LinkedInMedia/resources/media"]
	nodes_run["nodes/run"]
	nodes_transport["nodes/transport"]
	linkedin_problem["linkedin/problem"]
	nodes_LinkedInMedia_resources_each --> nodes_LinkedInMedia_resources_media
	nodes_run --> nodes_transport
	nodes_run --> linkedin_problem
`;
const document = '# Rooms\n\n<!-- rooms:begin -->\n<!-- rooms:end -->\n\nText.\n';

it('has the rooms, top to bottom, and one arrow for each pair', () => {
	using tree = new Tree(files);
	expect(tree.house('--diagram').output).toBe(diagram);
});

it('leaves out an arrow that others lead to as well', () => {
	using tree = new Tree({
		...files,
		'nodes/transport/t.ts': "import '../../linkedin/problem';\n",
	});
	const { output } = tree.house('--diagram');
	expect(output).toContain('nodes_run --> nodes_transport\n\tnodes_transport --> linkedin_problem');
	expect(output).not.toContain('nodes_run --> linkedin_problem');
});

it('does not draw what runs up', () => {
	using tree = new Tree({
		'nodes/run/item.ts': 'export {};\n',
		'nodes/transport/t.ts': "import '../run/item';\n",
	});
	expect(tree.house('--diagram').output).not.toContain('-->');
});

it('is written between the marks, and stands from then on', () => {
	using tree = new Tree({ ...files, 'docs/architecture.md': document });
	const { passed, output } = tree.house();
	expect(passed).toBe(false);
	expect(output).toContain(
		"The diagram in docs/architecture.md is not today's: npm run house -- --write\n",
	);
	expect(tree.house('--write').passed).toBe(true);
	expect(tree.read('docs/architecture.md')).toBe(
		`# Rooms\n\n<!-- rooms:begin -->\n\n\`\`\`mermaid\n${diagram}\`\`\`\n\n<!-- rooms:end -->\n\nText.\n`,
	);
	expect(tree.house().passed).toBe(true);
});

it('is missed in a document without the marks', () => {
	using tree = new Tree({ ...files, 'docs/architecture.md': '# Rooms\n' });
	for (const run of [tree.house(), tree.house('--write')]) {
		expect(run.passed).toBe(false);
		expect(run.output).toContain('<!-- rooms:begin -->');
	}
});
