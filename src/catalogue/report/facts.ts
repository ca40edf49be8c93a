/** What a reader must know of an entry that is new, or of one that is gone. */
import { collections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { summaryOf } from '../model/entry.ts';
import { isOf } from '../model/is-of.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { newPatternFacts } from './pattern-changes.ts';
import type { EntryReport } from './report.ts';

/** What a new entry is. */
export function newFacts(entry: Entry, head: Catalogue): string[] {
	const summary = summaryOf(entry);
	const cases = entry.collection === 'prompts' ? head.cases.get(entry.id)?.data.cases : undefined;
	return [
		...(summary ? [summary] : []),
		...(isOf('patterns', entry) ? newPatternFacts(entry, head) : []),
		...(cases ? [`With ${countOf(cases.length, 'case')}`] : []),
	];
}

/** Why an entry is gone, if its tombstone says so. */
export function goneFacts(entry: Entry, head: Catalogue): Pick<EntryReport, 'kind' | 'facts'> {
	const stone = head.withdrawn.get(`${entry.collection}.${entry.id}`)?.data;
	if (!stone) {
		const needs = collections[entry.collection].pages;
		const fact = 'No page in content/withdrawn/ says why, so links to its page break';
		return { kind: 'removed', facts: needs ? [fact] : [] };
	}
	const next = stone.successor ? `Move to ${stone.successor}` : 'There is no successor';
	const facts = [`Withdrawn on ${longDay(stone.withdrawn)}: ${stone.because}`, next];
	return { kind: 'withdrawn', facts };
}
