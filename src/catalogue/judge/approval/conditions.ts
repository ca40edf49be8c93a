/** Conditions of an approval, each with what was decided about it. */
import type { RecordOf } from '#schemas/record.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { counts } from '../records/binding.ts';
import { recordsOf } from '../records/kept.ts';
import { standingOf } from './standing.ts';

export interface ConditionState {
	/** The seat that asks for it. */
	seat: CouncilSeat;
	text: string;
	/** Day by which it must be met; undefined where it always applies. */
	due: string | undefined;
	/** The newest decision about it that counts. */
	decided: RecordOf<'decision'> | undefined;
	/** Its day is over and nobody has decided that it is met. */
	late: boolean;
}

/** Every condition of the approvals of this very content. */
export function conditionsOf(entry: Entry, catalogue: Catalogue): ConditionState[] {
	const { conditions } = standingOf(entry, catalogue);
	if (conditions.length === 0) return [];
	const decisions =
		isOf('patterns', entry) || isOf('use-cases', entry)
			? recordsOf(entry, 'decision', catalogue).filter(
					(kept) => kept.record.about === 'condition' && counts(kept, entry, catalogue),
				)
			: [];
	return conditions.map(({ seat, text, due }) => {
		const decided = decisions.filter(({ record }) => record.criterion === text).at(-1)?.record;
		const late = due !== undefined && due < catalogue.today && decided?.decided !== 'met';
		return { seat, text, due, decided, late };
	});
}
