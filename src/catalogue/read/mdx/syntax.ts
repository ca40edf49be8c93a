/**
 * Reads past syntax errors, so that one run names them all.
 *
 * The parser stops at its first error. Each error points at the sign that opened what it could not
 * read; that sign is replaced by one without meaning and the text is read again. Places stay the
 * same, for every replacement is as wide as what it replaces.
 */
import type { MdastNode } from 'satteri';
import type { MdxProblem } from './facts.ts';
import { mdastOf } from './parse.ts';
import { commentRemedy, openingRemedy, tagOf, tagRemedy } from './remedies.ts';

export interface ReadProse {
	/** The tree of what could be read; undefined where nothing could. */
	root: MdastNode | undefined;
	problems: MdxProblem[];
}

/** Far more than anyone mends in one go; every error costs a reading of the whole text. */
const MOST = 200;
/** Tags that stay open nest, and the deeper they nest, the longer each reading takes. */
const MOST_OF_A_TAG = 20;

export function readProse(body: string): ReadProse {
	const problems: (MdxProblem & { tag?: string | undefined })[] = [];
	/** Tags that were named; the ends of them say nothing new. */
	const opened = new Set<string | undefined>();
	let text = body;
	for (let round = 0; round < MOST; round += 1) {
		try {
			return { root: mdastOf(text), problems };
		} catch (error) {
			if (error instanceof RangeError) throw error;
			const cause = causeOf(error, text);
			if (!opened.delete(cause.closes))
				problems.push({ ...cause.problem, tag: cause.opens, rule: 'mdx' });
			if (cause.opens) opened.add(cause.opens);
			if (cause.without === text) break;
			text = cause.without;
			const { opens } = cause;
			if (opens && problems.filter((one) => one.tag === opens).length >= MOST_OF_A_TAG) {
				text = withoutTag(text, opens);
				const last = problems.at(-1);
				if (last) last.fix += ` There may be more of them: ${MOST_OF_A_TAG} are listed.`;
			}
		}
	}
	const last = problems.at(-1);
	if (last && problems.length >= MOST) {
		last.fix += ` There may be more: the first ${MOST} are listed.`;
	}
	return { root: undefined, problems };
}

interface Cause {
	problem: Omit<MdxProblem, 'rule'>;
	/** The text without what caused it. */
	without: string;
	/** Name of the tag that it opens or closes. */
	opens?: string | undefined;
	closes?: string | undefined;
}

/** What the parser met: "3:7: what, expected that (3:1)" in front of its message. */
function causeOf(error: unknown, text: string): Cause {
	const said = error instanceof Error ? error.message : String(error);
	const [, line = '1', column = '1', rest = said] =
		/^(\d+):(\d+)(?:-\d+:\d+)?:?\s*([\s\S]*)/.exec(said) ?? [];
	const index = indexAt(text, Number(line), Number(column));
	// A tag that is never closed is named at its start, which the message adds at its end.
	const start = /closing tag for `[^`]*` \((\d+):(\d+)\)/.exec(rest);
	if (start) return atTag(text, indexAt(text, Number(start[1]), Number(start[2])));
	const brace = /\bexpression\b/.test(rest);
	let from = text.lastIndexOf(brace ? '{' : '<', index);
	while (brace && text[from - 1] === '{') from -= 1;
	if (from === -1) return unknownCause(text, index, rest);
	if (brace) return atBrace(text, from);
	if (text.startsWith('<!--', from)) return atComment(text, from);
	return atTag(text, from);
}

function atTag(text: string, at: number): Cause {
	const without = replaced(text, at, at + 1, () => '(');
	const tag = tagOf(text.slice(at, at + 80));
	const line = lineFrom(text, at);
	const words = tag ? tagRemedy(tag, line) : openingRemedy(line);
	const cause: Cause = { problem: { ...placeOf(text, at), ...words }, without };
	return tag ? { ...cause, [tag.closes ? 'closes' : 'opens']: tag.name } : cause;
}

function atComment(text: string, at: number): Cause {
	const end = text.indexOf('-->', at);
	const without = replaced(text, at, end === -1 ? at + 4 : end + 3, (sign) =>
		/\s/.test(sign) ? sign : 'x',
	);
	return { problem: { ...placeOf(text, at), ...commentRemedy }, without };
}

/** All braces of the line from there on: they are one mistake, or mended alike. */
function atBrace(text: string, at: number): Cause {
	const end = text.indexOf('\n', at);
	const without = replaced(text, at, end === -1 ? text.length : end, (sign) =>
		sign === '{' ? '(' : sign === '}' ? ')' : sign,
	);
	const words = openingRemedy(lineFrom(text, at), true);
	const fix = isIndented(text, at) ? `${CODE_FIX} ${words.fix}` : words.fix;
	return { problem: { ...placeOf(text, at), ...words, fix }, without };
}

/** An error that points at no sign we know: its line is taken out, so that reading goes on. */
function unknownCause(text: string, index: number, said: string): Cause {
	const start = text.lastIndexOf('\n', index - 1) + 1;
	const end = text.indexOf('\n', index);
	const without = replaced(text, start, end === -1 ? text.length : end, () => 'x');
	const what = (said.split('\n')[0] ?? said).replace(/\s*\([^()]*\)/g, '').replace(/\.$/, '');
	const message = `the prose does not parse: ${what || 'unknown'}.`;
	const fix = 'Compare the line with a neighbour that works.';
	return { problem: { ...placeOf(text, index), message, fix }, without };
}

const withoutTag = (text: string, name: string) =>
	text.replace(new RegExp(`<(?=/?${name.replace(/\W/g, '\\$&')}(?![\\w.]))`, 'g'), '(');

const replaced = (text: string, from: number, to: number, by: (sign: string) => string) =>
	text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, by) + text.slice(to);

/** Whether four spaces stand before it, which make lines of code elsewhere. */
const isIndented = (text: string, at: number) =>
	/^(?: {4}|\t)/.test(lineFrom(text, text.lastIndexOf('\n', at - 1) + 1));

const CODE_FIX = 'If these are lines of code, put them between two lines of ```.';

function lineFrom(text: string, at: number): string {
	const end = text.indexOf('\n', at);
	return text.slice(at, end === -1 ? undefined : end);
}

function indexAt(text: string, line: number, column: number): number {
	let start = 0;
	for (let count = 1; count < line; count += 1) {
		const next = text.indexOf('\n', start);
		if (next === -1) return text.length;
		start = next + 1;
	}
	return Math.min(text.length, start + column - 1);
}

function placeOf(text: string, index: number): { line: number; column: number } {
	const before = text.slice(0, index);
	return {
		line: before.split('\n').length,
		column: index - before.lastIndexOf('\n'),
	};
}
