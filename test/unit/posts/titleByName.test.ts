import { titleByName } from '../../../linkedin/posts/titleByName';

test.each([
	['Annual report.pdf', 'Annual report'],
	['slides.PPTX', 'slides'],
	['slides.pptx.pdf', 'slides'],
	['a.pdf.txt', 'a.pdf.txt'],
	['v1.2', 'v1.2'],
	['.pdf', '.pdf'],
	['.docx.pdf', '.docx.pdf'],
])('of %s: %s', (name, title) => {
	expect(titleByName(name)).toBe(title);
});
