/** What a new pattern measures and tests: all five dimensions, and the limits of a release. */
import {
	type EvaluationDimension,
	evaluationDimension,
	metricDimension,
	type Tier,
} from '#schemas/vocabularies.ts';
import { boundsOf } from '../judge/bounds.ts';
import { goodIn } from '../judge/target.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fill } from '../model/marker.ts';
import { explained, provisional, type Sketch } from './sketch.ts';
import { mostOf, type PatternWish } from './wish.ts';

type Wanted = Pick<PatternWish, 'problem' | 'outcome' | 'exposure'>;

/** Whether the policy asks for the measures of sensitive use. */
const isSensitive = ({ exposure }: Wanted, tier: Tier) =>
	tier === 'high' || exposure.decidesAboutPerson;

/** The core metrics, those for sensitive use, and one more for each dimension that is left. */
export function metricsFor(wish: Wanted, tier: Tier, catalogue: Catalogue): Entry<'metrics'>[] {
	const { metrics, policy } = catalogue;
	const ids = [...policy.coreMetrics];
	if (isSensitive(wish, tier)) ids.push(...policy.evaluation.sensitiveMetrics);
	const chosen = new Set(ids.flatMap((id) => metrics.get(id) ?? []));
	for (const dimension of metricDimension.values) {
		if ([...chosen].some(({ data }) => data.dimension === dimension)) continue;
		const usual = usualMetric(dimension, wish, catalogue);
		if (usual) chosen.add(usual);
	}
	return [...chosen];
}

/** What patterns for the same problem or outcome measure in a dimension, else the first there is. */
function usualMetric(
	dimension: Entry<'metrics'>['data']['dimension'],
	{ problem, outcome }: Wanted,
	{ patterns, metrics }: Catalogue,
): Entry<'metrics'> | undefined {
	const ofDimension = [...metrics.values()].filter(({ data }) => data.dimension === dimension);
	const counts = new Map<Entry<'metrics'>, number>();
	for (const { data } of patterns.values()) {
		const weight = (data.problem === problem ? 3 : 0) + (data.outcome === outcome ? 2 : 0) + 1;
		for (const { metric } of data.metrics) {
			const entry = metrics.get(metric);
			if (entry && ofDimension.includes(entry))
				counts.set(entry, (counts.get(entry) ?? 0) + weight);
		}
	}
	return mostOf(counts) ?? ofDimension[0];
}

/** What its page calls good, else the strictest its unit has: one that is overlooked lets nothing by. */
function startOf({ unit, direction }: Entry<'metrics'>['data'], good: string | undefined): Sketch {
	const { from, to } = goodIn(good ?? '') ?? {};
	const { min, max } = boundsOf(unit);
	const least = Number.isFinite(min) ? min : 0;
	if (direction === 'higher') return { atLeast: from ?? (Number.isFinite(max) ? max : least + 1) };
	if (direction === 'lower') return { atMost: to ?? least };
	return from === undefined || to === undefined ? { from: least, to: least + 1 } : { from, to };
}

/** What the page of a metric says is good for a pilot, as which everything starts. */
const goodOf = ({ thresholds }: Entry<'metrics'>['data']) =>
	thresholds.find(({ stage }) => stage === 'pilot') ?? thresholds[0];

/** A first target, in the direction of its metric. */
export const sketchTarget = ({ data }: Entry<'metrics'>): Sketch =>
	provisional(startOf(data, goodOf(data)?.good), `the target in ${data.unit}`);

/** A metric as it stands in a pattern, with its formula above it. */
export function sketchMetric(entry: Entry<'metrics'>): Sketch {
	const { id, data } = entry;
	const good = goodOf(data);
	const example = good ? ` At ${good.stage}: ${good.good}` : '';
	return explained(
		{
			metric: id,
			target: sketchTarget(entry),
			source: fill(`Report or query that the value is read from. Usual: ${data.source}`, 120),
			owner:
				data.dimension === 'business-impact' ? fill('Role that is responsible for it') : undefined,
		},
		`${data.title}, ${metricDimension.label(data.dimension).toLowerCase()}. ${data.formula}${example}`,
	);
}

/** What a release is tested for: what the policy asks of all, and of sensitive use. */
export function testedDimensions(
	wish: Wanted,
	tier: Tier,
	{ policy }: Catalogue,
): EvaluationDimension[] {
	const { always, sensitive } = policy.evaluation;
	const dimensions = new Set([...always, ...(isSensitive(wish, tier) ? sensitive : [])]);
	// The schema asks for five at least, whatever the policy says.
	for (const dimension of evaluationDimension.values) {
		if (dimensions.size < 5) dimensions.add(dimension);
	}
	return [...dimensions];
}

/** How it is tested before each release. */
export function sketchEvaluation(wish: Wanted, tier: Tier, catalogue: Catalogue): Sketch {
	return {
		dataset: fill(
			'What is in the labelled set, how large it is, how it is renewed and who labels it',
		),
		limits: testedDimensions(wish, tier, catalogue).map(sketchLimit),
		knownFailures: [],
	};
}

/** A release limit as it stands in a pattern, with what the dimension means above it. */
export function sketchLimit(dimension: EvaluationDimension): Sketch {
	return explained(
		{
			dimension,
			measure: fill('What is counted'),
			unit: '%',
			limit: provisional(LIMITS.get(dimension) ?? { atLeast: 95 }, 'the release limit'),
			cases: provisional(300, 'cases that the limit is tested on'),
		},
		`${evaluationDimension.label(dimension)}: ${evaluationDimension.terms[dimension].meaning}`,
	);
}

/** Of these less is better, or neither too much nor too little. What 300 cases can decide. */
const LIMITS = new Map<EvaluationDimension, Sketch>([
	['false-positives', { atMost: 5 }],
	['false-negatives', { atMost: 5 }],
	['abstention', { from: 5, to: 20 }],
]);
