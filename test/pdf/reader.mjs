/**
 * A thread that opens PDFs as readers do: pdf.js draws them, qpdf checks how they are built. Both are
 * modules of the web's kind, which jest doesn't load. Skia, which Chrome has too, decodes single images.
 */
import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const require = createRequire(import.meta.url);
const qpdf = require('@neslinesli93/qpdf-wasm');
const wasmUrl = `${require.resolve('pdfjs-dist/package.json').replace('package.json', 'wasm')}/`;

const works = { draw, check, sizes, decode };

parentPort.on('message', ({ id, work, pdf, scale }) => {
	works[work](pdf, scale).then(
		(result) => parentPort.postMessage({ id, result }),
		(error) => parentPort.postMessage({ id, error: String(error?.stack ?? error) }),
	);
});

/** @param scale pixels for each unit of a page */
async function draw(pdf, scale) {
	const loading = getDocument({ data: pdf, wasmUrl, verbosity: VerbosityLevel.ERRORS });
	const document = await loading.promise;
	const { info } = await document.getMetadata();
	const pages = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const viewport = page.getViewport({ scale });
		const [width, height] = [viewport.width, viewport.height].map((side) =>
			Math.max(1, Math.round(side)),
		);
		const canvas = createCanvas(width, height);
		const canvasContext = canvas.getContext('2d');
		await page.render({ canvasContext, canvas: null, viewport }).promise;
		const { data } = canvasContext.getImageData(0, 0, width, height);
		pages.push({ width, height, data });
		page.cleanup();
	}
	await loading.destroy();
	return { title: info.Title, pages };
}

/** An image as a browser's decoder shows it. */
async function decode(bytes) {
	const image = await loadImage(Buffer.from(bytes));
	const { width, height } = image;
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, width, height);
	return { width, height, data };
}

/** What `qpdf --check` says: 0 for a PDF without errors and warnings. */
async function check(pdf) {
	const { code, said } = await runQpdf(pdf, '--check', '/in.pdf');
	return { code, said };
}

/** Width and height of each page as qpdf reads them, in their order. */
async function sizes(pdf) {
	const { program } = await runQpdf(
		pdf,
		'--json-output',
		'--json-stream-data=none',
		'/in.pdf',
		'/out.json',
	);
	const [, objects] = JSON.parse(program.FS.readFile('/out.json', { encoding: 'utf8' })).qpdf;
	const of = (reference) => objects[`obj:${reference}`].value;
	const pagesIn = (node) => (node['/Kids'] ? node['/Kids'].map(of).flatMap(pagesIn) : [node]);
	return pagesIn(of(of(objects.trailer.value['/Root'])['/Pages'])).map((page) => {
		const [left, bottom, right, top] = page['/MediaBox'];
		return [right - left, top - bottom];
	});
}

async function runQpdf(pdf, ...words) {
	const said = [];
	const listen = (code) => said.push(code);
	const program = await qpdf({
		locateFile: () => require.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm'),
		noInitialRun: true,
		stdout: listen,
		stderr: listen,
	});
	program.FS.writeFile('/in.pdf', pdf);
	const code = program.callMain(words);
	return { program, code, said: Buffer.from(said.map((each) => each ?? 10)).toString('latin1') };
}
