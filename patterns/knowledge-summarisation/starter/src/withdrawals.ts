/**
 * The flags that people set: a source withdrawn by its owner, a question blocked by the product
 * manager. They apply to all readers at once, and nobody is asked why.
 */
import { CONTROL } from './controls/human-override.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, text } from './policy/shape.ts';
import { digestOf } from './prompts/read-prompt.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

const FILE = 'policy/withdrawn.yaml';
const flagsShape = fields({ sources: list(text), questions: list(text) });

export interface Withdrawals {
	/** Ids that must not be in a brief. @throws Refusal if the flags cannot be read. */
	sources: () => (id: string) => boolean;
	/** @throws Refusal for a question that was blocked. */
	assertMayBeAsked: (question: string) => void;
	/** Sets a flag. What it names is in no brief from the next release rule on. */
	withdraw: (source: string, by: string) => void;
	block: (question: string, by: string) => void;
}

/** Two people write one question differently, so case, spaces and marks at the end do not count. */
const keyOf = (question: string) =>
	`question:${digestOf(
		question
			.toLowerCase()
			.replace(/\s+/g, ' ')
			.replace(/[?!. ]+$/, '')
			.trim(),
	)}`;

export function openWithdrawals({ root, overrides }: Services): Withdrawals {
	const flags = () => {
		try {
			return readPolicy(root, FILE, flagsShape);
		} catch {
			throw new Refusal(CONTROL, 'flags-unread', `${FILE} cannot be read, so nothing is shown.`);
		}
	};
	const flag = (item: string, by: string) =>
		void overrides.record({ item, trace: '', by, word: 'rejected', before: {}, after: {} });
	return {
		sources: () => {
			const { sources } = flags();
			return (id) => sources.includes(id) || overrides.isTaken(id);
		},
		assertMayBeAsked: (question) => {
			const key = keyOf(question);
			const blocked = flags().questions.some((one) => keyOf(one) === key);
			if (!blocked && !overrides.isTaken(key)) return;
			throw new Refusal(CONTROL, 'question-blocked', 'The product manager blocked this question.');
		},
		withdraw: flag,
		block: (question, by) => flag(keyOf(question), by),
	};
}
