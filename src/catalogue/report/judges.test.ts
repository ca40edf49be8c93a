import { expect, test } from 'vitest';
import { judgeOf, touchedJudges } from './judges.ts';

test.each([
	'.github/workflows/check.yml',
	'.gitlab-ci.yml',
	'.ci/run',
	'scripts/commands/validate.ts',
	'src/catalogue/rules/index.ts',
	'src/pages/index.astro',
	'schemas/policy.ts',
	'tests/workflows.test.ts',
	'package.json',
	'package-lock.json',
	'.npmrc',
	'node_modules/zod/index.js',
	'.cache/catalogue/entry.json',
	'content/policy.yaml',
	'content/organisation.yaml',
	'biome.json',
	'vitest.config.ts',
	'.gitattributes',
	'content/risks/.gitattributes',
	'patterns/summary/.gitattributes',
	'a-file-nobody-has-thought-of.toml',
	'new-folder/anything.md',
])('%s judges', (path) => expect(judgeOf(path)).toBeDefined());

test.each([
	'content/risks/leak.mdx',
	'patterns/summary/pattern.mdx',
	'patterns/summary/starter/.gitattributes',
	'patterns/summary/starter/package.json',
	'README.md',
	'docs/screenshot.png',
	'public/favicon.svg',
	'LICENSE',
])('%s judges nothing', (path) => expect(judgeOf(path)).toBeUndefined());

test('files of one kind are told together, policy first', () => {
	expect(
		touchedJudges(['schemas/risk.ts', 'content/policy.yaml', 'README.md', 'schemas/model.ts']),
	).toEqual([
		{ what: 'The policy', code: false, files: ['content/policy.yaml'] },
		{ what: 'Schemas', code: true, files: ['schemas/model.ts', 'schemas/risk.ts'] },
	]);
});
