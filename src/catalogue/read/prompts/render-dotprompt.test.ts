/** The page fills prompts with our own renderer; here it must give what dotprompt gives. */

import { Dotprompt, type ParsedPrompt } from 'dotprompt';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { minimal } from '#tests/support/minimal.ts';
import { promptfoo } from '../../export/promptfoo.ts';
import { prompts as exporter } from '../../export/prompts.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { splitFrontmatter } from '../parse/frontmatter.ts';
import { type ChatMessage, type Input, renderMessages, rendersAlways } from './render.ts';
import { messageTemplates } from './source.ts';
import { parseTemplate, programOf } from './template.ts';

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
		const catalogue = await houseCatalogue();
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

/** Only there may a role open: inside a block it is refused. */
const TOP = 2;
const roleMark = fc
	.tuple(
		fc.constantFrom('system', 'user', 'model'),
		fc.constantFrom(
			'{{role "ROLE"}}',
			"{{role 'ROLE'}}",
			'{{ role  "ROLE" }}',
			'{{~role "ROLE"~}}',
			"{{~ role 'ROLE'}}",
			'{{{role "ROLE"}}}',
			'{{&role "ROLE"}}',
			'{{role\n"ROLE"}}',
		),
		fc.constantFrom('', '\n', ' \n', '\r\n'),
	)
	.map(([role, mark, after]) => mark.replace('ROLE', role) + after);

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
		path.map((name) => `.{{{${name}}}}`),
		fc.constantFrom(
			'{{! note }}',
			'{{!-- {{note}} --}}',
			'\\{{name}}',
			'\\\\{{! a }}',
			'{{~! a ~}}',
		),
	];
	if (!inLoop && depth === TOP) parts.push(roleMark, roleMark);
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
				)
				.chain((text) =>
					fc.constantFrom(
						text,
						// Alone on its lines, where Handlebars takes the line breaks with it.
						text
							.replace(/(\{\{(?:#\w+ [\w.@]+|else)\}\})/g, '$1\n')
							.replace(/(\{\{\/\w+\}\})$/, '\n$1\n'),
						text.replaceAll('{{#', '{{~#').replaceAll('{{else}}', '{{~else~}}'),
						text.replaceAll('{{/', ' {{~/'),
					),
				);
		parts.push(block(fc.constantFrom('if', 'unless'), path, inner));
		parts.push(block(fc.constant('each'), lists, templates(depth - 1, true)));
	}
	return fc
		.array(fc.oneof(...parts), { maxLength: depth === TOP ? 9 : 5 })
		.map((list) => list.join(''));
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
		fc.asyncProperty(templates(TOP, false), inputs, async (template, input) => {
			const { nodes, problems } = parseTemplate(template);
			expect(problems).toEqual([]);
			expect(renderMessages(nodes, input)).toEqual(await reference(template, input));
		}),
		{ numRuns: 300 },
	);
});

test('a template with text outside of its blocks renders from any input', async () => {
	await fc.assert(
		fc.asyncProperty(templates(TOP, false), inputs, async (template, input) => {
			const { nodes } = parseTemplate(template);
			fc.pre(rendersAlways(nodes));
			expect(await reference(template, input)).not.toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

test('a template renders from its tree, read before and once more, as from its text', async () => {
	await fc.assert(
		fc.asyncProperty(templates(TOP, false), inputs, async (template, input) => {
			const expected = await reference(template, input);
			for (const _ of ['first', 'again']) {
				// As in the rule that renders every case.
				const tree = programOf(template.trim()) as unknown as string;
				const made = await messagesBy({ template: tree, ext: {}, config: {} }, input);
				expect(made).toEqual(expected);
			}
		}),
		{ numRuns: 300 },
	);
});

const trimmed = (messages: readonly ChatMessage[]) =>
	messages
		.map(({ role, content }) => ({ role, content: content.trim() }))
		.filter(({ content }) => content !== '');

/** The messages of a template by role, each filled alone by dotprompt. */
async function filledAlone(
	parts: readonly { role: ChatMessage['role']; content: string }[],
	input: Input,
): Promise<ChatMessage[]> {
	const messages: ChatMessage[] = [];
	for (const { role, content } of parts) {
		for (const made of await reference(content, input)) messages.push({ ...made, role });
	}
	return trimmed(messages);
}

test('any template by role, part by part, gives the messages of the whole', async () => {
	await fc.assert(
		fc.asyncProperty(templates(TOP, false), inputs, async (template, input) => {
			const parts = messageTemplates(template);
			expect(await filledAlone(parts, input)).toEqual(trimmed(await reference(template, input)));
		}),
		{ numRuns: 400 },
	);
});

/** A part of the plain text: its heading, then the template. */
const HEADING = /^=== (System|User|Model) ===\n\n/m;

test('any template gives the messages of dotprompt in every export', async () => {
	const [first] = minimal.cases().cases;
	if (!first) throw new Error('The minimal case file has no case.');
	const schema = { name: 'any', flag: 'any', person: 'any', list: 'any', records: 'any' };
	await fc.assert(
		fc.asyncProperty(templates(TOP, false), inputs, async (template, input) => {
			fc.pre(template.trim() !== '');
			const prompt = entry('prompts', 'ask', { input: { schema } }, { body: `${template}\n` });
			const cases = entry('cases', 'ask', { cases: [{ ...first, input }] });
			const context = contextOf(catalogueOf(prompt, cases), (path) => path);
			const whole = await reference(template, input);
			const files = new Map<string, string>();
			for (const made of [exporter, promptfoo].flatMap((one) => [...one.files(context)])) {
				files.set(made.path, String(await made.body()));
			}
			const json = JSON.parse(files.get('prompts/ask.messages.json') ?? '{}');
			expect(json.examples.map((one: { messages: unknown }) => one.messages)).toEqual([whole]);
			expect(await filledAlone(json.template, input)).toEqual(trimmed(whole));
			expect(await messagesBy(files.get('prompts/ask.prompt') ?? '', input)).toEqual(whole);
			const config = parse(files.get('prompts/ask.promptfooconfig.yaml') ?? '');
			expect(JSON.parse(config.tests[0].vars.messages)).toEqual(
				whole.map(({ role, content }) => ({
					role: role === 'model' ? 'assistant' : role,
					content,
				})),
			);
			const [, ...texts] = (files.get('prompts/ask.txt') ?? '').split(HEADING);
			const parts = texts.flatMap((word, at) =>
				at % 2 === 0
					? [{ role: word.toLowerCase() as ChatMessage['role'], content: texts[at + 1] ?? '' }]
					: [],
			);
			expect(await filledAlone(parts, input)).toEqual(trimmed(whole));
		}),
		{ numRuns: 150 },
	);
});

test.each([
	["{{role 'system'}}\nSort it.\n{{role 'user'}}\n{{text}}", ['system', 'user']],
	['{{~ role "system" ~}}\nSort it.\n{{~role "user"~}}\n{{text}}', ['system', 'user']],
	['First.{{{role "model"}}}Yes.', ['user', 'model']],
	['\\{{role "system"}} is how a role is written.', ['user']],
])('the roles of %s are read wherever it is split', (template, roles) => {
	expect(messageTemplates(template).map(({ role }) => role)).toEqual(roles);
});
