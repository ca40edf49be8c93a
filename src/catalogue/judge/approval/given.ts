/** The approvals there are, by subject. Whether they count is for faults.ts and standing.ts to say. */
import type { Statement } from '#schemas/approvals.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Entry } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { addMonths } from '../../words/calendar.ts';
import type { Subject } from './subject.ts';

type Index = ReadonlyMap<string, readonly Entry<'approvals'>[]>;
const keepIndex = keeper<Index>('approvals-by-subject');

/** Every approval that says it is about a subject, oldest first; sound or not. */
export function approvalsAbout(name: string, catalogue: Catalogue): readonly Entry<'approvals'>[] {
	return keepIndex(catalogue, '', () => indexed(catalogue)).get(name) ?? [];
}

function indexed(catalogue: Catalogue): Index {
	const index = new Map<string, Entry<'approvals'>[]>();
	for (const approval of catalogue.approvals.values()) {
		const { subject } = approval.data.statement;
		const known = index.get(subject) ?? [];
		known.push(approval);
		index.set(subject, known);
	}
	for (const list of index.values()) {
		list.sort(
			(a, b) => compare(a.data.statement.date, b.data.statement.date) || compare(a.id, b.id),
		);
	}
	return index;
}

/** The last day that the policy of today allows an approval to hold. */
export function lastDayOf(
	{ date, tier }: Pick<Statement, 'date' | 'tier'>,
	subject: Pick<Subject, 'tier'> | undefined,
	{ policy }: Pick<Catalogue, 'policy'>,
): string {
	return addMonths(date, policy.reviewMonths[tier ?? subject?.tier ?? 'low']);
}
