/** A withdrawn entry as Markdown: why it is gone, and what to take instead. */

import { states } from '../../judge/approval/state.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { digestOf } from '../../model/digest.ts';
import type { Tombstone } from '../../pages/tombstone.ts';
import { longDay } from '../../words/day.ts';
import { named } from './head.ts';
import { bare, blocks, code, heading, md, pairs } from './write.ts';

/** The Markdown twin of the page of a tombstone. */
export function tombstoneMarkdown(
	entry: Entry<'withdrawn'>,
	tombstone: Tombstone,
	context: ExportContext,
): string {
	const { title, summary, kind, version, withdrawn, because, turnOff, owner, successor, path } =
		tombstone;
	const day = longDay(withdrawn);
	const { markdown } = blocks(
		heading(1, title),
		summary,
		pairs([
			['State', `${states.withdrawn.label} on ${day}. ${states.withdrawn.duty}`],
			['Last version', version ?? 'None'],
			['Owner', `${owner.name} (${owner.contact})`],
			['Take instead', named(successor, 'Nothing is named', context)],
			['Digest (SHA-256)', md`${code(digestOf(entry.source))} of ${code(entry.file)}`],
			['Page', bare(context.url(path))],
		]),
		`This ${kind} was withdrawn on ${day}. ${because}`,
		successor ? md`${turnOff} ${named(successor, '', context)}.` : turnOff,
		'Nothing else will ever stand at this address.',
	);
	return `${markdown}\n`;
}
