import { describe, expect, test } from 'vitest';
import { entry, findingsIn, messagesOf, problemsOf, shown } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { plainLanguage } from './plain-language.ts';

const policy = entry('policy');
const control = (body: string, overrides = {}) => entry('controls', 'logging', overrides, { body });
const check = (body: string, overrides = {}) =>
	messagesOf(plainLanguage, policy, control(body, overrides));

const LONG = `${'word '.repeat(41)}end.`;
const TOO_LONG = 'the sentence "word word word word word word ..." has 42 words. The limit is 40.';

describe('short forms', () => {
	test('are explained or listed in the policy', async () => {
		expect(await check('AI reads. The DLP service reads, and DLP again.')).toEqual([
			'"DLP" is not explained in this entry.',
		]);
		expect(await check('The data loss prevention (DLP) service. DLP again.')).toEqual([]);
	});

	test('may be explained in a field and used in prose', async () => {
		const summary = 'Data loss prevention (DLP) made for a test.';
		expect(await check('DLP reads.', { summary })).toEqual([]);
	});

	test('count in fields, with their path', async () => {
		const pitfalls = ['A sentence with DLP in it.'];
		expect(await problemsOf(plainLanguage, policy, control('Prose.', { pitfalls }))).toMatchObject([
			{ path: ['pitfalls', 0] },
		]);
	});

	test('do not count in code or in the names people search for', async () => {
		const body = 'Run `SELECT`.\n\n```sql\nSELECT A FROM B\n```\n';
		expect(await check(body, { aliases: ['DLP filter'] })).toEqual([]);
		expect(await check('Prose.', { pitfalls: ['A sentence with `DLP` in it.'] })).toEqual([]);
	});

	test('of an identifier of a framework do not count', async () => {
		const frameworks = [
			{ framework: 'rules-2026', item: 'GOVERN R1', relation: 'supports' as const },
		];
		expect(await check('Prose.', { frameworks })).toEqual([]);
	});
});

describe('sentences', () => {
	test('of more than 40 words are reported in prose and in fields', async () => {
		expect(await check(LONG)).toEqual([TOO_LONG]);
		expect(await check('Prose.', { pitfalls: [LONG] })).toEqual([TOO_LONG]);
	});

	test('of 40 words are fine', async () => {
		expect(await check(LONG.replace('word word ', ''))).toEqual([]);
	});

	test.each([
		['a list', `- ${LONG}`],
		['a table', `| A |\n| --- |\n| ${LONG} |`],
		['a heading', `## ${LONG}`],
		['code', `\`\`\`text\n${LONG}\n\`\`\``],
	])('do not count in %s', async (_, body) => expect(await check(body)).toEqual([]));

	test.each([
		['a quote', `> ${LONG}`],
		['a note', `<Note kind="info">\n\n${LONG}\n\n</Note>`],
	])('count in %s', async (_, body) => expect(await check(body)).toEqual([TOO_LONG]));
});

test('a finding stands at the words, on whichever line of the paragraph', async () => {
	const { file, source } = entry('controls');
	const text = `${source}\n**Caf\u00e9** reads it.\nThen the **DLP** reads it.\n`;
	const line = text.split('\n').length - 1;
	expect((await findingsIn(file, text)).map(shown)).toEqual([
		`${line}:12 "DLP" is not explained in this entry.`,
	]);
});

test('data without prose and templates are not judged', async () => {
	const cases = entry('cases', 'ask', {
		cases: minimal.cases().cases.map((it) => ({ ...it, name: 'The DLP case' })),
	});
	const prompt = entry('prompts', 'ask', {}, { body: '{{question}} DLP, in one sentence.' });
	expect(await messagesOf(plainLanguage, policy, cases, prompt)).toEqual([]);
});

test('half a megabyte of prose is read', async () => {
	expect(await check(`${'DLP reads the **answer**.\n'.repeat(19_000)}`)).toHaveLength(1);
});
