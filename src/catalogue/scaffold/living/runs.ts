/** Counts of an evaluation run that fit the limits of a pattern, whatever the limits are today. */
import type { Pattern } from '#schemas/pattern.ts';
import type { EvaluationCount } from '#schemas/records/evaluation.ts';
import type { EvaluationDimension } from '#schemas/vocabularies.ts';
import { verdictOf, wilson } from '../../judge/statistics/interval.ts';
import { type Range, rangeOf } from '../../judge/target.ts';

type Limit = Pattern['evaluation']['limits'][number];

/** Cases of a limit that does not say how many it is tested on. */
const CASES = 420;

/** The counts of a run over all cases; the dimension that fails misses its limit clearly. */
export function countsFor(
	limits: readonly Limit[],
	fails?: EvaluationDimension,
): EvaluationCount[] {
	return limits.flatMap((limit): EvaluationCount[] => {
		const range = rangeOf(limit.limit, undefined, 'range');
		if (!range) return [];
		const same = limits.filter(({ dimension }) => dimension === limit.dimension);
		const about = {
			dimension: limit.dimension,
			...(same.length > 1 && { measure: limit.measure }),
		};
		const n = limit.cases ?? CASES;
		const wanted = limit.dimension === fails ? 'not-met' : 'met';
		if (limit.unit !== '%') return [{ ...about, ...scoreFor(range, wanted), n }];
		return [{ ...about, k: hitsFor(range, n, wanted), n }];
	});
}

/** The number of hits next to what the limit asks for that gives the verdict, or the best there is. */
function hitsFor(range: Range, n: number, wanted: 'met' | 'not-met'): number {
	const { from = 0, to = 100 } = range;
	const best = from <= 0 ? 0 : to >= 100 ? n : Math.round((((from + to) / 2) * n) / 100);
	const verdictAt = (k: number) => {
		const { low, high } = wilson(k, n);
		return verdictOf({ low: low * 100, high: high * 100 }, range);
	};
	const edge = Math.round(((from <= 0 ? to : from) * n) / 100);
	const step = Math.sign(edge - best) * (wanted === 'met' ? -1 : 1);
	if (step === 0) return best;
	for (let k = edge; k >= 0 && k <= n; k += step) if (verdictAt(k) === wanted) return k;
	return best;
}

function scoreFor({ from, to }: Range, wanted: 'met' | 'not-met') {
	const bound = from ?? to ?? 0;
	const better = (from === undefined ? -1 : 1) * (wanted === 'met' ? 1 : -1);
	return { mean: Number((bound + better * 0.05).toFixed(3)), deviation: 0.12 };
}

/** Share of the cases, and of the misses, that each language has: the last one does worst. */
const SHARES = [
	{ cases: 0.63, misses: 0.4 },
	{ cases: 0.21, misses: 0.25 },
] as const;

/** The counts of task success by language. They add up to the count over all cases. */
export function byLanguage(
	counts: readonly EvaluationCount[],
	languages: readonly string[],
): EvaluationCount[] {
	const all = counts.find(({ dimension }) => dimension === 'task-success');
	if (!all || !('k' in all)) return [];
	let [cases, misses] = [all.n, all.n - all.k];
	return languages.map((is, at) => {
		const share = at < languages.length - 1 ? SHARES[at] : undefined;
		const n = share ? Math.round(all.n * share.cases) : cases;
		const missed = share ? Math.round((all.n - all.k) * share.misses) : misses;
		[cases, misses] = [cases - n, misses - missed];
		return { ...all, group: { by: 'language', is }, k: n - missed, n };
	});
}
