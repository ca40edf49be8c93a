/** Asks a model and checks the answer: at most twice, and within the token limit of one note. */
import type { Checked } from './check.ts';
import { toRetry } from './controls/output-validation.ts';
import { limitsShape } from './controls/rate-spend-limits.ts';
import { askModel, type Question } from './gateway/ask-model.ts';
import { readPolicy } from './policy/read-policy.ts';
import { Refusal, SetupError } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

export interface Asked<Value> extends Question {
	/** Nodes of the drawing: which model answers, and where its answer is checked. */
	asks: string;
	checks: string;
	check: (answer: string) => Checked<Value>;
	/** The answer once the check has passed. */
	says: string;
}

export type AskChecked = <Value>(asked: Asked<Value>, run: Run) => Promise<Value>;

/** One for each note, because the calls of a note share its tokens. */
export function openAsking(services: Services): AskChecked {
	const most = readPolicy(services.root, 'policy/limits.yaml', limitsShape).item?.inputTokens;
	if (most === undefined) {
		throw new SetupError('policy/limits.yaml has no item.inputTokens.', 'Set it to 25000.');
	}
	let used = 0;
	return async ({ asks, checks, check, says, ...question }, run) => {
		let lastProblems: string[] | undefined;
		for (;;) {
			run.at(asks);
			if (used >= most) {
				const message = `This note has used its ${most} input tokens.`;
				throw new Refusal('rate-spend-limits', 'note-limit', message);
			}
			const values = { ...question.values, lastProblems };
			const answer = await askModel({ ...question, values }, run, services);
			used += answer.inputTokens;
			run.passed('rate-spend-limits', 'There is room in the minute, in the day and in this note.');
			run.passed('model-version-pinning', `${answer.model} answered, as pinned.`);
			run.passed('prompt-response-logging', 'Text in and out is in the prompt log, masked.');
			run.at(checks);
			const checked = check(answer.text);
			if ('value' in checked) {
				run.passed('output-validation', says);
				return checked.value;
			}
			const said = checked.problems.join(' ');
			if (lastProblems) throw new Refusal('output-validation', 'answer-rejected', said);
			lastProblems = toRetry(checked.problems);
			run.changed('output-validation', `${said} Asked once more.`);
		}
	};
}
