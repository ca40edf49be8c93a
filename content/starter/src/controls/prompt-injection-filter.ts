/**
 * Screens text from outside before a prompt sees it: cleans it, scores it and removes the marks of
 * the prompt. At the threshold, the item goes to a person and the model never reads it.
 *
 * The signs of policy/screen.yaml are a minimum that runs anywhere. If your platform has a
 * screening service, call it here as well and take the higher score.
 */
import { compilePattern, literal } from '../policy/patterns.ts';
import { fields, list, number, text } from '../policy/shape.ts';
import { ENGINE_MARK } from '../prompts/fill-prompt.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'prompt-injection-filter';

export const screenShape = fields({
	holdAt: number,
	/** Marks that surround the text inside the prompt. */
	marks: list(text),
	signs: list(fields({ id: text, weight: number, pattern: text })),
});
export type ScreenPolicy = ReturnType<typeof screenShape>;

export interface Screened {
	/** From 0 to 1. */
	score: number;
	/** Ids of the signs that were found. */
	signs: string[];
	/** Marks that were removed. */
	marksRemoved: number;
	texts: string[];
}

/** Invisible characters, by Unicode's own list: zero width, direction, tags, variation, fillers. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** Text as a reader sees it: one form for each letter, nothing hidden. */
export const cleaned = (source: string): string => source.normalize('NFKC').replace(HIDDEN, '');

/**
 * Makes the screen. The patterns are compiled once, and one that does not compile stops the start.
 */
export function openScreen(policy: ScreenPolicy): (texts: readonly string[]) => Screened {
	const signs = policy.signs.map(({ id, weight, pattern }) => ({
		id,
		weight,
		pattern: compilePattern(pattern, 'imu', `the sign "${id}" of policy/screen.yaml`),
	}));
	const marks = [...policy.marks, ENGINE_MARK];
	return (texts) => {
		const clean = texts.map(cleaned);
		const all = clean.join('\n');
		const found = signs.filter(({ pattern }) => pattern.test(all));
		let marksRemoved = 0;
		const stripped = clean.map((source) => {
			const { text: left, count } = withoutMarks(source, marks);
			marksRemoved += count;
			return left;
		});
		const score = 1 - found.reduce((rest, { weight }) => rest * (1 - weight), 1);
		return {
			score: Math.round(score * 100) / 100,
			signs: found.map(({ id }) => id),
			marksRemoved,
			texts: stripped,
		};
	};
}

/** @throws Refusal if the score is at the threshold or above. */
export function assertBelow({ score, signs }: Screened, { holdAt }: ScreenPolicy): void {
	if (score < holdAt) return;
	const message = `Score ${score} is at ${holdAt} or above (${signs.join(', ')}).`;
	throw new Refusal(CONTROL, 'screen-held', message);
}

/** Repeated until none is left, because removing a mark can leave another one behind. */
function withoutMarks(source: string, marks: readonly string[]): { text: string; count: number } {
	let left = source;
	let count = 0;
	for (;;) {
		const before = left;
		for (const mark of marks) {
			const parts = left.split(new RegExp(literal(mark), 'giu'));
			count += parts.length - 1;
			left = parts.join(' ');
		}
		if (left === before) return { text: left, count };
	}
}
