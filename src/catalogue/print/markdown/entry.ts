/** An entry as Markdown. */
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { pageOf } from '../../pages/index.ts';
import { pageMarkdown } from './page.ts';
import type { Markdown } from './write.ts';

const keepMarkdown = keeper<Promise<Markdown>>('pattern-markdown');

/** The Markdown twin of the page of an entry. */
export async function entryMarkdown(entry: Entry, context: ExportContext): Promise<string> {
	const { markdown } = await wholePage(entry, context);
	return `${markdown}\n`;
}

function wholePage(entry: Entry, context: ExportContext): Promise<Markdown> {
	const make = async () => pageMarkdown(await pageOf(entry, context), entry, context);
	// The skill of a pattern holds the same words as its twin.
	return isOf('patterns', entry)
		? keepMarkdown(context.catalogue, `${entry.id} ${context.url('/')}`, make)
		: make();
}
