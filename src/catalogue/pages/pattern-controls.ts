/** The controls of a pattern, grouped by why each is there: what differs first, the baseline last. */
import type { Pattern } from '#schemas/pattern.ts';
import {
	codification,
	controlType,
	evidenceKind,
	type ProofState,
	proofState,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { type ControlProof, proofsOf } from '../judge/records/proof.ts';
import { type RequiredControl, requiredControls } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { type Place, placesOf } from './pattern-places.ts';
import { type ControlWaiver, controlWaivers } from './pattern-waivers.ts';

export interface ControlRow {
	id: string;
	title: string;
	path: string;
	type: string;
	/**
	 * `missing`: required and not in the pattern. The others are the states of proof: see
	 * judge/records/proof.ts.
	 */
	state: ProofState | 'missing';
	how: string | undefined;
	waiver: ControlWaiver | undefined;
	codifiedIn: string | undefined;
	file: string | undefined;
	places: Place[];
	evidence: { kind: string; source: string; date: string | undefined } | undefined;
}

export interface ControlGroup {
	title: string;
	/** Note at the end of the group's head: how many, and how many are missing. */
	end: string;
	/** Whether it shows without a click: what this pattern adds, and anything missing or waived. */
	open: boolean;
	rows: ControlRow[];
}

export interface Controls {
	groups: ControlGroup[];
	required: number;
	met: number;
	/** Required, not in the pattern, and not waived. */
	missing: number;
	/** Waived today, in the pattern or not. */
	waived: number;
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
	const waivers = controlWaivers(pattern, catalogue);
	const proofs = proofsOf(pattern, catalogue);
	const row = (id: string) =>
		rowOf(id, uses.get(id), waivers.get(id), data, proofs.get(id), catalogue);
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
	const rows = groups.flatMap((group) => group.rows);
	const lacking = rows.filter(({ state }) => state === 'missing');
	const counts = {
		required: required.length,
		met: required.filter(({ control }) => uses.has(control)).length,
		missing: lacking.length,
		waived: rows.filter(({ state }) => state === 'waived').length,
		dated: rows.filter(({ state }) => state === 'proven').length,
		used: data.controls.length,
	};
	return { groups, ...counts, answer: answerOf(counts, lacking) };
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
	const dated = rows.filter(({ state }) => state === 'proven').length;
	const end = [countOf(rows.length, 'control')];
	const waived = rows.filter(({ state }) => state === 'waived').length;
	if (waived > 0) end.push(`${waived} waived`);
	if (missing > 0) end.push(`${missing} missing`);
	else end.push(dated === 0 ? 'none proven yet' : `${dated} proven`);
	return { title, end: capital(end.join(', ')), open: open || missing + waived > 0, rows };
}

function rowOf(
	id: string,
	use: Pattern['controls'][number] | undefined,
	waiver: ControlWaiver | undefined,
	{ architecture }: Pattern,
	proof: ControlProof | undefined,
	{ controls }: Catalogue,
): ControlRow {
	const control = controls.get(id)?.data;
	return {
		id,
		title: control?.title ?? id,
		path: entryPath({ collection: 'controls', id }),
		type: control ? controlType.label(control.type) : '',
		state: waiver ? 'waived' : use ? (proof?.state ?? 'planned') : 'missing',
		how: use?.how,
		waiver,
		codifiedIn: use && codification.label(use.codifiedIn),
		file: use?.file,
		places: placesOf(architecture, use?.enforcedAt),
		evidence: use && {
			kind: evidenceKind.label(use.evidence.kind),
			source: use.evidence.source,
			date: proof?.kind && proof.record && dayWords(proof.record),
		},
	};
}

/** The day of a record, and whether it is invented. */
const dayWords = ({ record, file }: NonNullable<ControlProof['record']>): string =>
	`${shortDay(record.on)}${file.data.example ? ' (example data)' : ''}`;

function answerOf(
	{ required, met, waived, dated, used }: Omit<Controls, 'groups' | 'answer'>,
	lacking: readonly ControlRow[],
): string {
	const parts = [`${met} of ${required} required`];
	if (used > met) parts.push(`${used - met} more by choice`);
	if (waived > 0) parts.push(`${waived} waived until a date`);
	parts.push(dated === 0 ? 'none proven yet' : `${dated} of ${used} proven`);
	const missing = lacking.map(({ title }) => inside(title));
	return `${parts.join(', ')}.${missing.length > 0 ? ` Missing: ${listOf(missing)}.` : ''}`;
}

/** The state of a control as a word. */
export const proofWord = (state: ControlRow['state']): string =>
	state === 'missing' ? 'Missing' : proofState.label(state);

/** What each state in the table means, in the order of the states. */
export function proofLegend(groups: readonly ControlGroup[]): string {
	const seen = new Set(groups.flatMap(({ rows }) => rows.map(({ state }) => state)));
	return proofState.values
		.filter((state) => seen.has(state))
		.map((state) => `${proofState.label(state)}: ${inside(proofState.terms[state].meaning)}.`)
		.join(' ');
}
