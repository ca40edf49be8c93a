/**
 * The output check: schema, quotes word for word, owners who were present, and the day of each
 * action.
 */
import { wordsIn } from './controls/grounding-citations.ts';
import { isQuoteOf, validateOutput } from './controls/output-validation.ts';
import { dayGivenBy } from './dates.ts';
import { marksIn } from './names.ts';
import { fields, flag, list, optional, text } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

const quote = (value: unknown) => String(value);

/** An answer of the right form. Its lines are then checked one by one. */
const answerShape = fields({
	status: text,
	abstainReason: optional(text),
	decisions: list(fields({ decision: text, quote })),
	actions: list(
		fields({
			action: text,
			owner: optional(text),
			ownerGap: optional(text),
			dueWords: optional(text),
			quote,
		}),
	),
	openPoints: list(fields({ point: text, quote })),
	more: flag,
	sensitiveOmitted: flag,
	instructionsInRecord: flag,
});
type Answer = ReturnType<typeof answerShape>;

export interface Line {
	kind: 'decision' | 'action' | 'open-point';
	text: string;
	quote: string;
	/** Mark of a person present. */
	owner?: string | undefined;
	ownerGap?: string | undefined;
	/** Calculated from the words about time; undefined if they leave the day open. */
	due?: string | undefined;
	dueWords?: string | undefined;
}

/**
 * Why a line, its owner or its date was removed: the word that reaches a span, and the sentence.
 */
export const DROPPED = {
	'quote-not-in-record': 'A quote is not in the record.',
	'quote-length': 'A quote is shorter than 3 words or longer than 30.',
	'unknown-mark': 'A line names somebody who is not in the record.',
	'owner-not-present': 'An owner was not present.',
	'words-not-in-record': 'Words about time are not in the record.',
} as const;
export type Dropped = keyof typeof DROPPED;

export interface Checked {
	/** Why the whole answer cannot be used; empty if its lines can be. */
	problems: string[];
	abstainReason: string | undefined;
	/** Lines whose quote, owner and date passed the check. */
	lines: Line[];
	dropped: Dropped[];
	more: boolean;
	sensitiveOmitted: boolean;
	instructionsInRecord: boolean;
}

/** What the lines are checked against. */
export interface Facts {
	/** The record as the model saw it. */
	record: string;
	/** Marks of those present. */
	present: readonly string[];
	isKnown: (mark: string) => boolean;
	meetingDate: string;
}

const MOST = { decisions: 12, actions: 20, openPoints: 8 } as const;
const QUOTE_WORDS = { least: 3, most: 30 };

export function checkAnswer(source: string, schema: JsonSchema | undefined, facts: Facts): Checked {
	const validated = validateOutput(source, schema);
	const flags = { more: false, sensitiveOmitted: false, instructionsInRecord: false };
	if (!('value' in validated)) {
		const { problems } = validated;
		return { problems, abstainReason: undefined, lines: [], dropped: [], ...flags };
	}
	const answer = answerShape(validated.value, 'the answer');
	const proven = linesOf(answer).map((line) => prove(line, facts));
	return {
		problems: [...countProblems(answer), ...abstention(answer), ...gapProblems(answer)],
		abstainReason: answer.abstainReason,
		lines: proven.flatMap(({ line }) => (line ? [line] : [])),
		dropped: proven.flatMap(({ dropped }) => dropped),
		more: answer.more,
		sensitiveOmitted: answer.sensitiveOmitted,
		instructionsInRecord: answer.instructionsInRecord,
	};
}

const linesOf = ({ decisions, actions, openPoints }: Answer): Line[] => [
	...decisions.map((one) => ({ kind: 'decision' as const, text: one.decision, quote: one.quote })),
	...actions.map(({ action, ...rest }) => ({ kind: 'action' as const, text: action, ...rest })),
	...openPoints.map((one) => ({ kind: 'open-point' as const, text: one.point, quote: one.quote })),
];

/**
 * A line without its quote is removed. A line with it only loses an owner or a time without
 * support.
 */
function prove(line: Line, facts: Facts): { line?: Line; dropped: Dropped[] } {
	const { record, present, isKnown, meetingDate } = facts;
	const words = wordsIn(line.quote);
	if (!isQuoteOf(line.quote, record)) return { dropped: ['quote-not-in-record'] };
	if (words < QUOTE_WORDS.least || words > QUOTE_WORDS.most) return { dropped: ['quote-length'] };
	if (!marksIn(line.text).every(isKnown)) return { dropped: ['unknown-mark'] };
	if (line.kind !== 'action') return { line, dropped: [] };
	const kept = { ...line };
	const dropped: Dropped[] = [];
	if (kept.owner !== undefined && !present.includes(kept.owner)) {
		dropped.push('owner-not-present');
		kept.owner = undefined;
		kept.ownerGap = 'absent';
	}
	if (kept.dueWords !== undefined && !isQuoteOf(kept.dueWords, record)) {
		dropped.push('words-not-in-record');
		kept.dueWords = undefined;
	}
	kept.due = dayGivenBy(kept.dueWords ?? '', meetingDate);
	return { line: kept, dropped };
}

const countProblems = (answer: Answer): string[] =>
	(['decisions', 'actions', 'openPoints'] as const).flatMap((part) =>
		answer[part].length > MOST[part]
			? [`${answer[part].length} ${part}; ${MOST[part]} are allowed.`]
			: [],
	);

/** With lines, an abstention would be a list that nobody can rely on. */
function abstention(answer: Answer): string[] {
	const { status, abstainReason } = answer;
	if (status === 'list') return abstainReason ? ['a list with a reason to abstain.'] : [];
	const problems = abstainReason ? [] : ['an abstention without its reason.'];
	return linesOf(answer).length > 0 ? [...problems, 'an abstention with lines.'] : problems;
}

const gapProblems = ({ actions }: Answer): string[] =>
	actions.flatMap(({ owner, ownerGap }) => {
		if ((owner === undefined) !== (ownerGap === undefined)) return [];
		return [owner ? 'an action with owner and gap.' : 'an action without owner and without gap.'];
	});
