/**
 * Marks of other dialects of Markdown. Our parser takes them for text, so a reader would see the
 * marks: each is refused with what to write instead.
 */
import type { MdastNode } from 'satteri';
import { CALLOUTS } from './callouts.ts';
import { add, type BodyFacts } from './facts.ts';

interface Dialect {
	/** Where it starts; global, so that each is found. */
	mark: RegExp;
	/** "$0" stands for what was found. */
	message: string;
	fix: string;
	/** Kinds of block it counts in; everywhere where left out. */
	in?: readonly string[];
}

const NOTE = 'Write a note: "> [!NOTE]" with "> " and its text on the lines after it.';
const BLOCKS = ['paragraph'];

const DIALECTS: readonly Dialect[] = [
	{
		mark: /^:{3,}(?:[ \t]*\S.*)?(?=[ \t]*$)/gm,
		message: '"$0" is a directive of another dialect.',
		fix: `${NOTE} Delete the lines of colons.`,
		in: BLOCKS,
	},
	{
		mark: /^(?:!!!|\?\?\?\+?)[ \t]*\w.*$/gm,
		message: '"$0" is a note of another dialect.',
		fix: NOTE,
		in: BLOCKS,
	},
	{
		mark: /^===[ \t]*!?[ \t]*["“].*$/gm,
		message: '"$0" is a tab of another dialect.',
		fix: 'Write a heading (### Title) for each tab.',
		in: BLOCKS,
	},
	{
		mark: /\[\[?_*toc_*\]?\]/gi,
		message: '"$0" makes no table of contents here.',
		fix: 'Delete it: the page lists its own sections.',
	},
	{
		mark: /!?\[\[[^[\]\n]{1,120}\]\]/g,
		message: '"$0" is a wiki link, which is not read here.',
		fix: 'Write [text](/guides/its-id/) for an entry, ![what it shows](./file.png) for a picture.',
	},
	{
		mark: /\$\$[\s\S]{1,2000}?\$\$|\\\((?=[^\n]{1,200}\\\))|\\\[(?=[\s\S]{1,2000}\\\])/g,
		message: '"$0" is a formula, which is not drawn here.',
		fix: 'Write it in words or in `code`: `precision = right / found`.',
	},
	{
		// As for pandoc: no space inside the marks, no letter or digit behind them, or it is money.
		mark: /(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{0,80}?(?<![\s\\])\$(?![\w$])|(?<![\w$\\])\$\d[^$\n]{0,60}[\^_=\\][^$\n]{0,60}?(?<![\s\\])\$(?![\w$])/g,
		message: '"$0" is a formula, which is not drawn here.',
		fix: 'Write it in words or in `code`: `precision = right / found`.',
	},
	{
		mark: /(?<=\S\n):[ \t]+\S.*/g,
		message: '"$0" is the definition of another dialect.',
		fix: 'Write a list: "- **Term**: what it means", or put the term in content/glossary.yaml.',
		in: BLOCKS,
	},
	{
		mark: /^:[ \t]+\S.*/g,
		message: '"$0" is the definition of another dialect.',
		fix: 'Write a list: "- **Term**: what it means", or put the term in content/glossary.yaml.',
		in: BLOCKS,
	},
	{
		mark: /\{:?[ \t]?[#.][A-Za-z][^{}\n]*\}/g,
		message: '"$0" is not read here: a heading or a text takes no attributes.',
		fix: 'Delete it. The address of a heading is made from its words: "## Title" is #title.',
	},
	{
		mark: /\[\^[^[\]\s]{1,60}\]/g,
		message: 'the footnote $0 has no text.',
		fix: 'Add a line "$0: text" at the end of the section, or delete the mark.',
	},
	{
		mark: /(?<![=\w])==(?=\S)[^=\n]{1,200}(?<=\S)==(?![=\w])/g,
		message: '"$0" is a highlight of another dialect.',
		fix: 'Write **text** for what matters.',
	},
	{
		// Where no spaces part words, a bracket or a stop inside the marks keeps them from being read.
		mark: /(?<=[\p{L}\p{N}])(\*\*|~~)(?=\S)[^*~\n]{1,120}(?<=\S)\1|(\*\*|~~)(?=\S)[^*~\n]{1,120}(?<=\S)\2(?=[\p{L}\p{N}])/gu,
		message: '"$0" is shown with its marks, as punctuation inside them touches a letter outside.',
		fix: 'Put the punctuation outside the marks, or a space before and after them.',
	},
	{
		mark: /(?<![%\d])%%(?=\S|[ \t])[^%\n]{1,200}%%/g,
		message: '"$0" is a comment of another dialect, and readers would see it.',
		fix: 'Delete it: entries do not hold comments.',
	},
];

/** The kinds of node whose words are looked at as a whole. */
export const HOLDS_TEXT = new Set(['paragraph', 'heading', 'tableCell']);

/** Finds marks of other dialects in a paragraph, a heading or a cell. */
export function dialects(node: MdastNode, facts: BodyFacts): void {
	const { text, spots } = textOf(node);
	if (!/[$[\]{}:!?=%\\*~]/.test(text)) return;
	const taken: [number, number][] = [];
	for (const { mark, message, fix, in: kinds } of DIALECTS) {
		if (kinds && !kinds.includes(node.type)) continue;
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
