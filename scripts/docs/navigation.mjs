/** The site's sidebar; a folder with `*` is all of its pages, and `index.md` is the folder's own. */
export const NAVIGATION = [
	{ title: 'Start', pages: ['docs/index.md', 'README.md', 'CHANGELOG.md'] },
	{ title: 'Guides', pages: ['docs/guides/*'] },
	{
		title: 'In depth',
		pages: [
			'docs/credential.md',
			'docs/posts.md',
			'docs/comments.md',
			'docs/statistics.md',
			'docs/uploads.md',
			'docs/documents.md',
			'docs/library.md',
			'docs/import.md',
			'docs/direct-upload.md',
			'docs/trigger.md',
			'docs/check-only.md',
			'docs/account.md',
			'docs/errors.md',
			'docs/messages.md',
			'docs/security.md',
			'docs/performance.md',
			// What has been added since.
			'docs/*',
		],
	},
	{
		title: 'Reference',
		pages: ['docs/reference/index.md', 'docs/reference/*', 'docs/contract.md', 'docs/forms.md'],
	},
	{
		title: 'For developers',
		pages: [
			'docs/development.md',
			'docs/architecture.md',
			'docs/releasing.md',
			'docs/live-contract.md',
			'docs/bench.md',
			'docs/bench-lines.md',
		],
	},
];

/**
 * @param {readonly string[]} files all pages
 * @returns {{title: string, files: string[]}[]} each page once
 */
export function sectionsOf(files) {
	const named = new Set(NAVIGATION.flatMap(({ pages }) => pages));
	return NAVIGATION.map(({ title, pages }) => ({
		title,
		files: pages.flatMap((page) => {
			if (!page.endsWith('/*')) return files.includes(page) ? [page] : [];
			const folder = page.slice(0, -1);
			return files.filter(
				(file) =>
					file.startsWith(folder) && !file.slice(folder.length).includes('/') && !named.has(file),
			);
		}),
	}));
}
