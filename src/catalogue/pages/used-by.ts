/** Use cases that stand on a pattern: what is live, where, within which bounds, measured how. */

import { stageNames } from '#schemas/stage-names.ts';
import type { UseCase } from '#schemas/use-case.ts';
import { dataClass, stage } from '#schemas/vocabularies.ts';
import { seriesOf } from '../judge/records/measures.ts';
import { isInUse, usesOf } from '../judge/use/live.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare } from '../model/finding.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { type EntryLink, FULL_ROWS, linkOf } from './citing.ts';
import { type Fact, type FactRow, nothing, words } from './fact.ts';

export const USED_BY_COLUMNS = [
	'Use case',
	'Status',
	'Tier',
	'Team',
	stageNames.use,
	'Data',
	'Differs in',
	'Newest measure',
] as const;

export interface UsedBy {
	total: number;
	live: number;
	/** One sentence for the head of the section. */
	answer: string;
	/** Live ones first, each with its facts in the order of the columns. */
	rows: FactRow[];
	/** Beyond the first thirty: names only. */
	rest: EntryLink[];
}

/**
 * The use cases of a pattern; the section "Used by" of its page shows them.
 *
 * @example
 * usedBy(pattern, catalogue).answer // => '2 use cases, 1 of them live.'
 */
export function usedBy(pattern: Entry<'patterns'>, catalogue: Catalogue): UsedBy {
	const isLive = (entry: Entry<'use-cases'>) => isInUse(entry, catalogue.today);
	const found = [...usesOf(pattern.id, catalogue)].sort(
		(a, b) => Number(isLive(b)) - Number(isLive(a)) || compare(a.data.title, b.data.title),
	);
	const live = found.filter(isLive).length;
	return {
		total: found.length,
		live,
		answer: answerOf(found.length, live),
		rows: found.slice(0, FULL_ROWS).map((entry) => ({
			...linkOf(entry),
			id: entry.id,
			facts: factsOf(entry, catalogue),
		})),
		rest: found.slice(FULL_ROWS).map(linkOf),
	};
}

function answerOf(total: number, live: number): string {
	if (total === 0) return 'No use cases yet.';
	const count = countOf(total, 'use case', 'use cases');
	if (live === total) return `${count}, ${total === 1 ? 'and it is' : 'all'} live.`;
	return `${count}, ${live === 0 ? 'none' : live} of them live.`;
}

function factsOf(entry: Entry<'use-cases'>, catalogue: Catalogue): Fact[] {
	const { data } = entry;
	const { status, tier, owner, variations } = data;
	return [
		{ text: '', status },
		{ text: '', tier },
		words(teamOf(owner, catalogue).name),
		stageFact(data),
		words(dataClass.label(data.data)),
		variations.length === 0
			? nothing('Nothing')
			: words(variations.map(({ what }) => what).join(' ')),
		newestMeasure(entry, catalogue),
	];
}

/** How far a use case has come, and since when it is live. */
export function stageFact(data: Pick<UseCase, 'stage' | 'liveSince'>): Fact {
	const { liveSince } = data;
	return {
		text: stage.label(data.stage),
		...(liveSince ? { sub: `Went live ${shortDay(liveSince)}` } : {}),
	};
}

/** The measure that was read last, with its day. */
function newestMeasure(useCase: Entry<'use-cases'>, catalogue: Catalogue): Fact {
	const [newest] = useCase.data.measures
		.flatMap((measure) => seriesOf(useCase, measure, catalogue, 0).latest?.record ?? [])
		.sort((a, b) => compare(b.on, a.on));
	if (!newest) return nothing('Not yet measured');
	const metric = catalogue.metrics.get(newest.metric)?.data;
	return {
		text: `${metric?.title ?? newest.metric}: ${withSymbol(newest.value, metric?.symbol)}`,
		sub: shortDay(newest.on),
	};
}
