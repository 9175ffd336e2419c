/** How the site looks, and what its pages do. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dfe3e8, #33383f); --soft: light-dark(#f5f7f9, #1d2126); --link: light-dark(#0a58b0, #79b4f5); }
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1b1f24, #dde2e8); display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
header { grid-column: 1 / -1; position: sticky; top: 0; z-index: 2; display: flex; gap: .8rem; align-items: center; padding: .6rem 1rem; background: var(--soft); border-bottom: 1px solid var(--line); }
header .home { font-weight: 600; color: inherit; }
header input { margin-left: auto; width: min(20rem, 40vw); padding: .35rem .6rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; }
#found { position: absolute; top: 100%; right: 1rem; width: min(32rem, 92vw); max-height: 70vh; overflow: auto; margin: 0; padding: .4rem; list-style: none; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
#found a { display: block; padding: .25rem .5rem; }
#found small { opacity: .7; }
#menu { display: none; font: inherit; }
nav { position: sticky; top: 3.3rem; align-self: start; max-height: calc(100vh - 3.3rem); overflow: auto; padding: 0 1rem 2rem; border-right: 1px solid var(--line); }
nav h2 { margin: 1.2rem 0 .2rem; font-size: .85rem; border: 0; }
nav ul { margin: 0; padding: 0; list-style: none; font-size: .95rem; }
nav a { display: block; padding: .1rem .4rem; color: inherit; border-radius: 4px; }
nav a[aria-current] { background: var(--line); }
main { padding: 1rem 2rem 6rem; max-width: 62rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.4rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
.anchor { opacity: 0; font-weight: 400; }
h1:hover .anchor, h2:hover .anchor, h3:hover .anchor { opacity: .5; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .35rem .7rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--soft); }
code { font: .88em/1.5 ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
pre { position: relative; padding: .9rem 1rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
pre code { padding: 0; background: none; overflow-wrap: normal; }
pre button { position: absolute; top: .4rem; right: .4rem; font: .8rem system-ui; }
img { max-width: 100%; height: auto; border-radius: 6px; }
@media (max-width: 55rem) { body { display: block; } #menu { display: block; } nav { display: none; position: static; max-height: none; } nav.open { display: block; } main { padding: 1rem; } }
`;

export const SCRIPT = `
const { root } = document.body.dataset;
document.getElementById('menu').onclick = () => document.querySelector('nav').classList.toggle('open');

for (const block of document.querySelectorAll('pre')) {
	const button = document.createElement('button');
	button.textContent = 'Copy';
	button.onclick = async () => {
		await navigator.clipboard.writeText(block.querySelector('code').textContent);
		button.textContent = 'Copied';
		setTimeout(() => (button.textContent = 'Copy'), 1500);
	};
	block.append(button);
}

const search = document.getElementById('search');
const found = document.getElementById('found');
search.oninput = () => {
	const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
	const hits = words.length === 0 ? [] : HEADINGS.filter(([title, , page]) => {
		const text = (title + ' ' + page).toLowerCase();
		return words.every((word) => text.includes(word));
	});
	found.replaceChildren(...hits.slice(0, 30).map(([title, place, page]) => {
		const entry = document.createElement('li');
		const link = document.createElement('a');
		link.href = root + place;
		link.textContent = title + ' ';
		const small = document.createElement('small');
		small.textContent = page;
		link.append(small);
		entry.append(link);
		return entry;
	}));
	found.hidden = hits.length === 0;
};
search.onkeydown = ({ key }) => {
	if (key === 'Enter') found.querySelector('a')?.click();
	if (key === 'Escape') found.hidden = true;
};
`;
