/**
 * Text in and out of the model, redacted, in its own store with its own readers. Spans carry ids
 * only. The sensitive signals of the contract are kept here.
 */
import { type Clock, DAY, dayOf } from '../clock.ts';
import type { Redact } from '../controls/data-loss-prevention.ts';
import type { ModelAnswer } from '../gateway/gateway.ts';
import { fields, flag, number, text } from '../policy/shape.ts';
import type { ChatMessage, Prompt } from '../prompts/read-prompt.ts';
import type { Run } from '../run/run.ts';
import { type Write, withoutSecrets } from './audit-log.ts';

export const CONTROL = 'prompt-response-logging';

export const logShape = fields({
	/** Whether text is kept at all; the rest of the contract is always written. */
	text: flag,
	textDays: number,
	restDays: number,
	readers: text,
});
export type LogPolicy = ReturnType<typeof logShape>;

export interface LoggedCall {
	run: Run;
	prompt: Prompt;
	model: string;
	messages: readonly ChatMessage[];
	answer: ModelAnswer;
}

export interface PromptLog {
	write: (call: LoggedCall) => void;
}

export function openPromptLog(
	policy: LogPolicy,
	redact: Redact,
	clock: Clock,
	write: Write,
): PromptLog {
	const until = (days: number) => dayOf(new Date(clock.now().getTime() + days * DAY));
	return {
		write: ({ run, prompt, model, messages, answer }) => {
			const output = [{ role: 'assistant', content: answer.text }];
			const line = {
				time: clock.now().toISOString(),
				event: 'gen_ai.client.inference.operation.details',
				trace: run.trace,
				'gen_ai.prompt.name': prompt.name,
				'gen_ai.prompt.version': prompt.version,
				'gen_ai.request.model': model,
				'gen_ai.response.model': answer.model,
				keepUntil: until(policy.restDays),
				...(policy.text && {
					// The system message is the released prompt, so its name and version are enough.
					'gen_ai.input.messages': withoutSecrets(
						messages.filter(({ role }) => role !== 'system'),
						redact,
					),
					'gen_ai.output.messages': withoutSecrets(output, redact),
					textUntil: until(policy.textDays),
				}),
			};
			write(JSON.stringify(line));
		},
	};
}
