/** Which test cases of a pattern people practise on. */
import { caseKind } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { digestOf } from '../../model/digest.ts';
import { compare } from '../../model/finding.ts';
import type { Case } from '../prompt-form.ts';
import { casesOf } from '../prompt-page.ts';

/** Cases on the page of a pattern: about an hour of work. The rest are on the pages of its prompts. */
export const MOST_CASES = 12;
/** Fewer from one prompt would leave out a kind of case. */
const FEWEST = 3;

/** The cases of one prompt, in an order that says nothing about their kind. */
export interface PracticeSet {
	prompt: Entry<'prompts'>;
	cases: readonly Case[];
	/** Names of the inputs that are the same in every case, so that they are read once. */
	same: readonly string[];
	/** All cases that the prompt has. */
	of: number;
}

/** A set for each prompt that has cases; together they are as many as one person can do at once. */
export function practiceSets(pattern: Entry<'patterns'>, catalogue: Catalogue): PracticeSet[] {
	const prompts = pattern.data.prompts
		.map((id) => catalogue.prompts.get(id))
		.filter((prompt) => prompt !== undefined)
		.map((prompt) => ({ prompt, all: casesOf(prompt, catalogue) }))
		.filter(({ all }) => all.length > 0)
		.slice(0, MOST_CASES / FEWEST);
	const each = Math.max(FEWEST, Math.floor(MOST_CASES / Math.max(1, prompts.length)));
	return prompts.map(({ prompt, all }) => {
		const cases = mixed(chosen(all, each));
		return { prompt, cases, same: sameIn(cases), of: all.length };
	});
}

/**
 * As many of each kind as possible, those with a reason first: an answer teaches more if it says why.
 */
function chosen(all: readonly Case[], most: number): Case[] {
	const byKind = caseKind.values.map((kind) =>
		all
			.filter((one) => one.kind === kind)
			.sort((a, b) => Number(b.why !== undefined) - Number(a.why !== undefined)),
	);
	const longest = Math.max(...byKind.map(({ length }) => length));
	return Array.from({ length: longest }, (_, turn) => byKind.flatMap((kind) => kind[turn] ?? []))
		.flat()
		.slice(0, most);
}

/** The order of a shuffled pack, the same at each build. */
const mixed = (cases: readonly Case[]): Case[] =>
	cases
		.map((one) => ({ one, key: digestOf(one.name) }))
		.sort((a, b) => compare(a.key, b.key))
		.map(({ one }) => one);

function sameIn(cases: readonly Case[]): string[] {
	const [first, ...others] = cases;
	if (!first || others.length === 0) return [];
	return Object.entries(first.input)
		.filter(([name, value]) => {
			const text = JSON.stringify(value);
			return others.every(({ input }) => JSON.stringify(input[name]) === text);
		})
		.map(([name]) => name);
}
