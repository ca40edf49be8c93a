/** The page fills prompts with our own renderer; here it must give what dotprompt gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { Dotprompt } from 'dotprompt';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { casesSchema } from '#schemas/cases.ts';
import { splitFrontmatter } from '../parse/frontmatter.ts';
import { type ChatMessage, renderMessages } from './render.ts';
import { parseTemplate } from './template.ts';

const engine = new Dotprompt();

/** The messages as dotprompt makes them, each as one text. */
async function reference(template: string, input: Record<string, unknown>): Promise<ChatMessage[]> {
	const render = await engine.compile({ template: template.trim(), ext: {}, config: {} });
	const { messages } = await render({ input });
	return messages.map(({ role, content }) => ({
		role: role === 'system' || role === 'model' ? role : 'user',
		content: content.map((part) => ('text' in part ? part.text : '')).join(''),
	}));
}

const patterns = new URL('../../../patterns/', import.meta.url);
const prompts = readdirSync(patterns, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.prompt') && !name.includes('released'))
	.map((name) => name.slice(0, -'.prompt'.length));

test('the catalogue has prompts to compare', () => expect(prompts.length).toBeGreaterThan(3));

test.each(prompts)('%s renders its cases alike', async (name) => {
	const source = readFileSync(new URL(`${name}.prompt`, patterns), 'utf8');
	const text = readFileSync(new URL(`${name}.cases.yaml`, patterns), 'utf8');
	const { body = '' } = splitFrontmatter(source) ?? {};
	const { nodes, problems } = parseTemplate(body);
	expect(problems).toEqual([]);
	for (const { input } of casesSchema.parse(parse(text)).cases) {
		expect(renderMessages(nodes, input)).toEqual(await reference(body, input));
	}
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
