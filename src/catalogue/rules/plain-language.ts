/** Sentences are short enough to be read once, and short forms are explained. */

import { MARK_WORD } from '../model/marker.ts';
import type { Rule } from '../model/rule.ts';
import { MOST_WORDS, wordingOf } from '../read/prose/read.ts';

export const plainLanguage: Rule = {
	id: 'plain-language',
	phase: 'policy',
	severity: 'warning',
	keeps: true,
	summary: `A sentence has at most ${MOST_WORDS} words, and each abbreviation is explained in its entry.`,
	why: 'Readers come from many teams, often in a second language. If they do not know an abbreviation, or have to read a sentence twice, they do not use the entry.',
	source: 'WCAG 2.2, success criteria 3.1.4 and 3.1.5; our own rule for the number of words',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'The DLP service reads each answer before it is shown.',
		passes: 'The data loss prevention (DLP) service reads each answer before it is shown.',
	},
	*check(catalogue, cache) {
		const listed = new Set([...Object.keys(catalogue.policy.language.acronyms), MARK_WORD]);
		for (const entries of Object.values(catalogue.all)) {
			for (const entry of entries.values()) {
				const { long, unexplained } = wordingOf(entry, cache);
				for (const { words, start, ...place } of long) {
					const message = `the sentence "${start} ..." has ${words} words. The limit is ${MOST_WORDS}.`;
					yield { entry, ...place, message, fix: 'Split it, with one idea in each sentence.' };
				}
				for (const { word, ...place } of unexplained) {
					if (listed.has(word)) continue;
					const message = `"${word}" is not explained in this entry.`;
					const fix = `Write it out once, as "long form (${word})", or list it in content/policy.yaml under language.acronyms.`;
					yield { entry, ...place, message, fix };
				}
			}
		}
	},
};
