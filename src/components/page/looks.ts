/** The collections whose pages have a look of their own; every other one has that of EntryPage. */
import GovernedEntry from '#components/govern/GovernedEntry.astro';
import PatternPage from '#components/pattern/PatternPage.astro';
import PromptEntry from '#components/prompt/PromptEntry.astro';
import type { CollectionName } from '#schemas/index.ts';
import EntryPage from './EntryPage.astro';

const own = {
	patterns: PatternPage,
	prompts: PromptEntry,
	'use-cases': GovernedEntry,
	outcomes: GovernedEntry,
	incidents: GovernedEntry,
} satisfies { readonly [Name in CollectionName]?: unknown };

/** The component of the pages of a collection; it is given the page and the entry. */
export function lookOf(name: CollectionName): typeof EntryPage {
	const looks: { readonly [Name in CollectionName]?: unknown } = own;
	// Each component takes the entries of its own collection, which the compiler cannot see by name.
	return (looks[name] ?? EntryPage) as typeof EntryPage;
}
