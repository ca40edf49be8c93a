/** Says in words why a page was found, and how the question was read. */

import type { Found, Match } from './find.ts';
import type { Card } from './format.ts';
import type { Idea } from './reading.ts';
import { termOf, wordsIn } from './terms.ts';

/** A run of text; `mark` is a word of the question. */
export interface Run {
	text: string;
	mark?: boolean;
}

const quoted = (text: string): Run[] => [{ text: '“' }, { text, mark: true }, { text: '”' }];

/**
 * Why a page was found: the name it goes by, where the words are, and what else they are called.
 *
 * @example
 * whyOf(result) // => 'Also found under “queue sorting”. “Mail” is another word for email.'
 */
export function whyOf({ title, summary, aliases, matches }: Found & Card): Run[] {
	const runs: Run[] = [];
	const shared = (name: string) => matches.filter((match) => within(match, name, 'aliases')).length;
	const [alias] = aliases.filter((name) => shared(name) > 0).sort((a, b) => shared(b) - shared(a));
	if (alias) runs.push({ text: 'Also found under ' }, ...quoted(alias), { text: '. ' });
	const other = matches.find(({ typed, word }) => termsOf(word) !== termsOf(typed));
	if (other && !alias) {
		runs.push({ text: 'For ' }, ...quoted(other.typed), {
			text: `, we also looked for ${other.word}. `,
		});
	}
	if (runs.length > 0) return trimmed(runs);
	const named = matches.filter(({ field, typed }) => field === 'title' && !sameWords(typed, title));
	if (named.length === matches.length || !summary) return [];
	const inSummary = matches.find((match) => match.field === 'summary');
	if (inSummary) return [...quoted(inSummary.typed), { text: ' is in the summary.' }];
	const asked = matches.find((match) => match.field === 'asked');
	if (asked) return [...quoted(asked.typed), { text: ' is in a question that it answers.' }];
	const inTask = matches.find((match) => match.field === 'task');
	if (inTask) return [...quoted(inTask.typed), { text: ' is in what it is for.' }];
	const inText = matches.find((match) => match.field === 'text');
	return inText ? [...quoted(inText.typed), { text: ' is on the page.' }] : [];
}

const termsOf = (text: string) => wordsIn(text).map(termOf).join(' ');
const sameWords = (a: string, b: string) => termsOf(a) === termsOf(b);

function within({ word, field }: Match, name: string, wanted: Match['field']): boolean {
	if (field !== wanted) return false;
	const have = new Set(wordsIn(name).map(termOf));
	return wordsIn(word).every((one) => have.has(termOf(one)));
}

function trimmed(runs: Run[]): Run[] {
	const last = runs.at(-1);
	return last ? [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }] : runs;
}

/** A text with the words of a question marked. */
export function marked(text: string, ideas: readonly Idea[]): Run[] {
	const terms = new Set(ideas.flatMap((idea) => idea.terms));
	return text
		.split(/([\p{L}\p{M}\p{N}]+)/u)
		.filter((part) => part !== '')
		.map((part) =>
			wordsIn(part).some((word) => terms.has(termOf(word)))
				? { text: part, mark: true }
				: { text: part },
		);
}

/** How a question was read: each idea with the other words that were looked for. */
export function readingOf(ideas: readonly Idea[]): { typed: string; others: string[] }[] {
	return ideas.flatMap(({ typed, others }) => {
		const words = others.map((other) => other.words).filter((other) => !sameWords(other, typed));
		return words.length > 0 ? [{ typed, others: words }] : [];
	});
}

/** What a group of results is called, and the kinds it holds. */
export interface Group {
	title: string;
	kinds: readonly string[];
}

/** The groups of the search page after the best matches. */
const GROUPS: readonly Group[] = [
	{ title: 'Patterns', kinds: ['pattern'] },
	{ title: 'To build it', kinds: ['prompt', 'connector', 'model'] },
	{ title: 'Risks and controls', kinds: ['risk', 'control'] },
	{ title: 'Guides, measures and other pages', kinds: [] },
];

/** The results by group, in the order of each group's best; a kind of no group is in the last. */
export function grouped<One extends { kind: string }>(
	results: readonly One[],
): { title: string; results: One[] }[] {
	const groups = new Map<string, One[]>();
	const rest = GROUPS.at(-1)?.title ?? '';
	for (const result of results) {
		const title = GROUPS.find(({ kinds }) => kinds.includes(result.kind))?.title ?? rest;
		groups.set(title, [...(groups.get(title) ?? []), result]);
	}
	return [...groups].map(([title, inGroup]) => ({ title, results: inGroup }));
}
