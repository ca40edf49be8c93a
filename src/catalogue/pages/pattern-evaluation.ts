/** Evaluation: the release limits, what the last run gave, and the test cases that exist. */
import type { Pattern } from '#schemas/pattern.ts';
import { type CaseKind, caseKind, evaluationDimension } from '#schemas/vocabularies.ts';
import { holds, rangeOf } from '../judge/target.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { capital } from '../words/phrase.ts';
import { targetWords } from '../words/target.ts';

export interface LimitRow {
	title: string;
	measure: string;
	limit: string;
	result: string | undefined;
	state: 'passed' | 'failed' | undefined;
}

/** Number of cases of each kind, kinds without one included. */
export interface CaseCount {
	kind: CaseKind;
	label: string;
	count: number;
}

export interface Evaluation {
	rows: LimitRow[];
	answer: string;
	/** Short form, for the list at the head of the page. */
	glance: string;
	state: 'passed' | 'failed' | undefined;
}

type Data = Pattern['evaluation'];

/** Limits with the results of the last run beside them. */
export function evaluationOf({ data }: Entry<'patterns'>): Evaluation {
	const { limits, lastRun } = data.evaluation;
	const rows = limits.map((limit) => rowOf(limit, lastRun));
	const stand = `${capital(countOf(limits.length, 'limit'))} ${limits.length === 1 ? 'stands' : 'stand'}.`;
	if (!lastRun) {
		const answer = `No run is recorded. ${stand}`;
		return { rows, answer, glance: answer, state: undefined };
	}
	const failed = rows.filter(({ state }) => state === 'failed').length;
	const glance = `${lastRun.passed} of ${lastRun.total} cases passed on ${longDay(lastRun.date)}`;
	const verdict =
		failed === 0 ? 'No limit is missed.' : `${capital(countOf(failed, 'limit'))} missed.`;
	const against = `${lastRun.model} ${lastRun.modelVersion}`;
	return {
		rows,
		answer: `${glance} against ${against}. ${verdict}`,
		glance: `${glance}.`,
		state: failed === 0 ? 'passed' : 'failed',
	};
}

function rowOf(limit: Data['limits'][number], lastRun: Data['lastRun']): LimitRow {
	const result = lastRun?.results.find(({ dimension }) => dimension === limit.dimension)?.value;
	const symbol = limit.unit === '%' ? '%' : '';
	const range = rangeOf(limit.limit, undefined, 'range');
	return {
		title: evaluationDimension.label(limit.dimension),
		measure: limit.unit === '%' ? limit.measure : `${limit.measure} (${limit.unit})`,
		limit: targetWords(limit.limit, symbol),
		result: result === undefined ? undefined : withSymbol(result, symbol),
		state: result !== undefined && range ? (holds(result, range) ? 'passed' : 'failed') : undefined,
	};
}

/** The cases of a prompt by kind. */
export function casesOf(prompt: string, { cases }: Pick<Catalogue, 'cases'>): CaseCount[] {
	const all = cases.get(prompt)?.data.cases ?? [];
	return caseKind.values.map((kind) => ({
		kind,
		label: caseKind.label(kind),
		count: all.filter((item) => item.kind === kind).length,
	}));
}

/**
 * Cases by kind in words.
 *
 * @example
 * caseWords([{ kind: 'golden', label: 'Golden', count: 5 }]) // => '5 golden'
 */
export function caseWords(counts: readonly CaseCount[]): string {
	return counts.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ');
}
