/** The tool `get_prompt`: a prompt template with its variables, or filled as chat messages. */

import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import {
	fillPrompt,
	problemLine,
	type VariableNote,
	variableNotes,
} from '#catalogue/mcp/prompt.ts';
import type { CatalogueReader, PromptText } from '#catalogue/mcp/reader.ts';
import { AskError } from '#catalogue/mcp/source.ts';
import { messageTemplates } from '#catalogue/read/prompts/source.ts';
import { countOf } from '#catalogue/words/count.ts';
import { answer, READS } from './answer.ts';

const input = z.strictObject({
	id: z.string().max(90).describe('Id of the prompt, as search gives it.'),
	version: z
		.string()
		.max(40)
		.optional()
		.describe('A released version, such as 1.0.0; the current one when left out.'),
	variables: z
		.record(z.string().max(90), z.unknown())
		.optional()
		.describe(
			'Values by variable name. Without them, the answer contains the template and what each variable takes. They stay on this machine.',
		),
});

const message = z.object({ role: z.string(), content: z.string() });
const output = z.object({
	id: z.string(),
	version: z.string(),
	pattern: z.string().optional(),
	page: z.string(),
	model: z.string().describe('Model alias it was written and tested for.'),
	config: z.record(z.string(), z.unknown()).describe('Settings for the model.'),
	output: z.record(z.string(), z.unknown()).describe('Form of the answer.'),
	variables: z.array(z.looseObject({ name: z.string(), required: z.boolean() })),
	messages: z.array(message).optional().describe('The filled chat messages.'),
	template: z.array(message).optional().describe('The messages with their marks, when not filled.'),
});

/** Adds the tool. */
export function addGetPrompt(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'get_prompt',
		{
			title: 'Read or fill a prompt',
			description:
				'Gives a prompt of the catalogue. Without `variables`: the template and what each variable takes. With them: the chat messages to send to the model, or every value that is missing, too long or unknown.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ id, version, variables }) =>
			answer(async () => {
				const prompt = await reader.prompt(id, version);
				const facts = { ...factsOf(prompt), variables: await variableNotes(prompt) };
				if (!variables) {
					const template = messageTemplates(prompt.body.trim());
					return { text: templateText(facts, template), data: { ...facts, template } };
				}
				const { messages, problems } = await fillPrompt(prompt, variables);
				if (problems.length > 0) {
					throw new AskError(
						[`The prompt "${id}" is not filled:`, ...problems.map(problemLine)].join('\n'),
					);
				}
				const text = `${headOf(facts)}\n\n${JSON.stringify(messages, null, 2)}`;
				return { text, data: { ...facts, messages } };
			}),
	);
}

const factsOf = ({ id, version, data, document }: PromptText) => ({
	id,
	version,
	...(document.pattern ? { pattern: document.pattern } : {}),
	page: document.page,
	model: data.model,
	config: data.config,
	output: data.output,
});
type Facts = ReturnType<typeof factsOf> & { variables: VariableNote[] };

const headOf = ({ id, version, pattern, model, page }: Facts) =>
	`Prompt ${id}, version ${version}${pattern ? `, of the pattern ${pattern}` : ''}. Model alias ${model}. ${page}`;

function templateText(facts: Facts, template: readonly z.output<typeof message>[]): string {
	return [
		headOf(facts),
		'Variables:',
		...facts.variables.map(variableLine),
		...template.map(({ role, content }) => `\n[${role}]\n${content}`),
	].join('\n');
}

function variableLine(variable: VariableNote): string {
	const { name, label, type, required, maxLength, maxItems, choices, fields } = variable;
	const facts = [
		type,
		required ? 'needed' : 'can be left out',
		...(maxLength === undefined ? [] : [`at most ${countOf(maxLength, 'character')}`]),
		...(maxItems === undefined ? [] : [`at most ${countOf(maxItems, 'entry', 'entries')}`]),
		...(choices ? [`one of ${choices.join(', ')}`] : []),
		...(fields ? [`with ${fields.join(', ')}`] : []),
		`${variable.dataClass} data at most`,
		...(variable.untrusted ? ['untrusted (written by someone outside the team)'] : []),
	];
	return `- ${name} (${label}): ${facts.join('; ')}. ${variable.description}`.trimEnd();
}
