/** One limit over the runs of an evaluation, as it is drawn. */
import type { LimitVerdict } from '#schemas/vocabularies.ts';
import type { Range } from '../judge/target.ts';

export interface TrendPoint {
	run: number;
	day: string;
	value: number;
	low: number;
	high: number;
	verdict: LimitVerdict;
	/** The page is about this run. */
	here: boolean;
}

export interface Trend {
	/** What is drawn. */
	title: string;
	limit: string;
	symbol: string;
	range: Range;
	points: readonly TrendPoint[];
}
