/** The prose of a pattern stands under headings that the page knows. */

import type { Rule } from '../model/rule.ts';
import { SECTIONS, sectionOfHeading } from '../model/sections.ts';
import { didYouMean } from '../words/suggest.ts';

export const bodySections: Rule = {
	id: 'body-sections',
	phase: 'structure',
	severity: 'error',
	summary:
		'Each ## heading in a pattern is the title of a section of the pattern page, and is used once.',
	why: 'A reader who knows one pattern page finds the same answer in the same place on every other. Text under any other heading is not shown on the page.',
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
				const section = sectionOfHeading(text);
				if (!section) {
					const message = `the heading "${text}" is not a section of a pattern page.`;
					yield {
						entry,
						spot,
						message,
						fix: didYouMean(text, titles, `Sections: ${titles.join(', ')}.`),
					};
				} else if (seen.has(section.id)) {
					yield {
						entry,
						spot,
						message: `the section "${text}" appears twice.`,
						fix: 'Delete or merge one of them.',
					};
				}
				if (section) seen.add(section.id);
			}
		}
	},
};
