/** Prompt templates to take away: the source as it is, as chat messages, and as plain text. */

import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { parts } from '../model/reads.ts';
import { renderCases } from '../read/prompts/case-messages.ts';
import { plainText } from '../read/prompts/plain-text.ts';
import { messageTemplates } from '../read/prompts/source.ts';
import { inputSchemaOf, outputSchemaOf } from '../read/prompts/variables.ts';
import { type Exporter, type ExportFile, JSON_TYPE, json, madeOnce } from './exporter.ts';

const TEXT_TYPE = 'text/plain; charset=utf-8';

export const prompts: Exporter = {
	name: 'prompts',
	summary:
		'The .prompt source for dotprompt, every released version of it, its chat messages and its plain text.',
	*files(context) {
		const { catalogue } = context;
		for (const entry of parts(catalogue.prompts.values())) yield* textsOf(entry, context);
		for (const release of parts(catalogue.releases.values())) yield releaseText(release);
	},
};

/** A prompt in each form of text. */
export function* textsOf(entry: Entry<'prompts'>, context: ExportContext): Generator<ExportFile> {
	const { catalogue, url } = context;
	const { id } = entry;
	const page = url(`/prompts/${id}/`);
	yield { path: `prompts/${id}.prompt`, type: TEXT_TYPE, body: () => entry.source };
	const asMessages = `prompts/${id}.messages.json`;
	yield {
		path: asMessages,
		type: JSON_TYPE,
		body: madeOnce(asMessages, context, async () =>
			json(await messages(entry, catalogue.cases.get(id), page)),
		),
	};
	yield { path: `prompts/${id}.txt`, type: TEXT_TYPE, body: () => plainText(entry, page) };
}

/** A released version, as it was released. */
export const releaseText = ({ id, source }: Entry<'releases'>): ExportFile => ({
	path: `prompts/${id}.prompt`,
	type: TEXT_TYPE,
	body: () => source,
});

async function messages(entry: Entry<'prompts'>, cases: Entry<'cases'> | undefined, page: string) {
	const { id, parent, data, body } = entry;
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
		examples: renderCases(entry, cases).map(
			({ case: { name, kind, input }, messages: filled }) => ({
				case: name,
				kind,
				input,
				messages: filled,
			}),
		),
	};
}
