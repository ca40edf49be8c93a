/**
 * The screen for text from outside: score, hold, strip, redact. Later steps see only what it
 * returns.
 */
import type { Run } from '../run/run.ts';
import { assertNothingRemains, type Redact } from './data-loss-prevention.ts';
import {
	assertBelow,
	openScreen,
	type Screened,
	type ScreenPolicy,
} from './prompt-injection-filter.ts';

export interface TextScreen {
	/**
	 * Texts as a prompt can contain them, in the order given. @throws Refusal if it holds the item.
	 */
	clean: (run: Run, texts: readonly string[]) => string[];
	/** The score alone, for a signal. */
	score: (texts: readonly string[]) => Screened;
}

/** A screen over the signs of policy/screen.yaml and the redaction of policy/dlp.yaml. */
export function openTextScreen(policy: ScreenPolicy, redact: Redact): TextScreen {
	const screen = openScreen(policy);
	return {
		score: screen,
		clean: (run, texts) => {
			const result = screen(texts);
			assertBelow(result, policy);
			run.passed('prompt-injection-filter', `Score ${result.score}, below ${policy.holdAt}.`);
			return redactTexts(run, result.texts, redact);
		},
	};
}

/**
 * Texts with personal data and secrets replaced, as the run says; for a pattern that does not
 * score.
 */
export function redactTexts(run: Run, texts: readonly string[], redact: Redact): string[] {
	const redacted = texts.map(redact);
	for (const one of redacted) assertNothingRemains(one);
	const marks = new Set(redacted.flatMap(({ replaced }) => Object.keys(replaced)));
	if (marks.size > 0) run.changed('data-loss-prevention', `Replaced by ${[...marks].join(', ')}.`);
	else run.passed('data-loss-prevention', 'Nothing to replace.');
	return redacted.map(({ text }) => text);
}
