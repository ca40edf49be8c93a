/** An entry as Markdown. */
import type { CollectionName } from '#schemas/index.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { pageOf } from '../../pages/index.ts';
import { pageMarkdown } from './page.ts';
import { patternMarkdown } from './pattern.ts';
import { promptMarkdown } from './prompt.ts';
import type { Markdown } from './write.ts';

type Writer<Name extends CollectionName> = (
	entry: Entry<Name>,
	context: ExportContext,
) => Promise<Markdown>;

const writers: { [Name in CollectionName]?: Writer<Name> } = {
	patterns: patternMarkdown,
	prompts: promptMarkdown,
};

/** The Markdown twin of the page of an entry. */
export async function entryMarkdown(entry: Entry, context: ExportContext): Promise<string> {
	// The table is keyed by collection; the compiler cannot see that the writer fits this very entry.
	const own = writers[entry.collection] as Writer<CollectionName> | undefined;
	const { markdown } = own
		? await own(entry, context)
		: pageMarkdown(await pageOf(entry, context.catalogue), entry, context);
	return `${markdown}\n`;
}
