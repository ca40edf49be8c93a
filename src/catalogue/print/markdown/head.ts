/** How every Markdown twin begins: what it is, whether it may be used, and where its page stands. */

import { stateOf, states } from '../../judge/approval/state.ts';
import { jsonPath } from '../../model/api-path.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { digestOf } from '../../model/digest.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../../model/entry.ts';
import { teamOf } from '../../model/team.ts';
import { longDay } from '../../words/day.ts';
import { linkTo } from './address.ts';
import {
	bare,
	blocks,
	code,
	heading,
	type Inline,
	type Markdown,
	type Maybe,
	md,
	pairs,
} from './write.ts';

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

/** The head of an entry that has no head of its own kind. */
export function headOf(entry: Entry, own: Facts, context: ExportContext): Markdown {
	return headWith(entry, [...commonFacts(entry, context), ...own], context);
}

/** State, version, owner, review and digest, as far as the entry has them. */
function commonFacts(entry: Entry, { catalogue }: ExportContext): Facts {
	const { data } = entry;
	const state = stateOf(entry, catalogue);
	const owner = 'owner' in data ? teamOf(data.owner, catalogue) : undefined;
	return [
		['State', state && `${states[state].label}. ${states[state].duty}`],
		['Version', 'version' in data && data.version],
		['Owner', owner && `${owner.name} (${owner.contact})`],
		['Reviewed', 'reviewed' in data && longDay(data.reviewed)],
		['Digest (SHA-256)', md`${code(digestOf(entry.source))} of ${code(entry.file)}`],
	];
}

/** The name of an entry as a link, or a sentence where there is none. */
export const named = (
	target: { title: string; path: string } | undefined,
	none: string,
	context: ExportContext,
): Inline => (target ? linkTo(target, context) : none);
