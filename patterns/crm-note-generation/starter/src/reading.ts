/** How long people read before they accept, reported for the team and never for one person. */
import { wordsIn } from './controls/grounding-citations.ts';
import { fields, number } from './policy/shape.ts';

/** policy/approval.yaml. */
export const reviewShape = fields({
	/** An acceptance is valid for this long after the text was shown. */
	validMinutes: number,
	/** Nobody reads faster than this. People who accept sooner have not read the text. */
	wordsPerMinute: number,
	/** Above this share of acceptances, in per cent, the exercise is repeated. */
	tooFastPercent: number,
	/** Wrong drafts planted in a month, and how many of them must be caught. */
	seeded: fields({ drafts: number, caught: number }),
});
export type ReviewPolicy = ReturnType<typeof reviewShape>;

export interface Reading {
	/** One acceptance: the words of the text, and the seconds from shown to accepted. */
	accepted: (text: string, seconds: number) => void;
	/** A wrong draft that was planted, and whether its owner caught it. */
	planted: (caught: boolean) => void;
	/** What the team must be told; empty if there is nothing. */
	notices: () => string[];
	/** A sentence if this month's planted drafts were too few, or too few were caught. */
	shortfall: () => string | undefined;
}

export function openReading(policy: ReviewPolicy): Reading {
	const { wordsPerMinute, tooFastPercent } = policy;
	let all = 0;
	let tooFast = 0;
	const caughtOnes: boolean[] = [];
	return {
		accepted: (text, seconds) => {
			all += 1;
			if (seconds < (wordsIn(text) / wordsPerMinute) * 60) tooFast += 1;
		},
		planted: (caught) => void caughtOnes.push(caught),
		shortfall: () => seededShortfall(caughtOnes, policy),
		notices: () => {
			const percent = all === 0 ? 0 : Math.round((tooFast / all) * 100);
			if (percent <= tooFastPercent) return [];
			const share = `${tooFast} of ${all} notes were accepted faster than they can be read`;
			return [`${share} (${percent}%): repeat the exercise with planted drafts.`];
		},
	};
}

/** A sentence if a month of planted drafts was not good enough. */
export function seededShortfall(
	caught: readonly boolean[],
	{ seeded }: Pick<ReviewPolicy, 'seeded'>,
): string | undefined {
	const count = caught.filter(Boolean).length;
	if (caught.length < seeded.drafts) {
		return `${caught.length} drafts were planted this month; ${seeded.drafts} are due.`;
	}
	const needed = (seeded.caught / seeded.drafts) * caught.length;
	if (count >= needed) return undefined;
	return `${count} of ${caught.length} planted drafts were caught; ${seeded.caught} of ${seeded.drafts} must be.`;
}
