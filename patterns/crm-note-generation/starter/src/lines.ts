/**
 * A drafted note as lines that a person decides on, and the note those decisions make. Nothing here
 * asks or writes.
 */

import type { Account } from './account.ts';
import { isDay } from './clock.ts';
import type { Draft } from './draft.ts';
import { Refusal } from './refusal.ts';
import type { Missed, Support, Verdict } from './support.ts';

export type Kind = 'outcome' | 'opportunity' | 'fact' | 'ours' | 'theirs' | 'summary';

/**
 * What a person can do with a line. A reason helps to improve the prompt and is never asked for.
 */
export type Decision =
	| { word: 'keep' }
	| { word: 'drop'; reason?: string }
	| { word: 'rewrite'; text: string; due?: string; reason?: string };

export interface Line {
	id: string;
	kind: Kind;
	text: string;
	due?: string | undefined;
	/** Words of the text that support it. Outcome, opportunity and summary have none. */
	quote: string;
	verdict: Verdict | undefined;
	/** Why somebody must decide on this line before the note can be accepted. */
	flag: string | undefined;
	/** A promise the draft left out. It is in the note only if somebody adds it. */
	missed: boolean;
	decision: Decision | undefined;
}

/** The six fields of the CRM. */
export interface Note {
	note_summary: string;
	note_outcome: string;
	note_facts: string[];
	note_commitments: string[];
	note_opportunity: string | null;
	note_trace_id: string;
}

const plain = {
	quote: '',
	verdict: undefined,
	flag: undefined,
	missed: false,
	decision: undefined,
};

/** Facts and commitments with the ids the support check knows them by. */
export function quotedLines({ facts, commitments }: Draft): Line[] {
	return [
		...facts.map(({ statement, quote }, index): Line => {
			return { ...plain, id: `f${index + 1}`, kind: 'fact', text: statement, quote };
		}),
		...commitments.map(({ side, what, due, quote }, index): Line => {
			const kind = side === 'ours' ? 'ours' : 'theirs';
			return { ...plain, id: `c${index + 1}`, kind, text: what, due, quote };
		}),
	];
}

/** All lines of a draft, flagged if the support check or the text itself gives a reason. */
export function reviewLines(draft: Draft, quoted: readonly Line[], support: Support): Line[] {
	const judged = quoted.map((line): Line => {
		const verdict = support.verdicts.get(line.id) ?? 'unchecked';
		return { ...line, verdict, flag: verdict === 'supported' ? undefined : verdict };
	});
	const missed = support.missed.map(
		({ side, what, quote }: Missed, index): Line => ({
			...plain,
			id: `m${index + 1}`,
			kind: side,
			text: what,
			quote,
			flag: 'left out of the draft',
			missed: true,
		}),
	);
	const all: Line[] = [
		{ ...plain, id: 'outcome', kind: 'outcome', text: draft.outcome },
		{ ...plain, id: 'opportunity', kind: 'opportunity', text: draft.opportunityId ?? '' },
		...judged,
		...missed,
		{ ...plain, id: 'summary', kind: 'summary', text: draft.summary },
	];
	if (!draft.instructionsInText) return all;
	return all.map((line) => ({ ...line, flag: line.flag ?? 'the text addresses a machine' }));
}

/** The lines after one decision. What a dropped line said may still be in the summary. */
export function decided(lines: readonly Line[], id: string, decision: Decision): Line[] {
	const changesWords = decision.word !== 'keep';
	return lines.map((line) => {
		if (line.id === id) return { ...line, decision };
		if (line.kind !== 'summary' || !changesWords || line.decision) return line;
		return { ...line, flag: line.flag ?? `${id} was changed` };
	});
}

/** @throws Refusal for a value that is not on the form. */
export function assertFits(line: Line, decision: Decision, account: Account): void {
	if (decision.word !== 'rewrite') return;
	const lists: Partial<Record<Kind, readonly string[]>> = {
		outcome: account.outcomes,
		opportunity: ['', ...account.openOpportunities.map(({ id }) => id)],
	};
	const list = lists[line.kind];
	const isOff = (list && !list.includes(decision.text)) || (decision.due && !isDay(decision.due));
	if (!isOff) return;
	throw new Refusal('output-validation', 'not-in-form', `${line.id} needs a value from the form.`);
}

export const undecided = (lines: readonly Line[]): Line[] =>
	lines.filter(({ flag, decision }) => flag !== undefined && decision === undefined);

/** The line as it is in the note, or undefined if it is not in it. */
export function keptLine(line: Line): Line | undefined {
	const { decision, missed } = line;
	if (decision?.word === 'drop' || (missed && decision === undefined)) return undefined;
	if (decision?.word !== 'rewrite') return line;
	return { ...line, text: decision.text, due: decision.due };
}

/** The note that would be saved if it were accepted now. */
export function noteOf(lines: readonly Line[], trace: string): Note {
	const kept = lines.flatMap((line) => keptLine(line) ?? []);
	const only = (kind: Kind) => kept.find((line) => line.kind === kind)?.text ?? '';
	const sides = kept.filter(({ kind }) => kind === 'ours' || kind === 'theirs');
	return {
		note_summary: only('summary'),
		note_outcome: only('outcome') || 'unclear',
		note_facts: kept.filter(({ kind }) => kind === 'fact').map(({ text }) => text),
		note_commitments: sides.map(statementOf),
		note_opportunity: only('opportunity') || null,
		note_trace_id: trace,
	};
}

/**
 * A line as one sentence, with side and day where it is a promise.
 *
 * @example
 * statementOf({ kind: 'ours', text: 'send the kit', due: '2026-11-18' }) // => 'Ours: send the kit, due 2026-11-18.'
 */
export function statementOf({ kind, text, due }: Pick<Line, 'kind' | 'text' | 'due'>): string {
	if (kind !== 'ours' && kind !== 'theirs') return text;
	const side = kind === 'ours' ? 'Ours' : 'Theirs';
	return `${side}: ${text.replace(/\.$/, '')}${due ? `, due ${due}` : ''}.`;
}
