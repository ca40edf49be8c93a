/** Page models of entries, kept while the pages that show one of them are rendered. */
import type { Entry } from '#catalogue/model/catalogue.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import { type Reads, readApart, useAgain } from '#catalogue/model/reads.ts';
import { pageOf } from '#catalogue/pages/index.ts';
import type { Page } from '#catalogue/pages/page.ts';

interface Made {
	catalogue: ExportContext['catalogue'];
	value: Page | Promise<Page>;
	reads: Reads;
}

/** A build renders the pages below an entry one after the other, several of them at once. */
const ROOM = 64;
const recent = new Map<Entry, Made>();

/** The page model of an entry: made once for its own page and those below it that show a part. */
export function recentPage(entry: Entry, context: ExportContext): Page | Promise<Page> {
	const { catalogue } = context;
	const found = recent.get(entry);
	if (found?.catalogue === catalogue) {
		useAgain(found.reads);
		return found.value;
	}
	const made = { catalogue, ...readApart(() => pageOf(entry, context)) };
	recent.delete(entry);
	recent.set(entry, made);
	const [oldest] = recent.keys();
	if (recent.size > ROOM && oldest) recent.delete(oldest);
	return made.value;
}
