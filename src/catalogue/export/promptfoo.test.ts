import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import type { Cases } from '#schemas/cases.ts';
import type { Prompt } from '#schemas/prompt.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { minimal } from '#tests/support/minimal.ts';
import { renderCases } from '../read/prompts/case-messages.ts';
import { promptfoo } from './promptfoo.ts';

const url = (path: string) => `https://catalogue.example${path}`;
const [first] = minimal.cases().cases;

async function exported(
	changes: Partial<Cases['cases'][number]> = {},
	prompt: Partial<Prompt> = {},
	body?: string,
): Promise<string> {
	if (!first) throw new Error('The minimal case file has no case.');
	const cases = entry('cases', 'ask', { cases: [{ ...first, ...changes }] });
	const asked = entry('prompts', 'ask', prompt, body === undefined ? {} : { body });
	const [file] = promptfoo.files(contextOf(catalogueOf(asked, cases), url));
	return String(await file?.body());
}

test('the provider is the gateway of the environment, under the alias of the prompt', async () => {
	const config = { temperature: 0, maxOutputTokens: 300, stopSequences: ['END'] };
	const output = { format: 'json' as const, schema: { queue: 'string' } };
	expect(parse(await exported({}, { config, output })).providers).toEqual([
		{
			id: 'openai:chat:small',
			label: 'small',
			config: {
				apiBaseUrl: '{{ env.GATEWAY_URL }}',
				apiKeyEnvar: 'GATEWAY_TOKEN',
				apiKeyRequired: false,
				temperature: 0,
				max_tokens: 300,
				stop: ['END'],
				response_format: { type: 'json_object' },
			},
		},
	]);
});

test('a case carries its messages filled in; the role of the model is spelled as gateways do', async () => {
	const body = '{{role "system"}}Answer.{{role "user"}}{{question}}{{role "model"}}Yes.';
	const { tests } = parse(await exported({ input: { question: 'Why?' } }, {}, body));
	expect(JSON.parse(tests[0].vars.messages)).toEqual([
		{ role: 'system', content: 'Answer.' },
		{ role: 'user', content: 'Why?' },
		{ role: 'assistant', content: 'Yes.' },
	]);
});

test('nothing an author wrote can be filled as a template or read a setting of the reader', async () => {
	const evil = '{{ env.TOKEN }} {% x %} {# y #}';
	const text = await exported({
		name: `Evil ${evil}`,
		why: `Because of ${evil}`,
		input: { question: evil },
		expect: [
			{ type: 'includes', value: evil },
			{ type: 'field-equals', field: 'a', value: evil },
		],
	});
	const marks = text.match(/\{\{.*?\}\}|\{[%#]|#\}/g);
	expect(marks).toEqual(['{{ messages }}', '{{ env.GATEWAY_URL }}', '#}', '#}']);
	const { tests } = parse(text);
	// In the name and the reason alone, which are shown and never filled.
	expect(JSON.stringify([tests[0].vars, tests[0].assert])).not.toMatch(/#\}/);
	expect(JSON.parse(tests[0].vars.messages).at(-1).content).toContain(evil);
});

test('a value that looks like a date or a number stays a text', async () => {
	const text = await exported({ expect: [{ type: 'includes', value: '2026-11-22' }] });
	expect(text).toContain("value: '2026-11-22'");
});

test('a prompt without cases has no configuration', () => {
	const catalogue = catalogueOf(entry('prompts', 'ask'));
	expect([...promptfoo.files(contextOf(catalogue, url))]).toEqual([]);
});

test('every real configuration has each case with our messages and an assertion per expectation', async () => {
	const catalogue = await houseCatalogue();
	const files = [...promptfoo.files(contextOf(catalogue, url))];
	expect(files.length).toBe(catalogue.cases.size);
	for (const { path, body } of files) {
		const { tests, defaultTest } = parse(String(await body()));
		const prompt = catalogue.prompts.get(defaultTest.metadata.prompt);
		if (!prompt) throw new Error(`${path} names no prompt.`);
		const cases = renderCases(prompt, catalogue.cases.get(prompt.id));
		expect(tests.length).toBe(cases.length);
		for (const [index, { case: one, messages }] of cases.entries()) {
			expect(JSON.parse(tests[index].vars.messages)).toEqual(messages);
			expect(tests[index].assert.length).toBe(one.expect.length);
		}
	}
});
