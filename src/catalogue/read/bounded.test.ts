/** A hostile file costs a bounded amount of work, which is counted here rather than timed. */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { riskSchema } from '#schemas/risk.ts';
import { entry } from '#tests/support/build.ts';
import { MOST_PROBLEMS } from '../model/finding.ts';
import { mdastOf } from './mdx/parse.ts';
import { readProse } from './mdx/syntax.ts';
import { parseEntry } from './parse/entry.ts';
import { schemaProblems } from './parse/issues.ts';
import { parseTemplate } from './prompts/template.ts';

const KILOBYTES_400 = 400_000;
const risk = entry('risks');
const place = { collection: 'risks', id: risk.id, parent: undefined, file: risk.file } as const;
const fill = (unit: string) => unit.repeat(Math.ceil(KILOBYTES_400 / unit.length));

/** How often the parser reads a body, and how many characters it reads in all. */
function workFor(body: string) {
	const work = { readings: 0, characters: 0 };
	const { problems } = readProse(body, (text) => {
		work.readings += 1;
		work.characters += text.length;
		return mdastOf(text);
	});
	return { ...work, problems };
}

describe('prose', () => {
	test.each([
		['quotes in one line', fill('>')],
		['quotes with spaces', fill('> ')],
		['quotes within lists', fill('- > 1. > ')],
		['a quote far down', `a\n\n${'>'.repeat(51)} b\n`],
	])('%s are refused before the parser reads them', (_, body) => {
		const { readings, problems } = workFor(body);
		expect(readings).toBe(0);
		expect(problems).toMatchObject([{ message: 'the prose is nested too deeply to read.' }]);
	});

	test.each([
		['quotes as people nest them', `${'> '.repeat(50)}a\n`],
		['a rule of many signs', `${'- '.repeat(200)}\n`],
		['a line of figures', `${'1.'.repeat(100)} a > b > c\n`],
	])('%s are read', (_, body) =>
		expect(workFor(body)).toMatchObject({ readings: 1, problems: [] }),
	);

	test.each([
		['tags', fill('<a b\n\n'), 'signs "<" outside code blocks'],
		['braces', fill('{a b}\n\n'), 'signs "{" outside code blocks'],
		['entities', fill('&amp;'), 'more than 50000 characters'],
	])('more %s than anyone writes are refused before the parser reads them', (_, body, words) => {
		const { readings, problems } = workFor(body);
		expect(readings).toBe(0);
		expect(problems[0]?.message).toContain(words);
	});

	test('code has as many signs as it wants', () =>
		expect(workFor(`\`\`\`js\n${'{<a\n'.repeat(3000)}\`\`\`\n`)).toMatchObject({ problems: [] }));

	test('errors of a long text are looked for within a bound', () => {
		const { characters, readings, problems } = workFor(
			fill(`${'A sentence of prose. '.repeat(20)}\n\n`)
				.replaceAll('prose. A', 'prose < A')
				.slice(0, 40_000) + fill('A sentence.\n\n'),
		);
		expect(readings).toBeLessThanOrEqual(20);
		expect(characters).toBeLessThanOrEqual(9_000_000);
		expect(problems.length).toBeGreaterThan(0);
	});
});

describe('a template', () => {
	const template = (places: number) =>
		parseTemplate(Array.from({ length: places }, (_, at) => `{{name${at}}} `).join(''));

	test('of as many places as anyone fills is read, each name once', () => {
		const { problems, uses } = parseTemplate('{{name}} {{name}} '.repeat(1000));
		expect([problems, uses]).toMatchObject([[], [{ name: 'name' }]]);
		expect(template(2000).uses).toHaveLength(2000);
	});

	test('of more is refused before it is parsed', () => {
		const { problems, nodes } = template(2001);
		expect(problems).toMatchObject([
			{ message: 'the template has more than 2000 places to fill.' },
		]);
		expect(nodes).toEqual([]);
	});
});

describe('data', () => {
	const keys = Array.from({ length: 40_000 }, (_, at) => `key${at}`);

	test('of many unknown keys only so many are explained as are told', () => {
		const issue: z.core.$ZodIssue = {
			code: 'unrecognized_keys',
			keys,
			path: [],
			message: '',
			input: {},
		};
		expect(schemaProblems(riskSchema, [issue])).toHaveLength(MOST_PROBLEMS + 1);
	});

	test.each([
		['unknown keys', keys.map((key) => `${key}: 1\n`).join('')],
		['the same key', fill('k: 1\n')],
		['anchors', keys.map((key) => `${key}: &${key} 1\n`).join('')],
		['tabs', fill('\tk: 1\n')],
	])('%s give a list with an end, and the end says so', (_, yaml) => {
		const { findings } = parseEntry(place, risk.source.replace('title:', `${yaml}title:`));
		expect(findings).toHaveLength(MOST_PROBLEMS + 1);
		expect(findings.at(-1)?.message).toBe(
			`the file has more than ${MOST_PROBLEMS} problems, so the others are not shown.`,
		);
	});

	test('a nest of brackets is refused at once', () => {
		const { findings } = parseEntry(
			place,
			risk.source.replace('title:', `k: ${fill('[')}\ntitle:`),
		);
		expect(findings).toMatchObject([{ message: 'the data is nested too deeply to read.' }]);
	});
});
