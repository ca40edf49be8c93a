/** The page that answers a question of the search list exists. */
import type { Rule } from '../model/rule.ts';
import { tombstoneOf } from '../model/withdrawn.ts';
import { deadPage } from './dead-page.ts';

export const askedPage: Rule = {
	id: 'asked-page',
	phase: 'references',
	severity: 'warning',
	summary: 'The questions in the list of synonyms belong to a page of this catalogue.',
	why: 'Search reads the questions as words of their page. If the page is gone, they find nothing.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'synonyms',
		fails: 'asked: [{ page: /controls/gone/, questions: [how do I stop it] }]',
		passes: 'asked: [{ page: /risks/, questions: [what can go wrong] }]',
	},
	*check(catalogue) {
		for (const entry of catalogue.synonyms.values()) {
			for (const [at, { page }] of entry.data.asked.entries()) {
				const [, collection = '', id = ''] = page.split('/');
				// A withdrawn entry keeps a page, which says why and what to take instead.
				if (tombstoneOf(collection, id, catalogue)) continue;
				const problem = deadPage(page, catalogue);
				if (problem) yield { entry, path: ['asked', at, 'page'], ...problem };
			}
		}
	},
};
