/** Glossary: the words that a newcomer has to know, each with its meaning. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { ID, text } from './fields.ts';
import * as vocabularies from './vocabularies.ts';
import type { Term as Value } from './vocabulary.ts';

/** The closed lists by name: a term that is a value of one takes its words from there. */
const lists: ReadonlyMap<string, Readonly<Record<string, Value>>> = new Map(
	// By name: a bundler keeps what a module exports in another order than Node does.
	Object.values(vocabularies)
		.map(({ name, terms }): [string, Readonly<Record<string, Value>>] => [name, terms])
		.sort(([a], [b]) => (a < b ? -1 : 1)),
);

const name = text(2, 60).regex(/^(?![^\p{L}\p{N}])/u, {
	error: (issue) => `"${issue.input}" does not start with a letter or a digit.`,
});

const closedValue = z
	.strictObject({
		list: z.enum([...lists.keys()]).describe('Name of the closed list.'),
		value: text(1, 60).describe('Value in that list, as content files write it.'),
	})
	.superRefine(({ list, value }, { addIssue }) => {
		const values = Object.keys(lists.get(list) ?? {});
		if (values.includes(value)) return;
		const message = `"${value}" is not a value of ${list}: ${values.join(', ')}.`;
		addIssue({ code: 'custom', message, path: ['value'], input: value });
	});

const term = z
	.strictObject({
		id: z
			.string()
			.regex(ID, {
				error: (issue) =>
					`"${issue.input}" is not an id; ids are lower-case words joined by hyphens, such as "risk-tier".`,
			})
			.describe('Id of the term. Its address is /glossary/#id, so keep it.'),
		term: name
			.optional()
			.describe(
				'The term as it is written inside a sentence, in the singular: "golden case". With `from`, leave it out if the name of the value is enough.',
			),
		definition: text(20, 320)
			.optional()
			.describe('What it means, in one or two sentences that someone new understands.'),
		from: closedValue
			.optional()
			.describe('The value of a closed list that the term explains. Its meaning comes from there.'),
		otherNames: z
			.array(name)
			.max(8)
			.default([])
			.describe('Other words with the same meaning. You do not have to list plurals.'),
		see: z
			.array(text(1, 120))
			.max(5)
			.default([])
			.describe(
				'What to read next: the id of a term, or a page such as /guides/risk-tiers/. If only pages of the site use the term, name one of them.',
			),
		linked: z
			.boolean()
			.default(true)
			.describe(
				'Whether a page links its first use. Set it to false for a word too common to explain on every page.',
			),
	})
	.superRefine(({ term: written, definition, from }, { addIssue }) => {
		const problem = (path: string, message: string) =>
			addIssue({ code: 'custom', message, path: [path], input: path });
		if (!from) {
			if (written === undefined) problem('term', 'is missing.');
			if (definition === undefined) problem('definition', 'is missing.');
			return;
		}
		if (definition !== undefined)
			problem('definition', `is already the meaning of "${from.value}": delete it.`);
		const label = lists.get(from.list)?.[from.value]?.label;
		if (label && written !== undefined && !plain(written).includes(plain(label)))
			problem('term', `is not named after the value "${label}": write it with that word.`);
	});
export type WrittenTerm = z.output<typeof term>;

/** A term with its words, wherever they are written. */
export interface GlossaryTerm extends Omit<WrittenTerm, 'from' | 'term' | 'definition'> {
	term: string;
	definition: string;
}

/** The term with its words; those of a closed list come from that list. */
export function wordsOf({ from, term, definition = '', ...rest }: WrittenTerm): GlossaryTerm {
	const value = from && lists.get(from.list)?.[from.value];
	// A label starts a cell of a table; a term is written inside a sentence.
	const label = value?.label.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
	return { ...rest, term: term ?? label ?? '', definition: value?.meaning ?? definition };
}

/** One name in whatever way it is written. */
const plain = (words: string) =>
	words.normalize('NFKC').toLocaleLowerCase('en-GB').replace(/\s+/g, ' ').trim();

export const glossarySchema = z
	.strictObject({
		terms: z
			.array(term)
			.max(300)
			.default([])
			.describe('The terms, in any order: pages sort them by name.'),
	})
	.superRefine(({ terms }, { addIssue }) => {
		const ids = new Set<string>();
		const names = new Map<string, string>();
		for (const [index, written] of terms.entries()) {
			const { id, term: own, otherNames } = wordsOf(written);
			const problem = (message: string, path: (string | number)[], input: string) =>
				addIssue({ code: 'custom', message, path: ['terms', index, ...path], input });
			if (ids.has(id)) problem(`"${id}" is already the id of another term.`, ['id'], id);
			ids.add(id);
			const places: [string, (string | number)[]][] = [
				[own, [written.from ? 'from' : 'term']],
				...otherNames.map((other, at): [string, (string | number)[]] => [
					other,
					['otherNames', at],
				]),
			];
			for (const [words, path] of places) {
				const other = names.get(plain(words));
				if (other)
					problem(
						`"${words}" is already a name of the term "${other}". Merge the two, or rename one.`,
						path,
						words,
					);
				names.set(plain(words), id);
			}
		}
	});
export type Glossary = z.output<typeof glossarySchema>;

export const glossary = defineCollection({
	file: 'content/glossary.yaml',
	format: 'yaml',
	schema: glossarySchema,
	singular: 'glossary',
	plural: 'glossaries',
	about: 'The words that someone new has to know, with their meanings.',
	pages: false,
	standalone: true,
});
