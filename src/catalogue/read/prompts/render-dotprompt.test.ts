/** The page fills prompts with our own renderer; here it must give what dotprompt gives. */

import { Dotprompt, type ParsedPrompt } from 'dotprompt';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { realCatalogue } from '#tests/support/real-catalogue.ts';
import { prompts as exporter } from '../../export/prompts.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { splitFrontmatter } from '../parse/frontmatter.ts';
import { type ChatMessage, type Input, renderMessages } from './render.ts';
import { parseTemplate } from './template.ts';

const engine = new Dotprompt();

/** The messages as dotprompt makes them, each as one text; a file brings the defaults it states. */
async function messagesBy(prompt: string | ParsedPrompt, input: Input): Promise<ChatMessage[]> {
	const render = await engine.compile(prompt);
	const meta =
		typeof prompt === 'string'
			? await engine.renderMetadata<Record<string, unknown>>(prompt)
			: undefined;
	const { messages } = await render({ input: { ...input } }, meta);
	return messages.map(({ role, content }) => ({
		role: role === 'system' || role === 'model' ? role : 'user',
		content: content.map((part) => ('text' in part ? part.text : '')).join(''),
	}));
}

const reference = (template: string, input: Input) =>
	messagesBy({ template: template.trim(), ext: {}, config: {} }, input);

/**
 * Holds each .prompt file as a reader downloads it against dotprompt, with every case of its
 * prompt, and says how many renderings were compared. A release is held to the cases of today.
 */
async function compareExported(catalogue: Catalogue): Promise<number> {
	let compared = 0;
	for (const { path, body } of exporter.files(contextOf(catalogue, (page) => page))) {
		const id = /^prompts\/([^@]+)(?:@[\d.]+)?\.prompt$/.exec(path)?.[1];
		if (id === undefined) continue;
		const source = String(await body());
		const { body: template = '', yaml = '' } = splitFrontmatter(source) ?? {};
		// What dotprompt cannot read it takes for text, so its reading is held to ours.
		expect(engine.parse(source).template, path).toBe(template.trim());
		const { nodes } = parseTemplate(template.trim());
		const defaults: Input = parse(yaml).input.default ?? {};
		for (const { input, name } of catalogue.cases.get(id)?.data.cases ?? []) {
			const ours = renderMessages(nodes, { ...defaults, ...input });
			expect(ours, `${path}, ${name}`).toEqual(await messagesBy(source, input));
			compared += 1;
		}
	}
	return compared;
}

describe('an exported .prompt renders in dotprompt as here', () => {
	test('each of this catalogue, with every case', async () => {
		const catalogue = await realCatalogue();
		const cases = [...catalogue.cases.values()].flatMap(({ data }) => data.cases);
		expect(cases.length).toBeGreaterThan(10);
		expect(await compareExported(catalogue)).toBeGreaterThanOrEqual(cases.length);
	});

	test('a release, with the cases of today, and a value left to its default', async () => {
		const [first] = minimal.cases().cases;
		if (!first) throw new Error('The minimal case file has no case.');
		const schema = { question: 'string, what is asked', 'tone?': 'string, how to answer' };
		const body = '{{role "system"}}\nBe {{tone}}.\n{{role "user"}}\n{{question}}\n';
		const input = { schema, default: { tone: 'plain' } };
		const cases = [
			first,
			{ ...first, name: 'another', input: { question: 'Why?', tone: 'short' } },
		];
		const catalogue = catalogueOf(
			entry('prompts', 'ask', { input }, { body }),
			entry('releases', 'ask@0.9.0', { input }, { body: `{{role "system"}}\nOnce.\n${body}` }),
			entry('cases', 'ask', { cases }),
		);
		expect(await compareExported(catalogue)).toBe(4);
	});
});

const plain = fc.constantFrom('a', ' b ', '\n', '\n\n', '  ', '.', '<c>', '"', '- ', '&');
const inputPath = fc.constantFrom(
	'name',
	'flag',
	'person.name',
	'person.tags',
	'list.length',
	'lost',
	'name.length',
);
const itemPath = fc.constantFrom('this', 'this.name', 'this.tags', '@index', '@first', '@last');

/** Text of a template of the subset, `inLoop` telling which names are allowed. */
function templates(depth: number, inLoop: boolean): fc.Arbitrary<string> {
	const path = inLoop ? itemPath : inputPath;
	const lists = inLoop
		? fc.constant('this.tags')
		: fc.constantFrom('list', 'records', 'person.tags', 'lost');
	const parts: fc.Arbitrary<string>[] = [
		plain,
		// The dot keeps Handlebars from adding up two numbers that stand side by side.
		path.map((name) => `.{{${name}}}`),
		path.map((name) => `. {{~${name}~}}`),
		fc.constantFrom('system', 'user', 'model').map((role) => `{{role "${role}"}}`),
		fc.constant('{{! note }}'),
	];
	if (depth > 0) {
		const inner = templates(depth - 1, inLoop);
		const block = (
			words: fc.Arbitrary<string>,
			about: fc.Arbitrary<string>,
			body: fc.Arbitrary<string>,
		) =>
			fc
				.tuple(words, about, body, inner, fc.boolean())
				.map(
					([word, name, yes, no, hasElse]) =>
						`{{#${word} ${name}}}${yes}${hasElse ? `{{else}}${no}` : ''}{{/${word}}}`,
				);
		parts.push(block(fc.constantFrom('if', 'unless'), path, inner));
		parts.push(block(fc.constant('each'), lists, templates(depth - 1, true)));
	}
	return fc.array(fc.oneof(...parts), { maxLength: 6 }).map((list) => list.join(''));
}

const scalar = fc.constantFrom('', 'x', ' y ', '{{name}}', '<b>&', 0, 7, true, false, null);
const tags = fc.array(scalar, { maxLength: 3 });
const inputs = fc.record(
	{
		name: scalar,
		flag: fc.boolean(),
		person: fc.record({ name: scalar, tags }, { requiredKeys: [], noNullPrototype: true }),
		list: tags,
		records: fc.array(
			fc.record({ name: scalar, tags }, { requiredKeys: [], noNullPrototype: true }),
			{ maxLength: 3 },
		),
	},
	{ requiredKeys: [], noNullPrototype: true },
);

test.each([
	'{{#each list}}{{#if this}}yes{{else}}.{{this}}{{/if}}{{/each}}',
	'{{#each list}}{{#each this.tags}}yes{{else}}.{{this}}{{#if this}}!{{/if}}{{/each}}{{/each}}',
])('an item that is null renders alike inside a block: %s', async (template) => {
	const input = { list: [null, '', 0, false] };
	const { nodes } = parseTemplate(template);
	expect(renderMessages(nodes, input)).toEqual(await reference(template, input));
});

test('any template of the subset renders any input alike', async () => {
	await fc.assert(
		fc.asyncProperty(templates(2, false), inputs, async (template, input) => {
			const { nodes, problems } = parseTemplate(template);
			expect(problems).toEqual([]);
			expect(renderMessages(nodes, input)).toEqual(await reference(template, input));
		}),
		{ numRuns: 150 },
	);
});
