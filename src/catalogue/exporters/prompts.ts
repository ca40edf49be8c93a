/** Prompt templates to take away: the source as it is, and the template as chat messages. */
import type { Entry } from '../catalogue.ts';
import { renderMessages } from '../prompts/render.ts';
import { messageTemplates } from '../prompts/source.ts';
import { parseTemplate } from '../prompts/template.ts';
import { inputSchemaOf, outputSchemaOf } from '../prompts/variables.ts';
import { type Exporter, JSON_TYPE, json } from './exporter.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

export const prompts: Exporter = {
	name: 'prompts',
	summary: 'The .prompt source for dotprompt, every released version of it, and its chat messages.',
	*files({ catalogue, url }) {
		for (const entry of catalogue.prompts.values()) {
			const { id, source } = entry;
			const cases = catalogue.cases.get(id);
			yield {
				path: `prompts/${id}.prompt`,
				type: TEXT_TYPE,
				body: () => source,
			};
			yield {
				path: `prompts/${id}.messages.json`,
				type: JSON_TYPE,
				body: async () => json(await messages(entry, cases, url(`/prompts/${id}/`))),
			};
		}
		for (const { id, source } of catalogue.releases.values()) {
			yield { path: `prompts/${id}.prompt`, type: TEXT_TYPE, body: () => source };
		}
	},
};

async function messages(entry: Entry<'prompts'>, cases: Entry<'cases'> | undefined, page: string) {
	const { id, parent, data, body } = entry;
	const { nodes } = parseTemplate(body.trim());
	return {
		prompt: id,
		version: data.version,
		pattern: parent,
		page,
		model: data.model,
		config: data.config,
		input: await inputSchemaOf(data),
		output: { format: data.output.format, schema: await outputSchemaOf(data) },
		template: messageTemplates(body.trim()),
		examples: (cases?.data.cases ?? []).map(({ name, kind, input }) => ({
			case: name,
			kind,
			input,
			messages: renderMessages(nodes, input),
		})),
	};
}
