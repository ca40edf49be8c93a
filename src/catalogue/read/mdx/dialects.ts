/**
 * Marks of other dialects of Markdown. Our parser takes them for text, so a reader would see the
 * marks: each is refused with what to write instead.
 */
import type { MdastNode } from 'satteri';
import { CALLOUTS } from './callouts.ts';
import { DIALECTS } from './dialect-marks.ts';
import { add, type BodyFacts, type Place, plainText } from './facts.ts';

/** The kinds of node whose words are looked at as a whole. */
export const HOLDS_TEXT = new Set(['paragraph', 'heading', 'tableCell']);

/** Finds marks of other dialects in a paragraph, a heading or a cell. */
export function dialects(node: MdastNode, facts: BodyFacts, { lines }: Place): void {
	lowered(node, facts);
	const { text, spots } = textOf(node);
	if (!/[$[\]{}:!?=%\\*~^+|#]|\.\. /.test(text)) return;
	const { start, end } = node.position ?? {};
	const written = lines.slice((start?.line ?? 1) - 1, end?.line ?? 1).join('\n');
	const isPlain = !/\\[*[\]()#_~]|&#?\w+;/.test(written);
	const taken: [number, number][] = [];
	for (const { mark, message, fix, in: kinds, ifPlain } of DIALECTS) {
		if ((kinds && !kinds.includes(node.type)) || (ifPlain && !isPlain)) continue;
		for (const { index, 0: found } of text.matchAll(mark)) {
			const end = index + Math.max(1, found.length);
			// The end of a directive says nothing new.
			if (/^:+$/.test(found) && facts.problems.some((one) => one.message.includes('directive')))
				continue;
			if (taken.some(([from, to]) => index < to && from < end)) continue;
			taken.push([index, end]);
			const shown = found.length > 40 ? `${found.slice(0, 40)}...` : found;
			const clean = shown.replaceAll('\n', ' ').replace(/\ufffc+/g, '...');
			const words = (said: string) => said.replaceAll('$0', () => clean);
			add(facts, spots(index, end), words(message), words(fix));
		}
	}
}

/** "H~2~O": one sign on each side strikes the text through, which nobody means within a word. */
function lowered(node: MdastNode, facts: BodyFacts): void {
	const children: readonly MdastNode[] = 'children' in node ? (node.children as MdastNode[]) : [];
	for (const [index, child] of children.entries()) {
		const before = children[index - 1];
		if (child.type !== 'delete' || before?.type !== 'text') continue;
		const inside = child.children[0]?.position?.start.column;
		const isSingle = inside !== undefined && inside - (child.position?.start.column ?? 0) === 1;
		if (!isSingle || !/[\p{L}\p{N}]$/u.test(before.value)) continue;
		const message = `"~${plainText(child)}~" is struck through here, not lowered.`;
		add(facts, child, message, 'Write a character such as \u2082, or say it in words.');
	}
}

/** A quote that opens with a mark that is no note: a misspelt one, or words behind it. */
export function quote(node: MdastNode, facts: BodyFacts): void {
	if (node.type !== 'blockquote') return;
	const [first] = node.children;
	const text = first?.type === 'paragraph' ? first.children[0] : undefined;
	if (text?.type !== 'text') return;
	const [, word = '', after = ''] = /^\s*\[!([^\]\n]{1,40})\]([^\n]*)/.exec(text.value) ?? [];
	if (word === '') return;
	const names = Object.keys(CALLOUTS);
	const known = names.includes(word.toUpperCase());
	add(
		facts,
		node,
		known
			? `words follow [!${word}] on its line, so it is not read as a note.`
			: `[!${word}] is not a kind of note.`,
		known
			? `Put "${after.replace(/^[-+]?\s*/, '').slice(0, 40)}" on the next line, after "> ".`
			: `Write one of: ${names.map((name) => `[!${name}]`).join(', ')}.`,
	);
}

/** Lines that four spaces make code elsewhere; here they would run together as one paragraph. */
export function indentedCode(root: MdastNode, facts: BodyFacts): void {
	for (const node of 'children' in root ? root.children : []) {
		const { start, end } = node.position ?? {};
		if (node.type !== 'paragraph' || !start || !end || start.column < 5) continue;
		const message = 'indented lines are not code here: they run together as text.';
		const fix = 'Put the lines between two lines of ```, or delete the spaces before them.';
		add(facts, node, message, fix);
	}
}

type Spot = Pick<MdastNode, 'position'>;

/** The words outside of code and links, and where each character of them stands. */
function textOf(node: MdastNode): { text: string; spots: (from: number, to: number) => Spot } {
	const parts: { start: number; node: MdastNode; value: string }[] = [];
	let text = '';
	const visit = (one: MdastNode): void => {
		if (one.type === 'text') {
			parts.push({ start: text.length, node: one, value: one.value });
			text += one.value;
		} else if (one.type === 'break') text += '\n';
		else if ('children' in one && one.type !== 'link') {
			for (const child of one.children) visit(child as MdastNode);
		} else text += '\ufffc';
	};
	visit(node);
	const pointAt = (index: number) => {
		const part = parts.findLast(({ start }) => start <= index);
		const from = part?.node.position?.start;
		if (!part || !from) return node.position?.start;
		const before = part.value.slice(0, index - part.start).split('\n');
		const down = before.length - 1;
		const column = down === 0 ? from.column + (before[0]?.length ?? 0) : 1;
		return { line: from.line + down, column, offset: 0 };
	};
	const spots = (from: number, to: number): Spot => {
		const [start, end] = [pointAt(from), pointAt(to)];
		return start && end ? { position: { start, end } } : node;
	};
	return { text, spots };
}
