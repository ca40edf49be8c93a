import { describe, expect, test } from 'vitest';
import { checkAmongSound, entry, files, soundFiles, textsOf } from '#tests/support/build.ts';
import { checkFiles } from './load.ts';

const found = async (texts: Record<string, string | undefined>) =>
	(await checkAmongSound(texts)).findings.map(
		({ file, line, rule, message }) => `${file}:${line} ${message} [${rule}]`,
	);
const guide = entry('guides');
const control = entry('controls');
const policy = entry('policy');

test('the sound files have no findings, and every entry is in the catalogue', async () => {
	const { catalogue, findings } = await checkFiles(soundFiles());
	expect(findings).toEqual([]);
	const empty = Object.entries(catalogue.all).filter(([, map]) => map.size === 0);
	expect(empty.map(([name]) => name)).toEqual(['registers']);
});

test('the order of files does not change the findings', async () => {
	const texts = { [guide.file]: 'x', [control.file]: 'x', 'content/x.mdx': 'x' };
	const forward = await checkFiles(soundFiles(texts));
	const backward = await checkFiles(soundFiles(texts).reverse());
	expect(backward.findings).toEqual(forward.findings);
});

describe('who wants to hear of the catalogue before the rules run', () => {
	const heard = async (texts: Record<string, string> = {}) => {
		const names: string[] = [];
		await checkFiles(soundFiles(texts), {
			hear: ({ guides }) => names.push(...guides.keys()),
			rules: [
				{
					id: 'last',
					phase: 'references',
					severity: 'error',
					summary: '',
					why: '',
					source: '',
					check: () => {
						names.push('rules');
						return [];
					},
				},
			],
		});
		return names;
	};

	test('hears of it first', async () => {
		expect(await heard()).toEqual([guide.id, 'rules']);
	});

	test('hears of none with a file that is wrong', async () => {
		const text = control.source.replace('type: detective', 'type: detctive');
		expect(await heard({ [control.file]: text })).toEqual(['rules']);
	});
});

describe('one mistake gives one message', () => {
	test('a broken file hides nothing in the others', async () => {
		expect(
			await found({
				[guide.file]: guide.source.replace('order: 1', 'order: one'),
				[control.file]: control.source.replace('type: detective', 'type: detctive'),
				'content/risks/extra.mdx': '---\n',
			}),
		).toEqual([
			'content/controls/logging.mdx:8 type "detctive" is not one of: preventive, detective, corrective. [schema]',
			'content/guides/start.mdx:9 order "one" is not a number. [schema]',
			'content/risks/extra.mdx:1 the file does not start with a block of data between two "---" lines. [frontmatter]',
		]);
	});

	test('a reference to a file with an error is not called dangling as well', async () => {
		const text = entry('risks').source.replace('category: security', 'category: x');
		const messages = await found({ 'content/risks/leak.mdx': text });
		expect(messages).toHaveLength(1);
		expect(messages[0]).toContain('category "x"');
	});

	test('rules of policy stay quiet about an entry whose references do not resolve', async () => {
		const pattern = entry('patterns', 'summary', { tier: 'low', owner: 'nobody' });
		const { source, file } = pattern;
		const messages = await found({
			...textsOf(pattern),
			[file]: source.replace('decidesAboutPerson: false', 'decidesAboutPerson: true'),
		});
		expect(messages.filter((one) => /^patterns.summary.(?:pattern|register)/.test(one))).toEqual([
			'patterns/summary/register.yaml:2 no team in content/organisation.yaml has the id "nobody". [reference]',
		]);
	});

	test('body and data of one file are both reported', async () => {
		const text = `${guide.source.replace('order: 1', 'order: 0')}{1}\n`;
		expect(await found({ [guide.file]: text })).toHaveLength(2);
	});
});

describe('policy and organisation', () => {
	test('a broken policy still lets every other file be checked', async () => {
		const lost = control.source.replace('operator: analyst', 'operator: nobody');
		const messages = await found({
			[policy.file]: policy.source.replace('owner: office', 'owner: 1'),
			[control.file]: lost,
			[guide.file]: guide.source.replace('order: 1', 'order: 0'),
		});
		expect(messages.map((message) => message.split(' ')[0])).toEqual([
			'content/controls/logging.mdx:12',
			'content/guides/start.mdx:9',
			'content/policy.yaml:2',
		]);
	});

	test.each(['policy', 'organisation'])('a missing %s is one finding', async (name) => {
		const path = `content/${name}.yaml`;
		expect(await found({ [path]: undefined })).toContain(`${path}:1 the file is missing. [file]`);
	});
});

describe('ids', () => {
	test('are taken once in a collection, wherever the files stand', async () => {
		const twin = entry('prompts', 'ask', {}, { parent: 'triage' });
		expect(await found({ [twin.file]: twin.source })).toEqual([
			'patterns/triage/prompts/ask.prompt:1 the id "ask" is already taken by patterns/summary/prompts/ask.prompt. [id]',
		]);
	});

	test('that of the skill of the catalogue is no pattern, which would take its place', async () => {
		const place = 'patterns/ai-pattern-catalogue/pattern.mdx';
		const { catalogue, findings } = await checkAmongSound({ [place]: entry('patterns').source });
		expect(catalogue.patterns.has('ai-pattern-catalogue')).toBe(false);
		expect(findings.filter(({ file }) => file === place)).toMatchObject([
			{
				line: 1,
				rule: 'id',
				message: 'the id "ai-pattern-catalogue" is already taken by the skill of the catalogue.',
				fix: 'Rename the folder.',
			},
		]);
	});

	test('may be the same in two collections', async () => {
		const risk = entry('risks', 'logging');
		const messages = await found({ [risk.file]: risk.source });
		expect(messages).toEqual([
			'content/risks/logging.mdx:2 no entry refers to the risk "logging". [orphan]',
		]);
	});

	test.each(['Bias', 'bi_as', 'bias-', '-bias', 'bi--as', 'b ias', 'bïas', 'a'.repeat(65), '..'])(
		'"%s" is no id',
		async (id) => {
			const messages = await found({ [`content/risks/${id}.mdx`]: entry('risks').source });
			expect(messages).toEqual([`content/risks/${id}.mdx:1 "${id}" is not an id. [id]`]);
		},
	);
});

describe('a file in no known place', () => {
	test('is told the places near it', async () => {
		const { findings } = await checkFiles(soundFiles({ 'content/risks/bias.md': 'x' }));
		expect(findings).toMatchObject([
			{
				file: 'content/risks/bias.md',
				message: 'content/risks/bias.md is the place of no collection.',
				fix: 'Files go to: content/risks/{id}.mdx.',
			},
		]);
	});

	test('with no place near it is told them all', async () => {
		const { findings } = await checkFiles(files({ 'docs/a.mdx': 'x' }));
		expect(findings.at(-1)?.fix).toContain('content/guides/{id}.mdx');
	});
});
