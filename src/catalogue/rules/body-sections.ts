/** The prose of a pattern stands under headings that the page knows. */

import type { Rule } from '../model/rule.ts';
import { SECTIONS } from '../model/sections.ts';
import { didYouMean } from '../words/suggest.ts';

export const bodySections: Rule = {
	id: 'body-sections',
	phase: 'structure',
	severity: 'error',
	summary: 'Each ## heading of a pattern is the title of a section of its page, used once.',
	why: 'A reader who knows one pattern page finds the same answer at the same place on every other. Prose under a heading the page does not have would be shown nowhere.',
	source: 'Every pattern page reads in the same order',
	example: {
		in: 'patterns',
		part: 'body',
		fails: `## Controls we use

The log is kept for a year, since a complaint may take that long.`,
		passes: `## Controls

The log is kept for a year, since a complaint may take that long.`,
	},
	*check({ patterns }) {
		const titles = SECTIONS.map(({ title }) => title);
		for (const entry of patterns.values()) {
			const seen = new Set<string>();
			for (const { depth, text, line, column } of entry.headings) {
				if (depth !== 2) continue;
				const spot = { line, column };
				if (!titles.includes(text)) {
					const message = `the heading "${text}" is no section of a pattern page.`;
					yield {
						entry,
						spot,
						message,
						fix: didYouMean(text, titles, `Sections: ${titles.join(', ')}.`),
					};
				} else if (seen.has(text)) {
					yield {
						entry,
						spot,
						message: `the section "${text}" stands twice.`,
						fix: 'Join the two.',
					};
				}
				seen.add(text);
			}
		}
	},
};
