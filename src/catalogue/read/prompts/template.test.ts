import { describe, expect, test } from 'vitest';
import { parseTemplate } from './template.ts';

const problems = (source: string, firstLine = 1) =>
	parseTemplate(source, firstLine).problems.map(
		({ line, column, message }) => `${line}:${column} ${message}`,
	);

describe('what prompts need is accepted', () => {
	test.each([
		['text', 'Hello.', []],
		['nothing', '', []],
		['a variable', '{{name}}', ['name']],
		['a field of a variable', '{{person.name}}', ['person']],
		['three braces', '{{{name}}}', ['name']],
		['trimmed white space', 'a {{~name~}} b', ['name']],
		['a comment', '{{! not shown }}{{!-- {{nor}} this --}}', []],
		['escaped braces', '\\{{name}}', []],
		['a role', '{{role "system"}}', []],
		['a list', '{{#each list}}{{this}}{{this.a.b}}{{@index}}{{else}}none{{/each}}', ['list']],
		['a list in a list', '{{#each list}}{{#each this.inner}}{{this}}{{/each}}{{/each}}', ['list']],
		['a condition', '{{#if a}}x{{else if b}}y{{else}}z{{/if}}', ['a', 'b']],
		['the other way round', '{{#unless a}}x{{/unless}}', ['a']],
		['a name used twice', '{{a}}{{b}}{{a}}', ['a', 'b']],
	])('%s', (_, source, uses) => {
		const template = parseTemplate(source);
		expect(template.problems).toEqual([]);
		expect(template.uses.map(({ name }) => name)).toEqual(uses);
	});
});

describe('everything else is refused at its place', () => {
	test.each([
		['{{upper name}}', '1:1 "upper" is called as a helper.'],
		['{{name a=1}}', '1:1 "name" is called as a helper.'],
		['{{#a}}x{{/a}}', '1:1 the block {{#a}} is not part of the template language.'],
		['{{#if}}x{{/if}}', '1:1 {{#if}} takes one variable and nothing else.'],
		['{{#if (eq a b)}}x{{/if}}', '1:1 {{#if}} takes one variable and nothing else.'],
		['{{#each list as |item|}}{{/each}}', '1:1 {{#each}} takes one variable and nothing else.'],
		['{{role "admin"}}', '1:1 the role is not one of: system, user, model.'],
		['{{role who}}', '1:1 the role is not one of: system, user, model.'],
		['{{role}}', '1:1 the role is not one of: system, user, model.'],
		['{{"text"}}', '1:1 there is a literal where a variable belongs.'],
		['{{this}}', '1:3 "this" is outside {{#each}}.'],
		['{{@index}}', '1:3 "@index" is not known here.'],
		['{{#each a}}{{@key}}{{/each}}', '1:14 "@key" is not known here.'],
		['{{#each a}}{{../b}}{{/each}}', '1:14 "../b" refers to something outside its block.'],
		['{{#each a}}{{b}}{{/each}}', '1:14 inside {{#each}}, "b" could mean the item or the input.'],
	])('%s', (source, message) => expect(problems(source)).toEqual([message]));

	test.each([
		'{{',
		'{{name',
		'{{name}',
		'{{#if a}}',
		'{{/if}}',
		'{{#if a}}{{/each}}',
		'{{#each}}',
		'{{a b}} {{',
	])('%s does not parse, or is refused', (source) => expect(problems(source)).toHaveLength(1));

	test('blocks nest as deep as any prompt needs, and no deeper', () => {
		const nested = (depth: number) => `${'{{#if a}}'.repeat(depth)}x${'{{/if}}'.repeat(depth)}`;
		expect(problems(nested(20))).toEqual([]);
		expect(problems(nested(21))).toEqual(['1:1 the template is nested too deeply to read.']);
		expect(problems(nested(50_000))).toEqual(['1:1 the template is nested too deeply to read.']);
	});
});

describe('what is left out on purpose says why and what to write', () => {
	test.each([
		['{{history}}', '{{history}} is not supported', 'list variable'],
		['{{> style}}', 'a partial ({{> name}}) is not supported', 'Copy its text'],
		['{{#> style}}x{{/style}}', 'a partial ({{> name}}) is not supported', 'Copy its text'],
		['{{media url=picture}}', '{{media}} is not supported', 'as a variable'],
		['{{json data}}', '{{json}} is not supported', 'fields by name'],
		['{{section "code"}}', '{{section}} is not supported', 'under the role'],
		['{{#ifEquals a b}}x{{/ifEquals}}', '{{#ifEquals}} is not supported', 'boolean variable'],
		['{{#with person}}x{{/with}}', '{{#with}} is not supported', '{{person.name}}'],
		['{{#*inline "x"}}{{/inline}}', 'a decorator ({{* name}}) is not supported', 'the text itself'],
	])('%s', (source, message, fix) => {
		const [problem, ...more] = parseTemplate(source).problems;
		expect(problem?.message).toContain(message);
		expect(problem?.fix).toContain(fix);
		expect(more).toEqual([]);
	});
});

test.each([
	['{{#if a}}{{role "user"}}\n{{b}}{{/if}}'],
	['{{#each a}}{{role "user"}}{{this}}{{/each}}'],
	['{{#if a}}x{{else}}{{role "user"}}y{{/if}}'],
])('a role inside a block is refused: %s', (source) => {
	expect(problems(source)).toEqual([
		expect.stringContaining(
			'a role opens inside a block, so no export can say which message is whose.',
		),
	]);
});

test('the mark that dotprompt makes of a role is refused', () => {
	expect(problems('Say <<<dotprompt:role:system>>> this.')).toEqual([
		'1:1 "<<<dotprompt:" is a mark of the prompt engine.',
	]);
});

test.each([
	['Answer {"queue": {{name}}}', '1:26'],
	['Answer\n{"a": {"b": {{name}}}}', '2:21'],
])('a brace behind a variable comes with the space to put in: %s', (source, place) => {
	expect(problems(source)).toEqual([`${place} the template has a "}" directly after a "}}".`]);
	expect(parseTemplate(source).problems[0]?.fix).toBe('Put a space between }} and }.');
});

describe('positions', () => {
	test('count from the first line of the file on', () => {
		expect(problems('Hello\n  {{> part}}', 20)).toEqual([
			'21:3 a partial ({{> name}}) is not supported in templates.',
		]);
	});

	test('count blank lines before the first text', () => {
		expect(parseTemplate('\n\nHello {{name}}', 10).uses).toEqual([
			{ name: 'name', line: 12, column: 9 },
		]);
	});

	test('of a filter of another language lie at its mark', () => {
		expect(problems('Hello\n  {{ name | upper }}', 5)).toEqual([
			'6:11 "{{ name | upper }}" has a filter from another template language.',
		]);
	});

	test.each([
		['{{#if a}}x', 'something is opened and not closed'],
		['x {{/if}}', 'a block is closed that is not open'],
	])('%s is said in words that people know', (source, what) => {
		expect(parseTemplate(source).problems[0]?.message).toBe(
			`the template does not parse: ${what}.`,
		);
	});

	test('of a syntax error lie in the template', () => {
		expect(problems('Hello\n{{#if a}}\n{{/each}}', 5)).toEqual([
			"6:4 the template does not parse: if doesn't match each.",
		]);
	});
});
