/** What the page of a control shows beside its own fields: where it is used and how. */
import { evidenceKind } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { shortDay } from '../words/day.ts';
import { citingPatterns, type PatternRows, patternRows } from './citing.ts';
import { type Fact, nothing, words } from './fact.ts';
import { type EnforcedAt, placesOf } from './pattern-places.ts';

export const CONTROL_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'At',
	'How the pattern meets it',
	'Evidence',
] as const;

/** Patterns that put a control in place: where it acts, how it is met, the newest evidence. */
export function controlUses(control: Entry<'controls'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(control, catalogue).filter(({ data }) =>
		data.controls.some((use) => use.control === control.id),
	);
	return patternRows(patterns, catalogue, (pattern) => {
		const use = pattern.data.controls.find((candidate) => candidate.control === control.id);
		if (!use) return [];
		const kind = evidenceKind.label(use.evidence.kind);
		return [
			enforcedAt(pattern, use.enforcedAt),
			words(use.how),
			use.evidence.date
				? { text: shortDay(use.evidence.date), sub: kind }
				: { ...nothing('None yet'), sub: kind },
		];
	});
}

/** The place in the drawing as references; a runbook acts outside of it. */
function enforcedAt(pattern: Entry<'patterns'>, place: EnforcedAt): Fact {
	const places = placesOf(pattern.data.architecture, place);
	if (places.length === 0) return nothing('Outside');
	return {
		text: '',
		refs: places.map(({ ref, to }) => ({ id: ref, path: entryPath(pattern) + to })),
	};
}
