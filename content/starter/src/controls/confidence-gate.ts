/** Applies an answer at or above the threshold and holds the rest: unsure, abstained, suspicious. */
import { fields, number } from '../policy/shape.ts';
import { Refusal, SetupError } from '../refusal.ts';

export const thresholdShape = fields({ confidence: number });

export interface Judged {
	confidence: number;
	abstained: boolean;
	/** The model says that the text tries to steer it. */
	suspicious: boolean;
}

/**
 * The threshold of the policy, unless it is below what was approved. A team can raise it. Lowering
 * it needs a new approval, so a lower one stops the start.
 */
export function readThreshold(policy: ReturnType<typeof thresholdShape>, approved: number): number {
	const { confidence } = policy;
	if (confidence >= approved && confidence <= 1) return confidence;
	throw new SetupError(
		`The threshold ${confidence} is not between ${approved} and 1.`,
		'A team can raise it. To lower it, the pattern needs a new approval.',
	);
}

/** @throws Refusal with the reason why the item is held. */
export function assertConfident(
	{ confidence, abstained, suspicious }: Judged,
	threshold: number,
): void {
	if (suspicious) {
		const message = 'The model says that the text tries to steer it.';
		throw new Refusal('prompt-injection-filter', 'suspicious', message);
	}
	if (abstained) throw new Refusal('human-override', 'abstained', 'The model abstained.');
	if (confidence >= threshold) return;
	const message = `Confidence ${confidence} is below ${threshold}.`;
	throw new Refusal('human-override', 'low-confidence', message);
}
