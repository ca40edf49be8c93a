/**
 * The state of each control: planned, built, proven or lapsed, with waived apart.
 *
 * Worked out here and nowhere else. Pages, lists, exports and rules show it; green is for proven.
 */
import type { RecordOf } from '#schemas/record.ts';
import type { EvidenceKind, ProofState, Tier } from '#schemas/vocabularies.ts';
import type { Waiver } from '#schemas/waiver.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keeper } from '../../model/keep.ts';
import { dayFromToday } from '../../model/noted.ts';
import { addMonths, daysBetween } from '../../words/calendar.ts';
import { atLeast, requiredControls, tierOf, unwaivableControls } from '../tier.ts';
import { isLive } from '../waivers.ts';
import { counts, runsPattern } from './binding.ts';
import { countingRun, resultsOf, runVerdict } from './evaluation.ts';
import { type Kept, patternBehind, recordsOf, type Subject } from './kept.ts';

export interface ControlProof {
	control: string;
	state: ProofState;
	/** Whether the policy requires it of this pattern or use case. */
	required: boolean;
	/** The record that decides the state, where there is one. */
	record: Kept | undefined;
	/** Kind of evidence that the record is. */
	kind: EvidenceKind | undefined;
	/** Day until which the proof is good. */
	goodUntil: string | undefined;
	/** Day on which the waiver ends. */
	waivedUntil: string | undefined;
}

/** A record that can prove a control, as the kind of evidence it is. */
interface Candidate {
	kept: Kept;
	kind: EvidenceKind;
	/** A drill that failed proves that the control does not work. */
	failed: boolean;
}

const keepProofs = keeper<ReadonlyMap<string, ControlProof>>('proofs');

/** The state of every control that a pattern or use case has or must have, by id. */
export function proofsOf(
	subject: Subject,
	catalogue: Catalogue,
): ReadonlyMap<string, ControlProof> {
	const key = `${subject.collection}/${subject.id}`;
	return keepProofs(catalogue, key, () => workOut(subject, catalogue));
}

function workOut(subject: Subject, catalogue: Catalogue): ReadonlyMap<string, ControlProof> {
	const pattern = patternBehind(subject, catalogue);
	if (!pattern) return new Map();
	const tier = subjectTier(subject, pattern, catalogue);
	const required = new Set(
		requiredControls({ ...pattern.data, tier }, catalogue.policy).map(({ control }) => control),
	);
	const used = pattern.data.controls.map(({ control }) => control);
	const planned = subject.collection === 'use-cases' ? subject.data.plans : [];
	const ids = new Set([...required, ...used, ...planned.map(({ control }) => control)]);
	const own = [subject, ...inherited(subject, pattern, catalogue)];
	const built = new Map(own.flatMap((one) => builtControls(one, catalogue)));
	const candidates = candidatesOf(subject, pattern, catalogue);
	return new Map(
		[...ids].map((control) => [
			control,
			stateOf(control, { subject, tier, required, built, candidates, catalogue }),
		]),
	);
}

interface Facts {
	subject: Subject;
	tier: Tier;
	required: ReadonlySet<string>;
	built: ReadonlyMap<string, Kept>;
	candidates: ReadonlyMap<string, readonly Candidate[]>;
	catalogue: Catalogue;
}

function stateOf(
	control: string,
	{ subject, tier, required, built, candidates, catalogue }: Facts,
): ControlProof {
	const { policy } = catalogue;
	const asked = kindsAsked(control, tier, catalogue);
	const newest = (candidates.get(control) ?? []).filter(({ kind }) => asked.has(kind)).at(-1);
	const goodUntil =
		newest && !newest.failed
			? addMonths(newest.kept.record.on, policy.reviewMonths[tier])
			: undefined;
	const waiver = subject.data.waivers.find(
		(one) => 'control' in one && one.control === control && lifts(one, subject, tier, catalogue),
	);
	const build = built.get(control);
	const state: ProofState =
		goodUntil !== undefined && dayFromToday(goodUntil, catalogue) >= 0
			? 'proven'
			: waiver
				? 'waived'
				: goodUntil !== undefined
					? 'lapsed'
					: build
						? 'built'
						: 'planned';
	return {
		control,
		state,
		required: required.has(control),
		record: goodUntil === undefined ? build : newest?.kept,
		kind: goodUntil === undefined ? undefined : newest?.kind,
		goodUntil,
		waivedUntil: waiver?.expires,
	};
}

/**
 * Whether a waiver lets a subject go without the control it names: it is live, the control can be
 * waived at this tier, a seat that approves granted it, and for no longer than the policy allows.
 */
function lifts(
	waiver: Waiver & { control: string },
	subject: Subject,
	tier: Tier,
	catalogue: Catalogue,
): boolean {
	const { policy } = catalogue;
	const pattern = patternBehind(subject, catalogue);
	if (!pattern || !isLive(waiver, catalogue.today)) return false;
	return (
		!unwaivableControls({ ...pattern.data, tier }, policy).has(waiver.control) &&
		policy.approval.seats[tier].includes(waiver.seat) &&
		daysBetween(waiver.granted, waiver.expires) <= policy.waivers.maxDays[tier]
	);
}

/** The tier that applies: that of the pattern, or a stricter one that the use case declares. */
export function subjectTier(
	subject: Subject,
	pattern: Entry<'patterns'>,
	{ policy }: Pick<Catalogue, 'policy'>,
): Tier {
	const tier = tierOf(pattern.data, policy);
	if (subject.collection === 'patterns') return tier;
	return atLeast(subject.data.tier, tier) ? subject.data.tier : tier;
}

/** Kinds of evidence that a control asks for at a tier. */
function kindsAsked(control: string, tier: Tier, { controls }: Catalogue): Set<EvidenceKind> {
	const asked = controls.get(control)?.data.evidence ?? [];
	const here = asked.filter(({ from }) => atLeast(tier, from));
	// A control that asks for nothing at this tier is proven by what it asks of stricter tiers.
	return new Set((here.length > 0 ? here : asked).map(({ kind }) => kind));
}

/** Controls whose tests passed in a starter or a copy of it, with the very files of today. */
function builtControls(subject: Subject, catalogue: Catalogue): [control: string, Kept][] {
	return recordsOf(subject, 'build', catalogue)
		.filter((kept) => counts(kept, subject, catalogue))
		.map((kept) => [kept.record.control, kept]);
}

/** Every record that counts today and can prove a control, oldest first. */
function candidatesOf(
	subject: Subject,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): Map<string, Candidate[]> {
	const found = new Map<string, Candidate[]>();
	const add = (control: string, candidate: Candidate) => {
		const list = found.get(control) ?? [];
		found.set(control, list);
		list.push(candidate);
	};
	for (const one of new Set([subject, ...inherited(subject, pattern, catalogue)])) {
		for (const kept of recordsOf(one, 'evidence', catalogue)) {
			if (!counts(kept, one, catalogue)) continue;
			add(kept.record.control, { kept, kind: kept.record.evidence, failed: false });
		}
		for (const kept of recordsOf(one, 'drill', catalogue)) {
			if (!counts(kept, one, catalogue)) continue;
			const failed = kept.record.result === 'failed';
			for (const control of kept.record.controls)
				add(control, { kept, kind: 'drill-record', failed });
		}
		const run = countingRun(one, catalogue);
		const { limits } = pattern.data.evaluation;
		if (run && runVerdict(resultsOf(run.record, limits), limits) === 'met') {
			for (const control of catalogue.policy.proof.evaluation)
				add(control, { kept: run, kind: 'test-report', failed: false });
		}
		const trained = trainingProof(one, pattern, catalogue);
		for (const control of trained ? catalogue.policy.proof.training : [])
			if (trained) add(control, { kept: trained, kind: 'training-record', failed: false });
	}
	for (const list of found.values())
		list.sort((a, b) => (a.kept.record.on < b.kept.record.on ? -1 : 1));
	return found;
}

/** Proof of the pattern counts for a use of exactly that version of it. */
function inherited(
	subject: Subject,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): Entry<'patterns'>[] {
	if (subject.collection === 'patterns') return [];
	return runsPattern(subject, pattern, catalogue) ? [pattern] : [];
}

/** The training of a role that counts: everybody finished, and every topic was covered. */
export function trainingOf(
	subject: Subject,
	role: string,
	catalogue: Catalogue,
): Kept<RecordOf<'training'>> | undefined {
	return recordsOf(subject, 'training', catalogue)
		.filter((kept) => kept.record.role === role && counts(kept, subject, catalogue))
		.at(-1);
}

/** Topics a training left open, and people who have not finished. */
export function trainingGap(
	{ covers, trained, people }: RecordOf<'training'>,
	{ policy }: Pick<Catalogue, 'policy'>,
): { topics: typeof policy.training; people: number } {
	return {
		topics: policy.training.filter((topic) => !covers.includes(topic)),
		people: people - trained,
	};
}

/** The oldest training by which every role is trained; undefined while one is not. */
function trainingProof(
	subject: Subject,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): Kept | undefined {
	const all = pattern.data.people.map(({ role }) => trainingOf(subject, role, catalogue));
	const done = all.filter((kept) => {
		if (!kept) return false;
		const { topics, people } = trainingGap(kept.record, catalogue);
		return topics.length === 0 && people === 0;
	});
	if (done.length < all.length) return undefined;
	return done.sort((a, b) => ((a?.record.on ?? '') < (b?.record.on ?? '') ? -1 : 1))[0];
}

/** How many required controls are in each state. The sum is the number required. */
export function proofCounts(
	subject: Subject,
	catalogue: Catalogue,
): Record<ProofState, number> & { required: number } {
	const count = { required: 0, planned: 0, built: 0, proven: 0, lapsed: 0, waived: 0 };
	for (const { state, required } of proofsOf(subject, catalogue).values()) {
		if (!required) continue;
		count.required += 1;
		count[state] += 1;
	}
	return count;
}
