/** The glossary: every term under its first letter, with its meaning and where it is used. */
import type { GlossaryTerm } from '#schemas/glossary.ts';
import { collections, pagedCollections } from '#schemas/index.ts';
import { termUses } from '../../judge/term-uses.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { GLOSSARY, glossaryTerms, termPath } from '../../model/glossary.ts';
import { keeper } from '../../model/keep.ts';
import { capital } from '../../words/phrase.ts';
import { type Block, joined, link, text, type Words } from '../blocks.ts';
import type { Section, Sheet } from '../page.ts';
import type { CardedPage } from '../search/format.ts';
import { furtherPages } from '../search/further.ts';

/** Most entries that are shown for a term; search finds the others. */
const MOST_USES = 3;
/** Most entries that are read to find them, so that the page is as quick in a large catalogue. */
const MOST_READ = 500;

const keepUses = keeper<ReadonlyMap<string, readonly Entry[]>>('glossary-uses');

/** Everything the glossary says. */
export function glossarySheet(catalogue: Catalogue): Sheet {
	const terms = glossaryTerms(catalogue);
	const uses = keepUses(catalogue, '', () =>
		termUses(catalogue, { most: MOST_USES, within: MOST_READ }),
	);
	const letters = Map.groupBy(terms, ({ term }) => letterOf(term));
	return {
		path: GLOSSARY,
		title: 'Glossary',
		summary:
			'What the words of the catalogue mean. Other pages link the first use of a word to its meaning here.',
		aliases: [],
		notices: [],
		sections:
			terms.length === 0
				? [NOTHING]
				: [...letters].map(([letter, own]) => ({
						id: `letter-${letter.toLowerCase()}`,
						title: letter,
						blocks: own.map((term) => termBlock(term, catalogue, uses.get(term.id) ?? [])),
					})),
		side: [],
	};
}

const NOTHING: Section = {
	id: 'none',
	title: 'No terms yet',
	blocks: [
		text([
			'This page will explain the words of the catalogue. To add a term, write it in content/glossary.yaml: ',
			link('field reference', '/contribute/glossary/'),
			'.',
		]),
	],
};

/** The letter that a term is under; accents make no letter of their own. */
function letterOf(term: string): string {
	const [first = ''] = term.normalize('NFD').toLocaleUpperCase('en-GB');
	return /\p{L}/u.test(first) ? first : '0–9';
}

function termBlock(
	{ id, term, definition, otherNames, see }: GlossaryTerm,
	catalogue: Catalogue,
	uses: readonly Entry[],
): Block {
	const small = (label: string, words: readonly Words[], more?: Words): Block[] =>
		words.length === 0 ? [] : [text([`${label}: `, joined(words), more, '.'], 'label')];
	return {
		kind: 'group',
		id,
		title: capital(term),
		blocks: [
			text(definition),
			...small('Also called', otherNames),
			...small(
				'See',
				see.flatMap((to) => seeLink(to, catalogue) ?? []),
			),
			...small(
				'Used in',
				uses.map((entry) => link(titleOf(entry), entryPath(entry))),
				uses.length === MOST_USES && [
					', and ',
					link(`other pages about “${term}”`, `/search/?q=${encodeURIComponent(term)}`),
				],
			),
		],
	};
}

/** A term or page by its name; undefined where there is none, which a rule has said. */
function seeLink(to: string, catalogue: Catalogue): Words {
	if (!to.startsWith('/')) {
		const other = glossaryTerms(catalogue).find(({ id }) => id === to);
		return other && link(other.term, termPath(to).slice(GLOSSARY.length));
	}
	const [, collection = '', id = ''] = /^\/([^/]+)\/([^/#]+)\//.exec(to) ?? [];
	const name = pagedCollections.find((one) => one === collection);
	const entries: ReadonlyMap<string, Entry> | undefined = name && catalogue.all[name];
	const entry = entries?.get(id);
	if (entry) return link(titleOf(entry), to);
	const list = pagedCollections.find((one) => `/${one}/` === to);
	if (list) return link(capital(collections[list].plural), to);
	const page = furtherPages().find(({ path }) => path === to);
	return link(page?.title ?? OTHER.get(to) ?? to, to);
}

/** Pages that search does not know by a name of their own. */
const OTHER = new Map([
	['/', 'Home'],
	['/search/', 'Search'],
]);

/** Each term as search knows it: someone who asks what a word means finds its meaning. */
export const termPages = (catalogue: Catalogue): CardedPage[] =>
	glossaryTerms(catalogue).map(({ id, term, definition, otherNames }) => ({
		path: termPath(id),
		kind: 'term',
		title: capital(term),
		aliases: otherNames,
		summary: definition,
		task: '',
		text: '',
	}));
