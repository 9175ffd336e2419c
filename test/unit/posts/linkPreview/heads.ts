import type { LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';

/** A page as sites of a kind write it, and the preview that people see of it elsewhere. */
export interface Head {
	readonly html: string;
	/** Default: https://example.com/blog/post */
	readonly url?: string;
	readonly preview: LinkPreview;
}

const picture = (url: string, altText = '') => ({ url, altText });

/** By the program that writes them. */
export const HEADS: Readonly<Record<string, Head>> = {
	'WordPress with Yoast': {
		html: `<!DOCTYPE html>
<html lang="en-US" prefix="og: https://ogp.me/ns#">
<head>
	<meta charset="UTF-8" />
	<meta name='robots' content='index, follow, max-image-preview:large' />
	<!-- This site is optimized with the Yoast SEO plugin v21.5 -->
	<title>Our New Office &#8211; Example &amp; Co</title>
	<meta name="description" content="We moved, and here&#039;s why." />
	<link rel="canonical" href="https://example.com/blog/post/" />
	<meta property="og:locale" content="en_US" />
	<meta property="og:type" content="article" />
	<meta property="og:title" content="Our New Office &#8211; Example &amp; Co" />
	<meta property="og:description" content="We moved, and here&#039;s why. [&hellip;]" />
	<meta property="og:url" content="https://example.com/blog/post/" />
	<meta property="og:image" content="http://example.com/wp-content/uploads/office.jpg" />
	<meta property="og:image:secure_url" content="https://example.com/wp-content/uploads/office.jpg" />
	<meta property="og:image:width" content="1200" />
	<meta property="og:image:height" content="630" />
	<meta property="og:image:type" content="image/jpeg" />
	<meta name="twitter:card" content="summary_large_image" />
	<script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","headline":"<title>no</title>"}</script>
</head><body class="post"></body></html>`,
		preview: {
			title: 'Our New Office – Example & Co',
			description: "We moved, and here's why. […]",
			picture: picture('https://example.com/wp-content/uploads/office.jpg'),
		},
	},
	Ghost: {
		html: `<!DOCTYPE html><html lang="de"><head>
    <title>Über uns</title>
    <meta property="og:site_name" content="Das Blog">
    <meta property="og:title" content="Über uns">
    <meta property="og:description" content="Wer wir sind,
    und warum">
    <meta property="og:image" content="https://images.example.com/photo-1?crop=entropy&amp;w=2000&amp;fit=max">
    <meta name="twitter:title" content="Twitters Titel">
    <meta name="twitter:image" content="https://images.example.com/other.jpg">
    <meta property="og:image:alt" content="Das Team &quot;vor&quot; dem Haus">
</head><body></body></html>`,
		preview: {
			title: 'Über uns',
			description: 'Wer wir sind, und warum',
			picture: picture(
				'https://images.example.com/photo-1?crop=entropy&w=2000&fit=max',
				'Das Team "vor" dem Haus',
			),
		},
	},
	GitHub: {
		html: `<!DOCTYPE html><html lang="en" data-color-mode="auto"><head>
<meta charset="utf-8"><link rel="dns-prefetch" href="https://github.githubassets.com">
<title>GitHub - example/tool: A tool &lt;for&gt; things</title>
<meta name="description" content="A tool for things. Contribute to example/tool development.">
<meta name="twitter:image" content="https://opengraph.example.com/abc/example/tool" /><meta name="twitter:site" content="@github" />
<meta name="twitter:title" content="GitHub - example/tool: A tool &lt;for&gt; things" />
<meta property="og:image" content="https://opengraph.example.com/abc/example/tool" /><meta property="og:image:alt" content="A tool for things." /><meta property="og:image:width" content="1200" />
<meta property="og:site_name" content="GitHub" /><meta property="og:title" content="GitHub - example/tool: A tool &lt;for&gt; things" />
</head></html>`,
		preview: {
			title: 'GitHub - example/tool: A tool <for> things',
			description: 'A tool for things. Contribute to example/tool development.',
			picture: picture('https://opengraph.example.com/abc/example/tool', 'A tool for things.'),
		},
	},
	'YouTube, its tags behind scripts and in the body': {
		html: `<!DOCTYPE html><html style="font-size: 10px"><head><meta http-equiv="X-UA-Compatible" content="IE=edge"/>
<script nonce="x">var ytcfg={d:function(){return '<meta property="og:title" content="wrong">'}};</script></head>
<body dir="ltr"><title>Talk - YouTube</title><meta name="title" content="Talk"><div id="watch7-content">
<meta property="og:title" content="Talk"><meta property="og:image" content="https://i.example.com/vi/x/maxresdefault.jpg"><meta property="og:image:width" content="1280">
<meta property="og:description" content="A talk."></div></body></html>`,
		preview: {
			title: 'Talk',
			description: 'A talk.',
			picture: picture('https://i.example.com/vi/x/maxresdefault.jpg'),
		},
	},
	'an application without tags': {
		html: `<!doctype html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="/favicon.ico"/>
<meta name="viewport" content="width=device-width"/><title>My App</title><script defer="defer" src="/static/js/main.js"></script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
		preview: { title: 'My App', description: '' },
	},
	AMP: {
		html: `<!doctype html><html amp4email ⚡ lang=en><head><meta charset=utf-8><script async src=https://cdn.ampproject.org/v0.js></script>
<title>Story</title><link rel=canonical href=https://example.com/story>
<meta name=viewport content=width=device-width,minimum-scale=1><meta name=description content=Short>
<script type="application/ld+json">{"@type":"NewsArticle","image":["https://example.com/no.jpg"]}</script>
<style amp-boilerplate>body{-webkit-animation:-amp-start 8s}</style></head></html>`,
		preview: { title: 'Story', description: 'Short' },
	},
	'Twitter only': {
		html: `<head><meta name="twitter:card" content="summary"><meta name="twitter:title" content="Tweeted">
<meta property="twitter:description" content="As a card"><meta name="twitter:image:src" content="/card.png"><meta name="twitter:image:alt" content="Card"></head>`,
		preview: {
			title: 'Tweeted',
			description: 'As a card',
			picture: picture('https://example.com/card.png', 'Card'),
		},
	},
	'several pictures: the first one': {
		html: `<head><meta property="og:title" content="Gallery">
<meta property="og:image" content="https://example.com/1.jpg"><meta property="og:image:alt" content="One">
<meta property="og:image" content="https://example.com/2.jpg"><meta property="og:image:alt" content="Two"></head>`,
		preview: {
			title: 'Gallery',
			description: '',
			picture: picture('https://example.com/1.jpg', 'One'),
		},
	},
	'several pictures: the first that LinkedIn takes': {
		html: `<head><meta property="og:title" content="Gallery">
<meta property="og:image" content="https://example.com/1.webp">
<meta property="og:image" content="https://example.com/2"><meta property="og:image:type" content="image/svg+xml">
<meta property="og:image" content="https://example.com/3.png"><meta property="og:image:alt" content="Three"></head>`,
		preview: {
			title: 'Gallery',
			description: '',
			picture: picture('https://example.com/3.png', 'Three'),
		},
	},
	'a picture relative to the page': {
		html: '<title>x</title><meta property=og:image content=../img/a.png>',
		preview: { title: 'x', description: '', picture: picture('https://example.com/img/a.png') },
	},
	'a picture without protocol': {
		html: '<title>x</title><meta property=og:image content="//cdn.example.com/a.png">',
		url: 'http://example.com/',
		preview: { title: 'x', description: '', picture: picture('http://cdn.example.com/a.png') },
	},
	'a picture relative to the base': {
		html: '<base target="_blank"><base href="/assets/"><base href="/no/"><title>x</title><meta property=og:image content="a.png">',
		preview: { title: 'x', description: '', picture: picture('https://example.com/assets/a.png') },
	},
	'a base that is none': {
		html: '<base href="javascript:alert(1)"><title>x</title><meta property=og:image content="a.png">',
		preview: { title: 'x', description: '', picture: picture('https://example.com/blog/a.png') },
	},
	'pictures that are no files': {
		html: '<title>x</title><meta property=og:image content="data:image/png;base64,AA"><meta property=og:image content=""><meta property=og:image content="http://[">',
		preview: { title: 'x', description: '' },
	},
	'single quotes, capitals, the content first': {
		html: "<HEAD><META CONTENT='It is \"here\"' PROPERTY='OG:TITLE'><Meta Name='Description' Content='D'></HEAD>",
		preview: { title: 'It is "here"', description: 'D' },
	},
	'attributes without quotes and one twice': {
		html: '<meta property=og:title content=Plain content=Second><meta name=description content>',
		preview: { title: 'Plain', description: '' },
	},
	'names instead of properties, several at once': {
		html: '<meta name="og:title" content="T"><meta property="og:description twitter:description" content="D">',
		preview: { title: 'T', description: 'D' },
	},
	'fakes in comments, scripts, styles and drawings': {
		html: `<head><!-- <meta property="og:title" content="comment"> --><!--[if IE]><title>IE</title><![endif]-->
<script>document.write("<title>script</title><meta property='og:title' content='script'>")</script>
<style>/* <meta property="og:title" content="style"> */</style>
<svg><title>Logo</title></svg><title>Real</title><title>Second</title></head>`,
		preview: { title: 'Real', description: '' },
	},
	'empty tags, which the next ones stand in for': {
		html: '<title>Page</title><meta property="og:title" content="  "><meta name="twitter:title" content=""><meta property="og:description" content=""><meta name="description" content="D">',
		preview: { title: 'Page', description: 'D' },
	},
	'broken: no head, no closing tags, a stray end': {
		html: '</p><p><div><title>Broken</title></span><meta property="og:description" content="a < b & c > d"><b><i>',
		preview: { title: 'Broken', description: 'a < b & c > d' },
	},
	'cut in the middle of a tag': {
		html: '<head><title>Whole</title><meta property="og:title" content="Ha',
		preview: { title: 'Whole', description: '' },
	},
	'cut in the middle of the title': {
		html: '<head><meta name="description" content="D"><title>Ha',
		preview: { title: '', description: 'D' },
	},
	'cut in the middle of a comment': {
		html: '<head><title>T</title><!-- <meta property="og:title" content="x">',
		preview: { title: 'T', description: '' },
	},
	'entities: named, by number, of Windows, without semicolon, half a pair': {
		html: '<title>&Uuml;ber &#xFC;ber &#150; &euro;5 &ampx &#xD83D; &nosuch;</title>',
		preview: { title: 'Über über – €5 &x \ufffd &nosuch;', description: '' },
	},
	'names of objects': {
		html: '<meta name="constructor" content="x"><meta property="og:image:constructor" content="x"><meta name="__proto__" content="x"><title>T</title>',
		preview: { title: 'T', description: '' },
	},
	empty: { html: '', preview: { title: '', description: '' } },
};
