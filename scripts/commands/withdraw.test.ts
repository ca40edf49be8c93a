import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entry, soundTexts } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { type Repository, repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { withdraw } from './withdraw.ts';

beforeAll(() => {
	process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-11-22') / 1000);
});

function catalogue(texts: Record<string, string> = {}): Repository {
	return repositoryOf({ '.gitignore': '.cache/\n*.log\n', ...soundTexts(), ...texts });
}

const called = (root: string, ...args: string[]) => call(root, withdraw, ...args);
const because = ['--because', 'It was never used by anyone.'];

test('an entry makes place for its tombstone, and what leads there is listed', async () => {
	const other = entry('risks', 'leakage', { title: 'Leakage' });
	const { root, git, read } = catalogue({ [other.file]: other.source });
	const { code, out } = await called(root, 'leak', ...because, '--successor', 'leakage');
	expect(code).toBe(0);
	expect(out.slice(0, 3)).toEqual([
		'risks/leak is withdrawn.',
		'    wrote content/withdrawn/risks.leak.yaml',
		'    removed content/risks/leak.mdx',
	]);
	expect(out[3]).toMatch(/^Correct what refers to it now \(\d+\), then commit:$/);
	expect(out.join('\n')).toMatch(
		/^content\/controls\/logging\.mdx:\d+:\d+ error "leak" was withdrawn on 2026-11-22: It was never used by anyone\. \[withdrawn-reference\]\n {4}Cite "leakage" instead\.$/m,
	);
	expect(parse(read('content/withdrawn/risks.leak.yaml'))).toEqual({
		title: 'An entry',
		summary: 'An entry made for a test, and nothing more.',
		owner: 'office',
		version: '1.0.0',
		withdrawn: '2026-11-22',
		because: 'It was never used by anyone.',
		successor: 'leakage',
	});
	expect(git('status', '--porcelain')).toBe(
		'D content/risks/leak.mdx\n?? content/withdrawn/risks.leak.yaml',
	);
});

test('a pattern goes with its folder, and each prompt leaves a tombstone too', async () => {
	const { root, read } = catalogue({ 'patterns/summary/starter/a.ts': 'export {};\n' });
	const { code } = await called(root, 'patterns/summary', ...because);
	expect(code).toBe(0);
	expect(existsSync(join(root, 'patterns/summary'))).toBe(false);
	expect(parse(read('content/withdrawn/prompts.ask.yaml'))).toMatchObject({ title: 'ask' });
	expect(parse(read('content/withdrawn/patterns.summary.yaml')).successor).toBeUndefined();
});

test('a prompt goes with its cases and its released texts', async () => {
	const { root } = catalogue();
	await called(root, 'prompts/ask', ...because);
	const folder = join(root, 'patterns/summary/prompts');
	for (const file of ['ask.prompt', 'ask.cases.yaml', 'released/ask@0.9.0.prompt']) {
		expect(existsSync(join(folder, file))).toBe(false);
	}
});

describe('it is refused, and nothing is taken away,', () => {
	test.each([
		[[], 'The id is missing.', '    --help shows how to call it.'],
		[['leak'], '--because is missing.', '    Say why: --because ...'],
		[
			['leak', '--because', 'No.'],
			'--because: "No." is 3 characters long. At least 10 are needed.',
			'    Change it and try again.',
		],
		[
			['leak', ...because, '--successor', 'New One'],
			'--successor: "New One" is not an id; write the id of the entry to move to.',
			'    Change it and try again.',
		],
	])('when the call is %j', async (args, ...error) => {
		expect(await called(temporaryFolder(), ...args)).toEqual({ code: 2, out: [], error });
	});

	test.each([
		[['leek'], 'There is no "leek" in the catalogue.', '    Did you mean "leak"?'],
		[['risk/leak'], '"risk" is not a collection that this works on.', '    Did you mean "risks"?'],
		[['risks/old'], 'risks/old was withdrawn on 2026-11-01.', '    Check the id.'],
		[
			['leak', '--successor', 'leak'],
			'"leak" cannot follow itself.',
			'    Choose another entry, or none.',
		],
		[
			['leak', '--successor', 'logging'],
			'The successor "logging" is not in risks.',
			'    Check the id.',
		],
	])('when it is asked for %j', async ([id = '', ...rest], ...error) => {
		const { root, git } = catalogue();
		expect(await called(root, id, ...because, ...rest)).toEqual({ code: 2, out: [], error });
		expect(git('status', '--porcelain')).toBe('');
	});

	test('when two collections have the id', async () => {
		const twin = entry('controls', 'leak', { title: 'A control' });
		const { root } = catalogue({ [twin.file]: twin.source });
		expect((await called(root, 'leak', ...because)).error).toEqual([
			'"leak" could be controls/leak or risks/leak.',
			'    Add the collection too.',
		]);
	});

	test('when changes would be lost, new and ignored files included', async () => {
		const { root, write } = catalogue();
		write({
			'content/risks/leak.mdx': entry('risks', 'leak', { title: 'Changed' }).source,
			'patterns/summary/starter/mine.log': 'mine',
			'patterns/summary/starter/node_modules/a/run.log': 'made by a tool',
		});
		expect((await called(root, 'leak', ...because)).error).toEqual([
			'these are not in git and would be lost: content/risks/leak.mdx.',
			'    Commit them, or move them away.',
		]);
		expect((await called(root, 'patterns/summary', ...because)).error[0]).toBe(
			'these are not in git and would be lost: patterns/summary/starter/mine.log.',
		);
		expect(existsSync(join(root, 'patterns/summary/pattern.mdx'))).toBe(true);
	});
});
