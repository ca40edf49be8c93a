/** The controls of a pattern, grouped by why each is there: what differs first, the baseline last. */
import type { Pattern } from '#schemas/pattern.ts';
import {
	codification,
	controlType,
	evidenceKind,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../catalogue.ts';
import { type RequiredControl, requiredControls } from '../tier.ts';
import { entryPath } from './entry.ts';
import { type Place, placesOf } from './pattern-places.ts';
import { capital, countOf, inside, listOf, shortDate } from './pattern-words.ts';

export interface ControlRow {
	id: string;
	title: string;
	path: string;
	type: string;
	/** `missing`: required and not in the pattern. `stated`: no dated evidence yet. */
	state: 'evidenced' | 'stated' | 'missing';
	how: string | undefined;
	codifiedIn: string | undefined;
	file: string | undefined;
	places: Place[];
	evidence: { kind: string; source: string; date: string | undefined } | undefined;
}

export interface ControlGroup {
	title: string;
	/** Note at the end of the group's head: how many, and how many are missing. */
	end: string;
	/** Whether it shows without a click: what this pattern adds, and anything missing. */
	open: boolean;
	rows: ControlRow[];
}

export interface Controls {
	groups: ControlGroup[];
	required: number;
	met: number;
	dated: number;
	/** Controls in the pattern, required or not. */
	used: number;
	answer: string;
}

/** Groups in order: by condition, by tier above low, added by the author, baseline. */
export function controlsOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Controls {
	const { data } = pattern;
	const required = requiredControls(data, catalogue.policy);
	const uses = new Map(data.controls.map((use) => [use.control, use]));
	const row = (id: string) => rowOf(id, uses.get(id), data, catalogue);
	const extra = data.controls
		.map(({ control }) => control)
		.filter((id) => !required.some(({ control }) => control === id));
	const groups = [
		...byCondition(required).map(([because, ids]) =>
			groupOf(`Added because ${inside(because)}`, ids.map(row), true),
		),
		...tiers.values
			.filter((tier) => tier !== 'low')
			.map((tier) =>
				groupOf(
					`Added by ${inside(tiers.label(tier))} tier`,
					ofTier(required, tier).map(row),
					true,
				),
			),
		groupOf('Added by the author, beyond what is required', extra.map(row), true),
		groupOf('Baseline for every pattern', ofTier(required, 'low').map(row), false),
	].filter(({ rows }) => rows.length > 0);
	const met = required.filter(({ control }) => uses.has(control)).length;
	const dated = data.controls.filter(({ evidence }) => evidence.date).length;
	const counts = { required: required.length, met, dated, used: data.controls.length };
	return { groups, ...counts, answer: answerOf(counts, required, uses, catalogue) };
}

function byCondition(required: readonly RequiredControl[]): [string, string[]][] {
	const found = new Map<string, string[]>();
	for (const { control, because } of required) {
		if (because) found.set(because, [...(found.get(because) ?? []), control]);
	}
	return [...found];
}

const ofTier = (required: readonly RequiredControl[], tier: Tier) =>
	required.filter(({ baseline }) => baseline === tier).map(({ control }) => control);

function groupOf(title: string, rows: ControlRow[], open: boolean): ControlGroup {
	const missing = rows.filter(({ state }) => state === 'missing').length;
	const dated = rows.filter(({ state }) => state === 'evidenced').length;
	const end = [countOf(rows.length, 'control')];
	if (missing > 0) end.push(`${missing} missing`);
	else end.push(dated === 0 ? 'no dated evidence yet' : `${dated} with dated evidence`);
	return { title, end: capital(end.join(', ')), open: open || missing > 0, rows };
}

function rowOf(
	id: string,
	use: Pattern['controls'][number] | undefined,
	{ architecture }: Pattern,
	{ controls }: Catalogue,
): ControlRow {
	const control = controls.get(id)?.data;
	return {
		id,
		title: control?.title ?? id,
		path: entryPath({ collection: 'controls', id }),
		type: control ? controlType.label(control.type) : '',
		state: stateOf(use),
		how: use?.how,
		codifiedIn: use && codification.label(use.codifiedIn),
		file: use?.file,
		places: placesOf(architecture, use?.enforcedAt),
		evidence: use && {
			kind: evidenceKind.label(use.evidence.kind),
			source: use.evidence.source,
			date: use.evidence.date && shortDate(use.evidence.date),
		},
	};
}

function stateOf(use: Pattern['controls'][number] | undefined): ControlRow['state'] {
	if (!use) return 'missing';
	return use.evidence.date ? 'evidenced' : 'stated';
}

function answerOf(
	{ required, met, dated, used }: Omit<Controls, 'groups' | 'answer'>,
	all: readonly RequiredControl[],
	uses: ReadonlyMap<string, unknown>,
	{ controls }: Catalogue,
): string {
	const parts = [`${met} of ${required} required`];
	if (used > met) parts.push(`${used - met} more by choice`);
	parts.push(
		dated === 0 ? 'none with dated evidence yet' : `${dated} of ${used} with dated evidence`,
	);
	const missing = all
		.filter(({ control }) => !uses.has(control))
		.map(({ control }) => inside(controls.get(control)?.data.title ?? control));
	return `${parts.join(', ')}.${missing.length > 0 ? ` Missing: ${listOf(missing)}.` : ''}`;
}
