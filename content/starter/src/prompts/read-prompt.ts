/** Reads `.prompt` files with dotprompt, and refuses mistakes that dotprompt would accept. */
import { createHash } from 'node:crypto';
import { Dotprompt, picoschema } from 'dotprompt';
import { parseYaml } from '../policy/read-policy.ts';
import {
	fields,
	flag,
	list,
	number,
	oneOf,
	optional,
	record,
	type Shape,
	text,
} from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';
import type { JsonSchema } from './json-schema.ts';

/** What `catalogue.variables` says of one variable. */
const variableShape = fields({
	label: text,
	dataClass: text,
	maxLength: optional(number),
	maxItems: optional(number),
	untrusted: optional(flag),
	personalData: optional(text),
	source: optional(text),
});
export type Variable = ReturnType<typeof variableShape>;

const anything: Shape<unknown> = (value) => value;
const schemaShape = record(anything);

const configShape = fields({
	temperature: optional(number),
	maxOutputTokens: optional(number),
	topK: optional(number),
	topP: optional(number),
	stopSequences: optional(list(text)),
});
export type Config = Partial<ReturnType<typeof configShape>>;

const frontmatterShape = fields({
	version: text,
	description: text,
	model: text,
	config: optional(configShape),
	input: fields({ schema: schemaShape, default: optional(schemaShape) }),
	output: fields({ format: oneOf('json', 'text'), schema: optional(schemaShape) }),
	'catalogue.variables': record(variableShape),
	'catalogue.reviewed': text,
	'catalogue.aliases': optional(list(text)),
	'catalogue.knownFailures': optional(list(text)),
	'catalogue.changes': list(anything),
});

export interface Prompt {
	name: string;
	version: string;
	/** SHA-256 of the file with LF line endings; catalogue.lock.json contains it. */
	digest: string;
	model: string;
	config: Config;
	variables: Readonly<Record<string, Variable>>;
	defaults: Readonly<Record<string, unknown>>;
	input: JsonSchema;
	/** Form of the answer; undefined for plain text. */
	output: JsonSchema | undefined;
	/** Fills the template as it is; `fillPrompt` checks the values first. */
	render: (values: Readonly<Record<string, unknown>>) => Promise<ChatMessage[]>;
}

export interface ChatMessage {
	role: 'system' | 'user' | 'assistant';
	content: string;
}

/**
 * A prompt from the text of its file.
 *
 * If a frontmatter is broken, dotprompt prints a message and uses the whole file as the template.
 * So the frontmatter is read here first, and strictly.
 */
export async function readPrompt(name: string, source: string): Promise<Prompt> {
	const unix = source.replaceAll('\r\n', '\n');
	const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(unix) ?? [];
	const file = `${name}.prompt`;
	if (head === undefined) {
		throw new SetupError(
			`${file} has no frontmatter.`,
			'Start it with ---, then version and the other fields.',
		);
	}
	const front = frontmatterShape(parseYaml(head, file), file);
	const filled = await new Dotprompt().compile(unix);
	return {
		name,
		version: front.version,
		digest: digestOf(unix),
		model: front.model,
		config: front.config ?? {},
		variables: front['catalogue.variables'],
		defaults: front.input.default ?? {},
		input: await schemaOf(front.input.schema),
		output: front.output.schema && (await schemaOf(front.output.schema)),
		render: async (values) => {
			const { messages } = await filled({ input: { ...values } });
			return messages.map(({ role, content }) => ({
				role: roleOf(role, file),
				content: content.map(({ text: part = '' }) => part).join(''),
			}));
		},
	};
}

/** SHA-256 of a text, in hexadecimal. */
export const digestOf = (content: string): string =>
	createHash('sha256').update(content).digest('hex');

/** dotprompt writes into the schema it is given, so it gets a copy. */
async function schemaOf(schema: Record<string, unknown>): Promise<JsonSchema> {
	// picoschema makes this part of JSON Schema and types it as anything; `problemsOf` refuses more.
	return (await picoschema(structuredClone(schema))) as JsonSchema;
}

function roleOf(role: string, file: string): ChatMessage['role'] {
	if (role === 'system' || role === 'user') return role;
	if (role === 'model') return 'assistant';
	throw new SetupError(`${file} uses the role "${role}".`, 'Use system, user or model.');
}
