import { describe, expect, test } from 'vitest';
import { checkFiles } from '../load.ts';
import { EXAMPLE_DAY, runExample } from './run.ts';
import { showExample } from './show.ts';
import { soundTexts } from './sound.ts';

test('the ground under every example is sound', async () => {
	const files = [...soundTexts()].map(([path, text]) => ({ path, text }));
	const { findings } = await checkFiles(files, { today: EXAMPLE_DAY });
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const messages = async (...args: Parameters<typeof runExample>) => {
	const { findings, file, firstLine } = await runExample(...args);
	return findings
		.filter((finding) => finding.file === file && finding.severity === 'error')
		.map(({ line, rule }) => `${rule} at ${line - firstLine + 1}`);
};

describe('the lines of an example', () => {
	test('take the place of the fields they name', async () => {
		expect(await messages({ in: 'risks' }, 'owner: office\ncategory: secrity')).toEqual([
			'schema at 2',
		]);
	});

	test('are counted from the first also where they are no YAML', async () => {
		expect(await messages({ in: 'organisation' }, 'name: Example\ncatalogue: a: b')).toEqual([
			'yaml at 2',
		]);
	});

	test('may be the prose', async () => {
		expect(await messages({ in: 'risks', part: 'body' }, 'First.\n\n{code}')).toEqual(['mdx at 3']);
	});

	test('may be the whole file', async () => {
		expect(await messages({ in: 'risks', part: 'file' }, 'Nothing else.')).toEqual([
			'frontmatter at 1',
		]);
	});

	test('may be the path', async () => {
		expect(await messages({ in: 'risks', part: 'path' }, 'content/risks/A.mdx')).toEqual([
			'id at 1',
		]);
	});

	test('see what is given', async () => {
		const given = [{ in: 'prompts', id: 'second', data: 'version: "1.0.0"' }] as const;
		const found = await runExample({ in: 'patterns', given }, 'prompts: [ask, second]');
		expect(found.findings.filter(({ rule }) => rule === 'reference')).toEqual([]);
	});
});

test('an example is shown with what it yields, counted in its own lines', async () => {
	const example = {
		in: 'risks',
		fails: 'category: secrity',
		passes: 'category: security',
	} as const;
	expect(await showExample({ id: 'schema', example })).toEqual({
		intro: { fails: 'In the data of a risk this fails:', passes: 'This passes:' },
		given: [],
		fails: example.fails,
		passes: example.passes,
		language: 'yaml',
		findings: [
			'line 1: category "secrity" is not one of: operational, security, regulatory-compliance. [schema]\n    Did you mean "security"?',
		],
	});
});

test('a finding outside the lines names its file', async () => {
	const example = {
		in: 'controls',
		given: [{ in: 'risks', id: 'drift', data: 'title: Drift' }],
		fails: 'mitigates: [leak]',
		passes: 'mitigates: [leak, drift]',
	} as const;
	const shown = await showExample({ id: 'orphan', example });
	expect(shown?.findings).toContainEqual(expect.stringMatching(/^content\/risks\/drift\.mdx: /));
});

test('a rule without an example has none to show', async () => {
	expect(await showExample({ id: 'schema' })).toBeUndefined();
});
