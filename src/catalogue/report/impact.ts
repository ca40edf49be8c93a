/** The declared impact of a change, held against what it amounts to. */
import type { Change } from '#schemas/fields.ts';
import { type ChangeImpact, changeImpact } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import { declaredImpact, heavier } from './breaking.ts';
import type { EntryReport, Change as Made } from './report.ts';

/** Nothing for an entry without a version, or for a draft, on which nobody builds. */
export function impactOf(
	{ data: before }: Entry,
	{ data: after }: Entry,
	changes: readonly Made[],
): Pick<EntryReport, 'impact'> {
	if (!('version' in before) || !('version' in after)) return {};
	if (!before.version || !after.version) return {};
	if ('status' in after && after.status === 'draft') return {};
	const amounts = changes
		.filter(({ beside }) => !beside)
		.reduce<ChangeImpact | undefined>((most, { impact }) => heavier(most, impact), undefined);
	if (!amounts) return {};
	const declared = declaredImpact(before.version, after.version);
	const tooLow = !declared || changeImpact.rank(declared) > changeImpact.rank(amounts);
	const known = new Set(changesOf(before).map(({ version }) => version));
	const logged = changesOf(after)
		.filter(({ version }) => !known.has(version))
		.map(({ summary, action }) => (action ? `${summary} To do: ${action}` : summary));
	return { impact: { ...(declared && { declared }), amounts, tooLow, logged } };
}

function changesOf(data: Entry['data']): readonly Change[] {
	const log =
		'catalogue.changes' in data ? data['catalogue.changes'] : 'changes' in data && data.changes;
	// What an older schema accepted may be something else than a list.
	return Array.isArray(log) ? log : [];
}
