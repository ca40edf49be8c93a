/**
 * The test cases of each prompt as a promptfoo configuration.
 *
 * Promptfoo fills Nunjucks templates, which have no {{#each}}, trim lines differently and would
 * fill marks inside the values too. So each case carries its messages as we render them, as inert
 * JSON: what the model gets is what the catalogue shows, letter by letter.
 */

import { stringify } from 'yaml';
import type { Prompt } from '#schemas/prompt.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOf } from '../model/digest.ts';
import { parts } from '../model/reads.ts';
import { type Assertion, assertionOf } from '../read/prompts/assertions.ts';
import { type RenderedCase, renderCases } from '../read/prompts/case-messages.ts';
import { inertJson, inertText } from '../read/prompts/inert.ts';
import type { ChatMessage } from '../read/prompts/render.ts';
import { outputSchemaOf } from '../read/prompts/variables.ts';
import { type Exporter, type ExportFile, madeOnce } from './exporter.ts';

export const promptfoo: Exporter = {
	name: 'promptfoo',
	summary: 'The test cases of each prompt as a promptfoo configuration, to run against a gateway.',
	*files(context) {
		for (const entry of parts(context.catalogue.prompts.values())) yield* configOf(entry, context);
	},
};

/** The configuration of a prompt, where it has cases. */
export function* configOf(entry: Entry<'prompts'>, context: ExportContext): Generator<ExportFile> {
	const { catalogue, url } = context;
	if (!catalogue.cases.has(entry.id)) return;
	const path = `prompts/${entry.id}.promptfooconfig.yaml`;
	yield {
		path,
		type: 'application/yaml; charset=utf-8',
		body: madeOnce(path, context, () => configText(entry, catalogue, url(`/prompts/${entry.id}/`))),
	};
}

/** Quotes around every text: promptfoo's reader would take a bare 2026-11-22 for a point in time. */
const YAML = {
	lineWidth: 0,
	aliasDuplicateObjects: false,
	defaultStringType: 'QUOTE_SINGLE',
	defaultKeyType: 'PLAIN',
} as const;

async function configText(entry: Entry<'prompts'>, catalogue: Catalogue, page: string) {
	const { id, data, parent, source } = entry;
	const name = `${id} ${data.version}`;
	const output = await outputSchemaOf(data);
	const config = {
		description: `${name}, ${page}`,
		prompts: [{ raw: '{{ messages }}', label: name }],
		providers: [provider(data)],
		// Test cases may hold what a team would not publish.
		sharing: false,
		defaultTest: {
			metadata: { prompt: id, version: data.version, digest: digestOf(source), pattern: parent },
		},
		tests: renderCases(entry, catalogue.cases.get(id)).map((one) => testOf(one, output)),
	};
	return `# ${name}: its test cases with their messages filled in, and what must be true of each answer.
# GATEWAY_URL is an OpenAI-compatible address up to and without /chat/completions; GATEWAY_TOKEN is
# sent as a bearer token if it is set. Run it with \`promptfoo eval -c\` and this file.
${stringify(config, YAML)}`;
}

/** The gateway, as the environment sets it. A file that anyone can fetch contains no address. */
function provider({ model, config, output }: Prompt): object {
	return {
		id: `openai:chat:${model}`,
		label: model,
		config: {
			apiBaseUrl: '{{ env.GATEWAY_URL }}',
			apiKeyEnvar: 'GATEWAY_TOKEN',
			apiKeyRequired: false,
			temperature: config.temperature,
			max_tokens: config.maxOutputTokens,
			top_p: config.topP,
			...(config.topK === undefined ? {} : { passthrough: { top_k: config.topK } }),
			stop: config.stopSequences,
			response_format: output.format === 'json' ? { type: 'json_object' } : undefined,
		},
	};
}

function testOf(
	{ case: { name, kind, why, expect }, messages }: RenderedCase,
	output: unknown,
): { description: string; vars: object; assert: Assertion[]; metadata: object } {
	return {
		description: inertText(name),
		vars: { messages: inertJson(messages.map(openAiMessage)) },
		assert: expect.map((expectation) => assertionOf(expectation, output)),
		metadata: { kind, why: why && inertText(why) },
	};
}

/** OpenAI-compatible interfaces call the model the assistant. */
function openAiMessage({ role, content }: ChatMessage) {
	return { role: role === 'model' ? 'assistant' : role, content };
}
