/**
 * Reads past syntax errors, so that one run names them all.
 *
 * The parser stops at its first error. Each error points at the sign that opened what it could not
 * read; that sign is replaced by one without meaning and the text is read again. Places stay the
 * same, for every replacement is as wide as what it replaces.
 */
import type { MdastNode } from 'satteri';
import type { MdxProblem } from './facts.ts';
import { readTree } from './parse.ts';
import { commentRemedy, openingRemedy, tagOf, tagRemedy, tooDeepRemedy } from './remedies.ts';

export interface ReadProse {
	/** The tree of what could be read; undefined where nothing could. */
	root: MdastNode | undefined;
	problems: MdxProblem[];
}

/** Far more than anyone mends in one go; every error costs a reading of the whole text. */
const MOST = 200;
/** Most characters that are read for one body, all readings together. */
const MOST_READ = 8_000_000;
/** Readings that even the longest body gets. */
const LEAST = 10;
/** Far beyond any prose, each of them; see `tooHeavy`. */
const MOST_QUOTES = 50;
const MOST_SIGNS = 1000;
const MOST_OF_PARAGRAPH = 50_000;
/** Tags that stay open nest, and the deeper they nest, the longer each reading takes. */
const MOST_OF_A_TAG = 20;

/** @param parse the parser, called at most as often as the length of the body allows */
export function readProse(body: string, parse = readTree): ReadProse {
	const heavy = tooHeavy(body);
	if (heavy) return { root: undefined, problems: [heavy] };
	const most = Math.max(LEAST, Math.min(MOST, Math.floor(MOST_READ / (body.length + 1))));
	const problems: (MdxProblem & { tag?: string | undefined })[] = [];
	/** Tags that were named; the ends of them say nothing new. */
	const opened = new Set<string | undefined>();
	let text = body;
	for (let round = 0; round < most; round += 1) {
		try {
			return { root: parse(text), problems };
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
	if (last && problems.length >= most) {
		last.fix += ` There may be more: the first ${problems.length} are listed.`;
	}
	return { root: undefined, problems };
}

/**
 * What would cost the parser more than its length should, found before it reads: its work grows with
 * the square of quotes in a line, of characters in a paragraph, of braces and of opened tags.
 */
function tooHeavy(body: string): MdxProblem | undefined {
	let fence = '';
	let paragraph = { line: 1, length: 0 };
	const signs = { '{': 0, '<': 0 };
	for (const [index, text] of body.split('\n').entries()) {
		const line = index + 1;
		const problem = (message: string, fix: string): MdxProblem => ({
			line,
			column: 1,
			rule: 'mdx',
			message,
			fix,
		});
		const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
		if (fence) {
			if (mark.startsWith(fence) && text.trim() === mark) fence = '';
			continue;
		}
		if (mark) {
			fence = mark;
			continue;
		}
		const front = /^[\s>*+\-\d.)]*/.exec(text)?.[0] ?? '';
		if (front.length > MOST_QUOTES && front.split('>').length > MOST_QUOTES + 1) {
			const fix = `Remove the nested quotes: the line has more than ${MOST_QUOTES} signs ">" in front.`;
			return problem(tooDeepRemedy.message, fix);
		}
		for (const sign of ['{', '<'] as const) {
			signs[sign] += text.split(sign).length - 1;
			if (signs[sign] <= MOST_SIGNS) continue;
			const message = `the prose has more than ${MOST_SIGNS} signs "${sign}" outside code blocks.`;
			return problem(message, 'Put code between two lines of ```.');
		}
		if (text.trim() === '') paragraph = { line: line + 1, length: 0 };
		paragraph.length += text.length + 1;
		if (paragraph.length > MOST_OF_PARAGRAPH) {
			const message = `a paragraph, list or table has more than ${MOST_OF_PARAGRAPH} characters.`;
			return { ...problem(message, 'Divide it with an empty line.'), line: paragraph.line };
		}
	}
	return undefined;
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

/** The line from there on, as much as a remedy looks at: expressions read it more than once. */
function lineFrom(text: string, at: number): string {
	const [line = ''] = text.slice(at, at + 300).split('\n', 1);
	return line;
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
