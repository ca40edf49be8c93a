/** Wording: the words that make our English hard to read, and what to write instead. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { text } from './fields.ts';

/**
 * A regular expression that is quick on any text. Only `\w` repeats without an end, and never twice
 * in a row; a repeated group is short and contains a space. So no text makes the checks hang.
 */
const quickPattern = text(3, 400).superRefine((value, { addIssue }) => {
	const problem = slowIn(value) ?? brokenIn(value);
	if (problem) addIssue({ code: 'custom', message: problem });
});

function slowIn(pattern: string): string | undefined {
	// What is escaped or in a class repeats nothing.
	const plain = pattern.replace(/\\w/g, '\u0001').replace(/\\.|\[[^\]]*\]/g, '_');
	if (/(?<!\u0001)[*+]|\{\d*,\}/.test(plain)) {
		return 'repeats something other than \\w without a limit: write {1,3} instead of + or *.';
	}
	if (/\u0001[*+]\??(?:\((?:\?:)?)?\u0001/.test(plain))
		return 'has two \\w+ in a row: put a space between them.';
	if (/\\[1-9k]/.test(pattern)) return 'refers back to a group: write the words out.';
	if (/\{\d*,(?:[6-9]|\d\d)/.test(plain))
		return 'repeats something more than 5 times: write {0,5} at most.';
	for (const [group] of plain.matchAll(/\([^()]*\)(?=\{)/g)) {
		if (!group.includes(' ')) return 'repeats a group that has no space in it: add the space.';
	}
	if ([...plain.matchAll(/(?<![(*+?}])\?/g)].length > 10)
		return 'has more than 10 optional parts: split it in two.';
	return undefined;
}

function brokenIn(pattern: string): string | undefined {
	try {
		new RegExp(pattern, 'iu');
		return undefined;
	} catch {
		return 'is not a regular expression: check its brackets and backslashes.';
	}
}

export const wordingSchema = z.strictObject({
	avoid: z
		.array(
			z.strictObject({
				pattern: quickPattern.describe('Regular expression of the words to avoid, in any case.'),
				better: text(2, 160).describe('What to write instead. Choose what fits the sentence.'),
				allow: z
					.array(quickPattern)
					.default([])
					.describe('Expressions in which the words are right.'),
			}),
		)
		.max(500)
		.describe('Words that read like a translation, or that readers have to look up.'),
	later: z.array(text(3, 40)).default([]).describe('Collections whose text is not checked yet.'),
	fine: z
		.array(
			z.strictObject({
				file: text(3, 160).describe('File where the words are right.'),
				text: text(3, 300).describe('The words around it, exactly as written there.'),
				because: text(10, 200).describe('Why they are right.'),
			}),
		)
		.default([])
		.describe('Places where words from the list are right.'),
});
export type Wording = z.output<typeof wordingSchema>;

export const wording = defineCollection({
	file: 'content/wording.yaml',
	format: 'yaml',
	schema: wordingSchema,
	singular: 'word list',
	plural: 'word lists',
	about: 'Words that make a text hard to read, and what to write instead.',
	pages: false,
	standalone: true,
});
