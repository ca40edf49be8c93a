/** The search index as files: what the dialog, the search page, the lists and agents ask. */
import { collections, pagedCollections } from '#schemas/index.ts';
import { termPages } from '../pages/glossary/sheet.ts';
import { indexFiles } from '../pages/search/files.ts';
import type { CardedPage } from '../pages/search/format.ts';
import { INDEX_FOLDER } from '../pages/search/format.ts';
import { furtherPages, listPages } from '../pages/search/further.ts';
import { searchPages } from '../pages/search/pages.ts';
import type { Lexical } from '../pages/search/reading.ts';
import { ruleDocs, rulePath } from '../rules/docs.ts';
import { type Exporter, JSON_TYPE } from './exporter.ts';

const NONE: Lexical = { same: [], means: [] };

export const search: Exporter = {
	name: 'search',
	summary: 'The index behind search: terms, cards and the words that mean the same.',
	*files({ catalogue }) {
		const kinds = [
			...pagedCollections.map((name) => collections[name]),
			{ singular: 'rule', plural: 'rules' },
			{ singular: 'term', plural: 'terms' },
			{ singular: 'list', plural: 'lists and their fields' },
			{ singular: 'page', plural: 'other pages' },
		].map(({ singular, plural }) => [singular, plural] as const);
		const [synonyms] = [...catalogue.synonyms.values()].map(({ data }) => data);
		const pages = searchPages(catalogue, [
			...furtherPages(),
			...listPages(),
			...rulePages(),
			...termPages(catalogue),
		]);
		for (const [name, bytes] of indexFiles(pages, { synonyms: synonyms ?? NONE, kinds })) {
			const type = name.endsWith('.json') ? JSON_TYPE : 'application/octet-stream';
			yield { path: `${INDEX_FOLDER}/${name}`, type, body: () => bytes };
		}
	},
};

const rulePages = (): CardedPage[] =>
	ruleDocs.map(({ id, summary, why }) => ({
		path: rulePath(id),
		kind: 'rule',
		title: `Rule: ${id}`,
		aliases: [id],
		summary,
		task: '',
		text: why,
	}));
