/** A Markdown twin of the page of every entry, and of every tombstone: all it says, for agents. */

import { pagedCollections } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import { entryPath, twinPath } from '../model/entry.ts';
import { parts } from '../model/reads.ts';
import { tombstoneOf, tombstonePage } from '../pages/tombstone.ts';
import { MARKDOWN_TYPE } from '../print/markdown/address.ts';
import { entryMarkdown } from '../print/markdown/entry.ts';
import { pageMarkdown } from '../print/markdown/page.ts';
import type { Exporter } from './exporter.ts';

export const markdown: Exporter = {
	name: 'markdown',
	summary: 'Every page of an entry as Markdown, at its address with .md, for agents and editors.',
	*files(context) {
		const { catalogue } = context;
		for (const name of pagedCollections) {
			const entries: Iterable<Entry> = catalogue.all[name].values();
			for (const entry of parts(entries)) {
				yield {
					path: twinPath(entryPath(entry)).slice(1),
					type: MARKDOWN_TYPE,
					body: () => entryMarkdown(entry, context),
				};
			}
		}
		for (const entry of parts(catalogue.withdrawn.values())) {
			const tombstone = tombstoneOf(entry, catalogue);
			if (!tombstone) continue;
			yield {
				path: twinPath(tombstone.path).slice(1),
				type: MARKDOWN_TYPE,
				body: () => `${pageMarkdown(tombstonePage(tombstone), entry, context).markdown}\n`,
			};
		}
	},
};
