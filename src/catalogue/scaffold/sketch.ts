/** Data with comments, and how it is written as YAML that people go on editing. */
import { Document, isCollection, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { MARK } from '../model/marker.ts';

/** A value with what is written beside it. */
export class Noted {
	readonly value: Sketch;
	readonly note: string | undefined;
	readonly above: readonly string[];

	constructor(value: Sketch, note?: string, above: readonly string[] = []) {
		this.value = value;
		this.note = note;
		this.above = above;
	}
}

export type Sketch =
	| string
	| number
	| boolean
	| Noted
	| readonly Sketch[]
	| { readonly [key: string]: Sketch | undefined };

/** A value that stands only until somebody puts in the right one. */
export const provisional = (value: Sketch, expected: string) =>
	new Noted(value, `${MARK} ${expected.replaceAll('"', '').replace(/[.\s]+$/, '')}`);

/** A value under lines of explanation. */
export const explained = (value: Sketch, ...above: readonly string[]) =>
	new Noted(value, undefined, above);

const WIDTH = 96;

/** The sketch as YAML; short lists and records of plain values stand on one line. */
export function writeYaml(sketch: { readonly [key: string]: Sketch | undefined }): string {
	const document = new Document();
	document.contents = toNode(sketch);
	return printYaml(document);
}

/** YAML as the handwritten entries have it: long lines whole, and no blank inside brackets. */
export function printYaml(document: Document): string {
	return document
		.toString({ lineWidth: 0 })
		.replace(/^([^":#\n]+: )\[ (.*) \]( #.*)?$/gm, '$1[$2]$3');
}

type Node = Scalar | YAMLMap | YAMLSeq;

/** The sketch as nodes of the YAML library, to be put into a document that exists. */
export function toNode(sketch: Sketch): Node {
	if (sketch instanceof Noted) return toNotedNode(sketch);
	if (Array.isArray(sketch)) {
		const seq = new YAMLSeq();
		for (const item of sketch) seq.items.push(toNode(item));
		seq.flow = isShort(sketch);
		return seq;
	}
	if (typeof sketch === 'object') {
		const map = new YAMLMap();
		for (const [key, value] of Object.entries(sketch)) {
			if (value !== undefined) map.items.push(new Pair(new Scalar(key), toNode(value)));
		}
		map.flow = isLine(sketch);
		return map;
	}
	const scalar = new Scalar(sketch);
	// Read as a number by some and as text by others, so it is quoted as the handwritten entries do.
	if (typeof sketch === 'string' && /^\d+\.\d+/.test(sketch)) scalar.type = Scalar.QUOTE_DOUBLE;
	return scalar;
}

function toNotedNode({ value, note, above }: Noted): Node {
	const node = toNode(value);
	if (above.length > 0) node.commentBefore = above.flatMap(wrapped).join('\n');
	if (note && isCollection(node) && !node.flow) {
		// Behind a block it would stand at its end; above its first item it says what the block is.
		node.commentBefore = [node.commentBefore, ...wrapped(note)].filter(Boolean).join('\n');
	} else if (note) {
		node.comment = ` ${note}`;
		// Behind a bare text nobody can tell a comment from the rest of the text.
		if (node instanceof Scalar && typeof value === 'string') node.type = Scalar.QUOTE_DOUBLE;
	}
	return node;
}

/** A line of a comment, broken where it would run off the screen. */
function wrapped(text: string): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last === undefined || `${last} ${word}`.length > WIDTH) lines.push(` ${word}`);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

function isShort(list: readonly Sketch[]): boolean {
	return list.every(isPlain) && list.join(', ').length < 80 && !list.join('').includes(MARK);
}

/** A record that reads well on one line: a limit, a flow, what a case expects. */
function isLine(record: object): boolean {
	const values: unknown[] = Object.values(record).filter((value) => value !== undefined);
	const text = JSON.stringify(record);
	if (!values.every(isPlain) || text.includes(MARK) || text.length > 110) return false;
	return (values.length > 1 && values.length < 6) || typeof values[0] === 'number';
}
