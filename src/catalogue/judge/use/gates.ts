/**
 * The gates of a use case: each criterion computed where the catalogue knows, else recorded by a
 * person. A gate is judged as of the day on which the use entered the stage.
 */
import type { Policy } from '#schemas/policy.ts';
import type { RecordOf } from '#schemas/record.ts';
import type { GateCheck, Stage } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { shortDay, shortMonth } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import { packOf } from '../evidence/pack.ts';
import { counts } from '../records/binding.ts';
import { asOf, type Kept, patternBehind, recordsOf } from '../records/kept.ts';
import { headlineOf, seriesOf } from '../records/measures.ts';
import { proofCounts, trainingGap, trainingOf } from '../records/proof.ts';
import { isLive } from '../waivers.ts';
import { openIncidents } from './incidents.ts';
import { liveUsesOf } from './live.ts';

type UseCase = Entry<'use-cases'>;
type Criterion = Policy['stages'][number]['gate'][number];

export interface CriterionResult {
	criterion: string;
	met: boolean;
	decided: 'computed' | 'recorded';
	/** What it follows from, in words; for a record, why. */
	from: string;
	/** Who decided, where a person did. */
	by: string | undefined;
	/** Day of the decision, or the day that was computed for. */
	on: string;
	record: Kept | undefined;
}

interface Computed {
	met: boolean;
	from: string;
}

type Check = (useCase: UseCase, atLeast: number, catalogue: Catalogue) => Computed;

const of = (done: number, all: number, what: string): Computed => ({
	met: done >= all,
	from: `${done} of ${all} ${what}`,
});

/** A number that may be greater than what is needed. */
const enough = (found: number, atLeast: number, what: string): Computed => ({
	met: found >= atLeast,
	from: `${countOf(found, what)}, ${formatNumber(atLeast)} needed`,
});

const checks: Record<GateCheck, Check> = {
	'exit-written': ({ data }) => ({
		met: data.pilot !== undefined,
		from: data.pilot
			? countOf(data.pilot.exit.length, 'exit criterion', 'exit criteria')
			: 'no exit criteria',
	}),
	'end-set': ({ data }) => ({
		met: data.pilot !== undefined,
		from: data.pilot ? `ends on ${shortDay(data.pilot.ends)}` : 'no end date',
	}),
	'tier-computed': (useCase, _, catalogue) => ({
		met: patternBehind(useCase, catalogue) !== undefined,
		from: `${useCase.data.tier}, from the answers of the pattern`,
	}),
	'baseline-measured': (useCase, _, catalogue) => {
		const { baseline } = seriesOf(useCase, headlineOf(useCase), catalogue, 0);
		return {
			met: baseline !== undefined,
			from: baseline
				? `baseline of ${shortMonth(baseline.record.period)}`
				: 'no baseline on record',
		};
	},
	'controls-proven': (useCase, _, catalogue) => {
		const { proven, waived, required } = proofCounts(useCase, catalogue);
		return of(proven + waived, required, 'controls');
	},
	'people-trained': (useCase, _, catalogue) => {
		const roles = patternBehind(useCase, catalogue)?.data.people ?? [];
		const trained = roles.filter(({ role }) => {
			const training = trainingOf(useCase, role, catalogue);
			if (!training) return false;
			const { topics, people } = trainingGap(training.record, catalogue);
			return topics.length === 0 && people === 0;
		});
		return of(trained.length, roles.length, 'roles');
	},
	'live-uses': ({ data }, atLeast, catalogue) =>
		enough(liveUsesOf(data.pattern, catalogue).length, atLeast, 'live use'),
	'evidence-complete': (useCase, _, catalogue) => {
		const pack = packOf(useCase, catalogue);
		return of(pack?.held ?? 0, pack?.items.length ?? 1, 'items');
	},
	'no-severe-incident': (useCase, _, catalogue) => {
		const open = openIncidents(useCase, catalogue).filter(({ stopsGates }) => stopsGates);
		return { met: open.length === 0, from: `${open.length} open` };
	},
	'teams-reuse': ({ data }, atLeast, catalogue) => {
		const unchanged = liveUsesOf(data.pattern, catalogue).filter(
			(use) => use.data.variations.length === 0,
		);
		return enough(new Set(unchanged.map((use) => use.data.owner)).size, atLeast, 'team');
	},
	'rules-enforced': (useCase, _, catalogue) => {
		const all = [
			...useCase.data.waivers,
			...(patternBehind(useCase, catalogue)?.data.waivers ?? []),
		];
		const waived = all.filter((one) => 'rule' in one && isLive(one, catalogue.today));
		return { met: waived.length === 0, from: `${countOf(waived.length, 'rule')} waived` };
	},
	'outcome-reported': (useCase, _, catalogue) => {
		const { latest } = seriesOf(useCase, headlineOf(useCase), catalogue, 0);
		return {
			met: latest !== undefined,
			from: latest ? `value of ${shortMonth(latest.record.period)}` : 'no value on record',
		};
	},
};

/** What the catalogue works out of one use today, as the gates do. */
export const computedOf = (check: GateCheck, useCase: UseCase, catalogue: Catalogue): Computed =>
	checks[check](useCase, 1, catalogue);

/** Every criterion of the gate to a stage, as of the day the use entered it, or today. */
export function gateOf(useCase: UseCase, stage: Stage, catalogue: Catalogue): CriterionResult[] {
	const entered = useCase.data.stages.find((one) => one.stage === stage)?.entered;
	const day = entered ?? catalogue.today;
	const then = asOf(catalogue, day);
	const gate = catalogue.policy.stages.find((one) => one.stage === stage)?.gate ?? [];
	return gate.map((criterion) => resultOf(useCase, stage, criterion, then));
}

function resultOf(
	useCase: UseCase,
	stage: Stage,
	{ criterion, check, atLeast = 1 }: Criterion,
	catalogue: Catalogue,
): CriterionResult {
	if (check) {
		const { met, from } = checks[check](useCase, atLeast, catalogue);
		const on = catalogue.today;
		return { criterion, met, decided: 'computed', from, by: undefined, on, record: undefined };
	}
	const record = decisionOn(useCase, stage, criterion, catalogue);
	return {
		criterion,
		met: record?.record.decided === 'met',
		decided: 'recorded',
		from: record?.record.because ?? 'no decision on record',
		by: record?.record.by,
		on: record?.record.on ?? catalogue.today,
		record,
	};
}

/** The newest decision about a criterion that still counts. */
function decisionOn(
	useCase: UseCase,
	stage: Stage,
	criterion: string,
	catalogue: Catalogue,
): Kept<RecordOf<'decision'>> | undefined {
	return recordsOf(useCase, 'decision', catalogue)
		.filter(({ record }) => record.about === 'gate' && record.stage === stage)
		.filter((kept) => kept.record.criterion === criterion && counts(kept, useCase, catalogue))
		.at(-1);
}
