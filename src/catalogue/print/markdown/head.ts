/** How every Markdown twin begins: what it is, whether it may be used, and where its page stands. */

import { jsonPath } from '../../model/api-path.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../../model/entry.ts';
import { linkTo } from './address.ts';
import { bare, blocks, heading, type Inline, type Markdown, type Maybe, pairs } from './write.ts';

export type Facts = readonly (readonly [string, Maybe<Inline>])[];

/** Title, summary, and the facts that stand first on every page. */
export function headWith(entry: Entry, facts: Facts, context: ExportContext): Markdown {
	const aliases = aliasesOf(entry);
	return blocks(
		heading(1, titleOf(entry)),
		summaryOf(entry),
		aliases.length > 0 && `Also called: ${aliases.join(', ')}.`,
		pairs([
			...facts,
			['Page', bare(context.url(entryPath(entry)))],
			['JSON', bare(context.url(jsonPath(entry)))],
		]),
	);
}

/** The name of an entry as a link, or a sentence where there is none. */
export const named = (
	target: { title: string; path: string } | undefined,
	none: string,
	context: ExportContext,
): Inline => (target ? linkTo(target, context) : none);
