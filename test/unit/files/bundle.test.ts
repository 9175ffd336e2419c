import { build } from 'esbuild';

/** n8n allows no module at run time but a few of its own, so libraries must come along whole. */
test('the file readers bundle without any module of Node but crypto, and without any library', async () => {
	const { outputFiles, metafile } = await build({
		stdin: {
			contents: ['video', 'image', 'document', 'captions/toSrt']
				.map((file) => `export * from './${file}';`)
				.join('\n'),
			resolveDir: `${__dirname}/../../../linkedin/files`,
		},
		bundle: true,
		write: false,
		metafile: true,
		platform: 'node',
		format: 'cjs',
		external: ['n8n-workflow'],
	});
	const [bundle] = outputFiles;
	const loaded = bundle?.text.matchAll(/\b(?:require|import)\(([^)]*)\)/g) ?? [];
	expect(new Set([...loaded].map(([, name]) => name))).toEqual(new Set(['"crypto"']));
	const libraries = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'));
	expect(libraries).toEqual([]);
});
