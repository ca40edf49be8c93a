/**
 * Node source-filter, last part: no passage and no question that gives instructions reaches a
 * model.
 */
import {
	assertBelow,
	CONTROL,
	openScreen,
	screenShape,
} from './controls/prompt-injection-filter.ts';
import type { Source } from './find-sources.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Run } from './run/run.ts';

export interface SourceScreen {
	/** Passages that go on, and the ids of the passages left out. Each is scored by itself. */
	passages: (run: Run, sources: readonly Source[]) => { sources: Source[]; flagged: string[] };
	/** @throws Refusal for a question that gives instructions. */
	question: (run: Run, question: string) => void;
}

export function openSourceScreen(root: string): SourceScreen {
	const policy = readPolicy(root, 'policy/screen.yaml', screenShape);
	const screen = openScreen(policy);
	const scoreOf = ({ title, text }: Source) => screen([title, text]).score;
	return {
		passages: (run, found) => {
			run.at('source-filter');
			const sources = found.filter((one) => scoreOf(one) < policy.holdAt);
			const flagged = found.filter((one) => !sources.includes(one)).map(({ id }) => id);
			if (flagged.length > 0) {
				run.changed(CONTROL, `Left out, with instructions to a model: ${flagged.join(', ')}.`);
			} else if (found.length > 0) run.passed(CONTROL, `Each passage is below ${policy.holdAt}.`);
			return { sources, flagged };
		},
		question: (run, question) => {
			const screened = screen([question]);
			assertBelow(screened, policy);
			run.passed(CONTROL, `The question scores ${screened.score}, below ${policy.holdAt}.`);
		},
	};
}
