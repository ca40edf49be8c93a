/** A model that answers from a script, for tests. It keeps every call it receives. */
import type { ModelAnswer, ModelCall, ModelGateway } from './gateway.ts';

export interface Scripted extends ModelGateway {
	calls: ModelCall[];
}

/**
 * Gives these answers in turn, and repeats the last one. An object is sent as JSON.
 *
 * @param model version that seems to answer: the pinned one, unless a test needs another
 */
export function scriptedGateway(model: string, ...answers: readonly (object | string)[]): Scripted {
	const calls: ModelCall[] = [];
	return {
		about: 'A script',
		calls,
		ask: async (call): Promise<ModelAnswer> => {
			const answer = answers[Math.min(calls.length, answers.length - 1)] ?? '';
			calls.push(call);
			const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
			return { text, model, inputTokens: 100, outputTokens: 50 };
		},
	};
}
