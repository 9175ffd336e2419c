import { Problem } from '../problem';

const LINE_END = /\r\n|\n|\r/;

export function splitLines(text: string): string[] {
	return text.split(LINE_END);
}

/**
 * The text of a captions file, without byte order mark.
 *
 * @throws Problem for an empty file and for what is neither UTF-8 nor UTF-16 with a byte order mark:
 * guessing among the older encodings would put wrong letters on the screen.
 */
export function decodeCaptions(bytes: Uint8Array, name: string): string {
	const encoding = encodingOf(bytes);
	const text = decode(bytes, encoding);
	if (text === undefined) throw undecodableProblem(bytes, encoding, name);
	if (text.includes('\0')) throw unreadableProblem(name, 'they contain zero bytes');
	if (text.trim() === '') {
		throw new Problem(`The captions "${name}" are empty`, {
			description: 'Check that the step which delivers them really gives their text.',
		});
	}
	return text;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf([first, second]: Uint8Array): Encoding {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		// The decoder's error says nothing of where; the caller looks for the line.
		return undefined;
	}
}

function undecodableProblem(bytes: Uint8Array, encoding: Encoding, name: string): Problem {
	if (encoding !== 'utf-8')
		return unreadableProblem(name, `they are not valid ${encoding.toUpperCase()}`);
	const lines = splitLines(Buffer.from(bytes).toString('latin1'));
	const bad = lines.findIndex((line) => decode(Buffer.from(line, 'latin1'), 'utf-8') === undefined);
	return unreadableProblem(name, `line ${bad + 1} is not valid UTF-8`);
}

function unreadableProblem(name: string, why: string): Problem {
	return new Problem(`The captions "${name}" cannot be read as text: ${why}`, {
		description: 'Save the captions with the encoding UTF-8.',
	});
}
