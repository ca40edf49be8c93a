/** Weighs a change by the rows that each collection has in its schema (schemas/weighing.ts). */
import { collectionNames, collections } from '#schemas/index.ts';
import type { ChangeImpact } from '#schemas/vocabularies.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import type { Weighing } from '#schemas/weighing.ts';
import type { FieldChange } from './field-changes.ts';

/** The rows of every collection. The most specific one that fits a change weighs it. */
export const WEIGHINGS: readonly Weighing[] = collectionNames.flatMap((name) =>
	(collections[name].breaking ?? []).map((row) => ({ ...row, at: `${name}.${row.at}` })),
);

/** Status moves, which mean the same in every collection. */
const STATUS: Readonly<Record<string, Pick<Weighing, 'impact' | 'because'>>> = {
	deprecated: { impact: 'major', because: 'Teams must plan a move.' },
	withdrawn: { impact: 'major', because: 'Teams must turn it off.' },
	approved: { impact: 'minor', because: 'Teams can build on it.' },
};

const CORRECTION: Pick<Weighing, 'impact' | 'because'> = {
	impact: 'patch',
	because: 'Nothing for teams to do.',
};

/** What a change of a field asks of teams, with the reason. */
export function weigh(
	collection: string,
	{ path, kind, after }: Pick<FieldChange, 'path' | 'kind' | 'after'>,
): Pick<Weighing, 'impact' | 'because'> {
	if (path.join() === 'status') return STATUS[String(after)] ?? CORRECTION;
	const place = [collection, ...path].join('.');
	const covers = (at: string) => place === at || (!at.endsWith('*') && place.startsWith(`${at}.`));
	const fitting = WEIGHINGS.filter(({ at, on }) => on.includes(kind) && covers(at));
	return fitting.sort((a, b) => b.at.length - a.at.length)[0] ?? CORRECTION;
}

/** The heavier of two impacts; undefined is none. */
export function heavier(
	a: ChangeImpact | undefined,
	b: ChangeImpact | undefined,
): ChangeImpact | undefined {
	if (!a || !b) return a ?? b;
	return changeImpact.rank(a) <= changeImpact.rank(b) ? a : b;
}

/** The impact that the step from one version to a later one declares; none where it is the same. */
export function declaredImpact(from: string, to: string): ChangeImpact | undefined {
	const [before, after] = [from.split('.'), to.split('.')];
	const step = before.findIndex((part, index) => part !== after[index]);
	return step < 0 ? undefined : changeImpact.values[step];
}
