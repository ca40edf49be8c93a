/**
 * For a prompt that chooses one of several: how often it is right, and how often it is wrong. The
 * two do not add up to 100%, because it can also abstain. Each choice is also counted by itself:
 * 90% in all can hide one that is wrong every time.
 */
import { fields, number, text } from '../policy/shape.ts';
import type { CaseResult } from './run-cases.ts';

export const choiceShape = fields({
	/** Field of the answer that holds the choice. */
	field: text,
	rightAtLeast: number,
	wrongAtMost: number,
	/** A choice with this many cases or more must be right at least this often. */
	each: fields({ cases: number, rightAtLeast: number }),
});
export type ChoiceLimits = ReturnType<typeof choiceShape>;

type Judged = Pick<CaseResult, 'answer' | 'expect'>;

/** Limits that are not met, one sentence each. Cases that expect no choice are not counted. */
export function choiceProblems(results: readonly Judged[], limits: ChoiceLimits): string[] {
	const { field, rightAtLeast, wrongAtMost, each } = limits;
	const made = results.flatMap(({ answer, expect }) => {
		const wanted = expect.find((one) => one.type === 'field-equals' && one.field === field)?.value;
		return wanted === undefined
			? []
			: [{ wanted: String(wanted), chosen: chosenIn(answer, field) }];
	});
	if (made.length === 0) return [];
	const isRight = ({ wanted, chosen }: (typeof made)[number]) => chosen === wanted;
	const right = share(made.filter(isRight).length, made.length);
	const wrong = share(
		made.filter((one) => one.chosen !== undefined && !isRight(one)).length,
		made.length,
	);
	const byChoice = Object.entries(Object.groupBy(made, ({ wanted }) => wanted));
	return [
		...(right < rightAtLeast ? [`${right}% are right. The limit is ${rightAtLeast}%.`] : []),
		...(wrong > wrongAtMost ? [`${wrong}% are wrong. The limit is ${wrongAtMost}%.`] : []),
		...byChoice.flatMap(([choice, own = []]) => {
			const rate = share(own.filter(isRight).length, own.length);
			if (own.length < each.cases || rate >= each.rightAtLeast) return [];
			return [`${choice}: ${rate}% are right. The limit is ${each.rightAtLeast}%.`];
		}),
	];
}

const share = (part: number, all: number) => Math.round((part / all) * 1000) / 10;

/** The choice of an answer; undefined if it makes none, or cannot be read. */
function chosenIn(answer: string, field: string): unknown {
	try {
		const value: unknown = JSON.parse(answer);
		if (typeof value !== 'object' || value === null) return undefined;
		return Object.entries(value).find(([name]) => name === field)?.[1] ?? undefined;
	} catch {
		return undefined;
	}
}
