/** What the page of a guide adds by itself has a heading to come under. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { didYouMean } from '../words/suggest.ts';

export const guidePlaces: Rule = {
	id: 'guide-places',
	phase: 'structure',
	severity: 'error',
	summary:
		'The figures and the template of a guide are placed under a ## heading that the guide has.',
	why: 'The page puts them under that heading. If the heading was renamed, they would silently disappear.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'guides',
		fails: 'figures: [{ under: In a year, show: [uses-live] }]',
		passes: 'figures: []',
	},
	*check({ guides }) {
		for (const entry of guides.values()) yield* missingIn(entry);
	},
};

function* missingIn(entry: Entry<'guides'>): Generator<Problem> {
	const { figures, template } = entry.data;
	const headings = entry.headings.filter(({ depth }) => depth === 2).map(({ text }) => text);
	const places = [
		...figures.map(({ under }, at) => ({ under, path: ['figures', at, 'under'] })),
		...(template ? [{ under: template.under, path: ['template', 'under'] }] : []),
	];
	for (const { under, path } of places) {
		if (headings.includes(under)) continue;
		yield {
			entry,
			path,
			message: `"${under}" is not a ## heading of this guide.`,
			fix: didYouMean(
				under,
				headings,
				headings.length > 0
					? `Its headings: ${headings.join(', ')}.`
					: 'Add the heading to the text of the guide.',
			),
		};
	}
}
