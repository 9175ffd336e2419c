import { build } from 'esbuild';

/** n8n allows no module at run time but a few of its own, so libraries must come along whole. */
test('the file readers bundle without any module of Node, and with three readers of image-size', async () => {
	const { outputFiles, metafile } = await build({
		stdin: {
			contents: ['video', 'image', 'captions/toSrt']
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
	expect(outputFiles[0]?.text).not.toMatch(/\brequire\(|\bimport\(/);
	const libraries = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'));
	expect(libraries.map((path) => path.split('/').at(-1)).sort()).toEqual([
		'gif.js',
		'jpg.js',
		'png.js',
		'utils.js',
	]);
});
