/** What a run found, as its page reads it, and the words for one result of it. */
import type { Pattern } from '#schemas/pattern.ts';
import { evaluationDimension, type LimitVerdict } from '#schemas/vocabularies.ts';
import type { LimitResult } from '../../judge/records/evaluation.ts';
import type { Subject } from '../../judge/records/kept.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { formatNumber } from '../../words/number.ts';
import type { Run } from './trend.ts';

export type Limit = Pattern['evaluation']['limits'][number];

/** A run with what it is measured against. */
export interface Found {
	run: Run;
	subject: Subject;
	limits: readonly Limit[];
	results: readonly LimitResult[];
	catalogue: Catalogue;
}

export const count = (results: readonly LimitResult[], verdict: LimitVerdict) =>
	results.filter((one) => one.verdict === verdict).length;

/** What a limit is about, with the group where there is one. */
export const nameOf = ({ limit, count: { group } }: LimitResult): string =>
	`${evaluationDimension.label(limit.dimension)}${group ? `, ${group.by} ${group.is}` : ''}`;

export const casesWords = ({ count: one }: LimitResult): string =>
	'k' in one ? `${formatNumber(one.k)} of ${formatNumber(one.n)}` : `${formatNumber(one.n)} scored`;
