/** Whether a release limit asks for the good direction of what it judges. */
import type { Target } from '#schemas/measure.ts';
import type { EvaluationDimension } from '#schemas/vocabularies.ts';
import { type Bounds, reversed, type TargetProblem, targetProblem } from './bounds.ts';

/** Dimensions of errors; more of them is never better. */
const ERRORS: ReadonlySet<EvaluationDimension> = new Set(['false-positives', 'false-negatives']);
/** Dimensions of quality. One of their measures may count failures, but then few are allowed. */
const QUALITIES: ReadonlySet<EvaluationDimension> = new Set([
	'factuality',
	'relevance',
	'safety',
	'tone',
	'task-success',
]);
/** Above it, "at most" lets most cases fail. */
const HALF = 50;

/**
 * What is wrong with a release limit: it decides nothing, or it is the wrong way round; undefined
 * if it is right.
 */
export function limitProblem(
	dimension: EvaluationDimension,
	limit: Target,
	bounds: Bounds,
): TargetProblem | undefined {
	const problem = targetProblem(limit, bounds);
	if (problem) return problem;
	if (ERRORS.has(dimension) && 'atLeast' in limit) {
		return reversed(`at least ${limit.atLeast}`, 'lower');
	}
	if (!QUALITIES.has(dimension)) return undefined;
	if ('atMost' in limit && bounds.max === 100 && limit.atMost >= HALF) {
		return reversed(`at most ${limit.atMost}`, 'higher');
	}
	return fractionProblem(limit, bounds);
}

/** A share that was written as a fraction: at least 0.9% lets everything pass. */
export function fractionProblem(target: Target, { max }: Bounds): TargetProblem | undefined {
	if (!('atLeast' in target) || max !== 100 || target.atLeast > 1) return undefined;
	return {
		message: `the limit "at least ${target.atLeast}%" lets almost everything pass.`,
		fix: `Write it as a percentage, such as ${Math.round(target.atLeast * 1000) / 10}.`,
	};
}
