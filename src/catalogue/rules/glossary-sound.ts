/** What a term of the glossary leads to exists, and somebody uses the term. */
import { termUses } from '../judge/term-uses.ts';
import { glossaryTerms } from '../model/glossary.ts';
import type { Rule } from '../model/rule.ts';
import { sitePages } from '../model/site-pages.ts';
import { suggest } from '../words/suggest.ts';
import { deadPage, type Words } from './dead-page.ts';

export const glossaryLinks: Rule = {
	id: 'glossary-links',
	phase: 'references',
	severity: 'error',
	summary:
		'Each reference in a glossary term leads to another term or to a page of this catalogue.',
	why: 'Someone who looks up a word and follows a dead link leaves without an answer.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'glossary',
		fails:
			'terms: [{ id: leak, term: leak, definition: Data that someone must not see., see: [gate] }]',
		passes:
			'terms: [{ id: leak, term: leak, definition: Data that someone must not see., see: [/risks/leak/] }]',
	},
	*check(catalogue) {
		for (const entry of catalogue.glossary.values()) {
			for (const [at, { id, see }] of entry.data.terms.entries()) {
				for (const [place, to] of see.entries()) {
					const problem = to.startsWith('/')
						? deadPage(to, catalogue)
						: deadTerm(to, id, entry.data.terms);
					if (problem) yield { entry, path: ['terms', at, 'see', place], ...problem };
				}
			}
		}
	},
};

function deadTerm(to: string, own: string, terms: readonly { id: string }[]): Words | undefined {
	const ids = terms.map(({ id }) => id);
	if (to === own)
		return { message: `"${to}" leads to itself.`, fix: 'Delete it, or name another term.' };
	if (ids.includes(to)) return undefined;
	const near = suggest(to, ids);
	return {
		message: `"${to}" is not the id of a term.`,
		fix: near ? `Did you mean "${near}"?` : 'Add the term, or write a page such as /guides/start/.',
	};
}

export const glossaryUsed: Rule = {
	id: 'glossary-used',
	phase: 'structure',
	severity: 'warning',
	summary: 'Every term of the glossary is used in the catalogue.',
	why: 'People read a glossary to understand a page. A term that no page uses only makes it longer.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'glossary',
		fails: 'terms: [{ id: epoch, term: epoch, definition: A pass over all the training data. }]',
		passes:
			'terms: [{ id: prose, term: prose, definition: The text of an entry without its data. }]',
	},
	*check(catalogue) {
		if (catalogue.glossary.size === 0) return;
		// What a page of the site uses need not be looked for.
		const asked = glossaryTerms(catalogue).filter(
			({ see }) => !see.some((to) => sitePages.includes(to)),
		);
		const uses = termUses(catalogue, { most: 1, terms: asked });
		const unused = new Set(asked.map(({ id }) => id).filter((id) => !uses.has(id)));
		for (const entry of catalogue.glossary.values()) {
			for (const [at, { id }] of entry.data.terms.entries()) {
				if (!unused.has(id)) continue;
				yield {
					entry,
					path: ['terms', at, 'id'],
					message: `no entry uses the term "${id}".`,
					fix: 'Delete it. If a page of the site uses it, name that page under see, such as /portfolio/.',
				};
			}
		}
	},
};
