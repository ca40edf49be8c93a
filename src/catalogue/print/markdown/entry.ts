/** An entry as Markdown. */
import type { SectionDocument } from '#schemas/page.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { keeper } from '../../model/keep.ts';
import { recentPage } from '../../pages/index.ts';
import { sectionsOf } from '../json.ts';
import { pageMarkdown } from './page.ts';
import type { Markdown } from './write.ts';

/** The twin of an entry, its JSON and its skill are made one after the other. */
const keepMarkdown = keeper<Promise<Markdown>>('entry-markdown', { most: 64 });

/** The Markdown twin of the page of an entry. The skill of a pattern holds the same words. */
export async function entryMarkdown(entry: Entry, context: ExportContext): Promise<string> {
	const { markdown } = await wholePage(entry, context);
	return `${markdown}\n`;
}

/**
 * The sections of the page of an entry as data. The twin says the same words, so it is made on the
 * way: to make the page again for it would cost as much as both.
 */
export async function entrySections(
	entry: Entry,
	context: ExportContext,
): Promise<SectionDocument[]> {
	let sections: SectionDocument[] | undefined;
	await wholePage(entry, context, (made) => {
		sections = made;
	});
	// Where the twin was there already, its sections were not kept.
	return sections ?? sectionsOf(await recentPage(entry, context), entry, context);
}

/** @param hear is given the sections if they are made now */
function wholePage(
	entry: Entry,
	context: ExportContext,
	hear: (sections: SectionDocument[]) => void = () => {},
): Promise<Markdown> {
	const key = `${entry.collection}/${entry.id} ${context.url('/')}`;
	return keepMarkdown(context.catalogue, key, async () => {
		const page = await recentPage(entry, context);
		const sections = sectionsOf(page, entry, context);
		hear(sections);
		return pageMarkdown(page, entry, context, sections);
	});
}
