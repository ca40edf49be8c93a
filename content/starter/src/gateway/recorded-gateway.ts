/**
 * A gateway that answers from recordings, for tests and the first run.
 *
 * A recording belongs to the exact messages it answers. If you change a word of a prompt, its
 * recordings no longer match, so a test can never pass with the answer to another question.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../policy/read-policy.ts';
import { fields, list, optional, type Shape, text } from '../policy/shape.ts';
import { type ChatMessage, digestOf } from '../prompts/read-prompt.ts';
import { GatewayError, type ModelAnswer, type ModelCall, type ModelGateway } from './gateway.ts';

/** JSON answers are kept as JSON, so that a reviewer can read them. */
const anything: Shape<unknown> = (value) => value;
const recordingShape = fields({
	/** Who or what gave the answers. */
	from: text,
	model: text,
	answers: list(
		fields({
			name: text,
			digest: text,
			answer: anything,
			/** Alias that was asked and version that answered, if they differ from those of the file. */
			alias: optional(text),
			model: optional(text),
		}),
	),
});
type Shaped = ReturnType<typeof recordingShape>;
type Own = 'alias' | 'model';
type Answer = Omit<Shaped['answers'][number], Own> & Partial<Pick<Shaped['answers'][number], Own>>;
export type Recording = Omit<Shaped, 'answers'> & { answers: Answer[] };

/**
 * The key of a recording: the messages, without anything that can differ between two equal calls.
 */
export const callDigest = (messages: readonly ChatMessage[]): string =>
	digestOf(JSON.stringify(messages.map(({ role, content }) => [role, content])));

/** Every recording of the starter, by the name of its prompt. */
export function readRecordings(root: string): Map<string, Recording> {
	const folder = join(root, 'recordings');
	const files = existsSync(folder) ? readdirSync(folder).sort() : [];
	return new Map(
		files
			.filter((name) => name.endsWith('.json'))
			.map((name) => {
				const file = `recordings/${name}`;
				const value: unknown = JSON.parse(readText(root, file));
				return [name.replace(/\.json$/, ''), recordingShape(value, file)];
			}),
	);
}

const RECORDED = 'Recorded answers, no model is called';

/** Whether answers come from recordings, which say nothing about a model. */
export const isRecorded = ({ about }: Pick<ModelGateway, 'about'>): boolean => about === RECORDED;

export function recordedGateway(recordings: ReadonlyMap<string, Recording>): ModelGateway {
	const byDigest = new Map<string, ModelAnswer>();
	for (const { model, answers } of recordings.values()) {
		for (const { digest, answer, alias = '', model: own = model } of answers) {
			byDigest.set(alias + digest, answerOf(answer, own));
		}
	}
	return {
		about: RECORDED,
		ask: async (call) => {
			const digest = callDigest(call.messages);
			// Two models can be asked the same. Take the answer of this one, otherwise the one for any
			// model.
			const answer = byDigest.get(call.model + digest) ?? byDigest.get(digest);
			if (answer) return { ...answer, inputTokens: tokensIn(call) };
			throw new GatewayError(
				`there is no recording of ${call.prompt} for "${call.item}". A prompt or an example has changed. Set GATEWAY_URL and MODEL_ALIAS, then run npm run record.`,
			);
		},
	};
}

export function answerOf(answer: unknown, model: string): ModelAnswer {
	const content = typeof answer === 'string' ? answer : JSON.stringify(answer);
	return { text: content, model, inputTokens: 0, outputTokens: Math.ceil(content.length / 4) };
}

/** A rough count, about four characters each, so that the spend limit has something to count. */
const tokensIn = ({ messages }: ModelCall) =>
	Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / 4);
