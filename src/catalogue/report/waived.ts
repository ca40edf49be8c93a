/** Waivers that a change brings: what a pattern does without must not hide among its fields. */

import { councilSeat } from '#schemas/vocabularies.ts';
import type { Waiver } from '#schemas/waiver.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { titleById } from '../model/title.ts';
import { longDay } from '../words/day.ts';
import type { EntryReport } from './report.ts';

/** One line for each waiver that is new or lasts longer, with what becomes of its control. */
export function newlyWaived(entry: EntryReport, base: Catalogue, head: Catalogue): string[] {
	if (entry.collection !== 'patterns') return [];
	const [before, after] = [base.patterns.get(entry.id)?.data, head.patterns.get(entry.id)?.data];
	// What an older schema accepted may have no such list.
	const known = before?.waivers ?? [];
	return (after?.waivers ?? [])
		.filter((waiver) => !known.some((old) => covers(old, waiver)))
		.map((waiver) => {
			const has = (side: typeof after) =>
				'control' in waiver && side?.controls.some(({ control }) => control === waiver.control);
			const taken = has(before) && !has(after) ? ' and removed' : '';
			const { expires, seat, because } = waiver;
			const until = `until ${longDay(expires)} in the seat ${councilSeat.label(seat)}`;
			return `Pattern ${entry.title}: ${subject(waiver, head)} is waived ${until}${taken}: ${because}`;
		});
}

const covers = (old: Waiver, waiver: Waiver) =>
	key(old) === key(waiver) && old.expires >= waiver.expires;

const key = (one: Waiver) => ('rule' in one ? `rule ${one.rule}` : `control ${one.control}`);

function subject(waiver: Waiver, catalogue: Catalogue): string {
	if ('rule' in waiver) return `rule ${waiver.rule}`;
	return `control ${titleById('controls', waiver.control, catalogue)}`;
}
