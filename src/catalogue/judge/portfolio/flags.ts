/** Red flags: what somebody must act on, in a use or across all of them. Worked out, never typed. */
import type { RedFlag } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { addMonths, daysBetween } from '../../words/calendar.ts';
import { stateOf } from '../approval/state.ts';
import { counts } from '../records/binding.ts';
import { patternBehind, recordsOf } from '../records/kept.ts';
import { headlineOf, measureVerdict } from '../records/measures.ts';
import { type ControlProof, proofsOf, subjectTier } from '../records/proof.ts';
import { hasReached } from '../tier.ts';
import { gateOf } from '../use/gates.ts';
import { dutiesOf, openIncidents } from '../use/incidents.ts';
import { isInUse } from '../use/live.ts';
import { isLive } from '../waivers.ts';

type UseCase = Entry<'use-cases'>;

/** Who closes a flag: a team by its id, or a role in words. */
export type Closer = { team: string } | { role: string };

export interface Flag {
	kind: RedFlag;
	/** The use it is about; undefined for a flag of the whole portfolio. */
	use: UseCase | undefined;
	/** The one thing it is about: a control, an incident, a model, a file, a criterion. */
	about: { collection: 'controls' | 'incidents' | 'models'; id: string } | string | undefined;
	/** Since when, where a day is known. */
	since: string | undefined;
	/** What the author planned to do about it, where they wrote it down. */
	plan: string | undefined;
	who: Closer;
	/** The day by which it must be closed, where there is one. */
	by: string | undefined;
}

const SERIOUS: ReadonlySet<RedFlag> = new Set([
	'incident-open',
	'report-late',
	'control-missing',
	'not-approved',
	'gate-missed',
	'pilot-over',
]);

/** Whether a flag means that people may be harmed or that a rule is broken today. */
export const isBad = ({ kind }: Pick<Flag, 'kind'>): boolean => SERIOUS.has(kind);

type Look = (use: UseCase, catalogue: Catalogue) => Iterable<Omit<Flag, 'use'>>;

/** Every red flag of a use, in the order of the vocabulary: the most serious first. */
export function flagsOf(use: UseCase, catalogue: Catalogue): Flag[] {
	const looks: readonly Look[] = [
		incidents,
		controls,
		approval,
		gates,
		pilot,
		mainMeasure,
		runningCopy,
		waivers,
		model,
		review,
	];
	return looks.flatMap((look) => [...look(use, catalogue)].map((flag) => ({ ...flag, use })));
}

const owner = ({ data }: UseCase): Closer => ({ team: data.owner });

function* incidents(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	for (const { entry } of openIncidents(use, catalogue)) {
		const { data } = entry;
		const about = { collection: 'incidents', id: entry.id } as const;
		const open = data.actions.filter(({ done }) => done === undefined);
		yield {
			kind: 'incident-open',
			about,
			since: data.noticed.at.slice(0, 10),
			plan: open[0]?.what,
			who: { role: data.responds },
			by: open
				.map(({ by }) => by)
				.sort(compare)
				.at(-1),
		};
		for (const { duty, due, state } of dutiesOf(data, catalogue)) {
			if (state !== 'late' && state !== 'unanswered') continue;
			yield {
				kind: 'report-late',
				about,
				since: due?.slice(0, 10),
				plan: duty,
				who: { role: data.responds },
				by: due?.slice(0, 10),
			};
		}
	}
}

/**
 * Whether a use must show today that its controls work. A pilot may still build what production
 * requires; its gate to production asks for the rest.
 */
export const mustProve = ({ data: { state, stage } }: UseCase, { policy }: Catalogue): boolean =>
	state !== 'paused' && hasReached(stage, policy.evidenceFrom.controls);

function* controls(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	const { today } = catalogue;
	const { plans } = use.data;
	if (!mustProve(use, catalogue)) return;
	for (const proof of proofsOf(use, catalogue).values()) {
		const plan = plans.find(({ control }) => control === proof.control);
		const kind = controlFlag(proof, plan !== undefined && plan.by >= today);
		if (!kind) continue;
		yield {
			kind,
			about: { collection: 'controls', id: proof.control },
			since: proof.goodUntil,
			plan: plan?.next,
			who: plan ? { role: plan.who } : owner(use),
			by: plan?.by,
		};
	}
}

function controlFlag({ required, state }: ControlProof, planned: boolean): RedFlag | undefined {
	if (!required) return undefined;
	if (state === 'planned') return 'control-missing';
	if (state === 'lapsed') return 'proof-lapsed';
	return state === 'built' && !planned ? 'not-proven' : undefined;
}

function* approval(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	if (!isInUse(use, catalogue.today)) return;
	const state = stateOf(use, catalogue);
	if (state === 'approved' || state === 'overdue' || state === 'deprecated') return;
	yield {
		kind: 'not-approved',
		about: state,
		since: use.data.liveSince,
		plan: undefined,
		who: { team: use.data.decisionRights.approvesUseCase },
		by: undefined,
	};
}

function* gates(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	for (const { stage, entered } of use.data.stages) {
		if (entered > catalogue.today) continue;
		for (const { criterion, met } of gateOf(use, stage, catalogue)) {
			if (met) continue;
			yield {
				kind: 'gate-missed',
				about: criterion,
				since: entered,
				plan: undefined,
				who: owner(use),
				by: undefined,
			};
		}
	}
}

function* pilot({ data }: UseCase, { today }: Catalogue): Generator<Omit<Flag, 'use'>> {
	if (data.state !== 'pilot' || !data.pilot || data.pilot.ends >= today) return;
	yield {
		kind: 'pilot-over',
		about: undefined,
		since: data.pilot.ends,
		plan: undefined,
		who: { role: data.businessOwner },
		by: data.pilot.ends,
	};
}

function* mainMeasure(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	const { data } = use;
	if (data.state === 'paused') return;
	const measure = headlineOf(use);
	const verdict = measureVerdict(use, measure, catalogue);
	if (verdict !== 'off-target' && verdict !== 'not-measured') return;
	yield {
		kind: verdict,
		about: undefined,
		since: verdict === 'not-measured' ? data.liveSince : undefined,
		plan: undefined,
		who: { role: verdict === 'off-target' ? data.businessOwner : measure.owner },
		by: verdict === 'not-measured' ? measure.firstValueDue : undefined,
	};
}

/** The newest check of the running copy that is about this content. */
export function lastCheck(use: UseCase, catalogue: Catalogue) {
	return recordsOf(use, 'check', catalogue)
		.filter((kept) => counts(kept, use, catalogue))
		.at(-1);
}

function* runningCopy(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	for (const { name, verdict, changedOn } of lastCheck(use, catalogue)?.record.parts ?? []) {
		if (verdict !== 'drift') continue;
		yield {
			kind: 'drift',
			about: name,
			since: changedOn,
			plan: undefined,
			who: owner(use),
			by: undefined,
		};
	}
}

function* waivers(use: UseCase, { today, policy }: Catalogue): Generator<Omit<Flag, 'use'>> {
	for (const waiver of use.data.waivers) {
		const { expires, granted } = waiver;
		if (!isLive(waiver, today) || daysBetween(today, expires) > policy.flags.waiverDays) continue;
		yield {
			kind: 'waiver-ends',
			about: 'control' in waiver ? { collection: 'controls', id: waiver.control } : waiver.rule,
			since: granted,
			plan: undefined,
			who: owner(use),
			by: expires,
		};
	}
}

function* model(use: UseCase, { models, policy, today }: Catalogue): Generator<Omit<Flag, 'use'>> {
	const entry = models.get(use.data.model.model);
	// A use that calls another version than the alias points to has an end that we do not know.
	if (!entry || entry.data.pinnedVersion !== use.data.model.pin) return;
	if (daysBetween(today, entry.data.retires) > policy.flags.modelDays) return;
	yield {
		kind: 'model-retires',
		about: { collection: 'models', id: entry.id },
		since: undefined,
		plan: undefined,
		who: owner(use),
		by: entry.data.retires,
	};
}

/** The day by which a use must be reviewed. */
export function reviewDueOf(use: UseCase, catalogue: Catalogue): string {
	const pattern = patternBehind(use, catalogue);
	const tier = pattern ? subjectTier(use, pattern, catalogue) : use.data.tier;
	return addMonths(use.data.reviewed, catalogue.policy.reviewMonths[tier]);
}

function* review(use: UseCase, catalogue: Catalogue): Generator<Omit<Flag, 'use'>> {
	const due = reviewDueOf(use, catalogue);
	if (due >= catalogue.today) return;
	yield {
		kind: 'review-overdue',
		about: undefined,
		since: due,
		plan: undefined,
		who: owner(use),
		by: due,
	};
}
