import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { codeOwners, codeOwnersFinding } from './codeowners.ts';
import { judgeOf } from './judges.ts';

const team = (id: string, handle?: string) => ({
	id,
	name: id,
	contact: '#somewhere',
	does: 'Answers for some of it.',
	...(handle && { handle }),
});
const organisation = (...teams: ReturnType<typeof team>[]) =>
	entry('organisation', 'organisation', { ...minimal.organisation(), teams });

const council = team('office', '@example/council');

test('each entry and each pattern folder has its owner, what decides has the council', () => {
	const owners = codeOwners(
		catalogueOf(
			organisation(council, team('risky', '@example/risky')),
			entry('patterns', 'summary', { owner: 'risky' }),
			entry('prompts'),
			entry('risks', 'leak', { owner: 'risky' }),
		),
	);
	const lines = (owners?.text ?? '').split('\n').filter((line) => line && !line.startsWith('#'));
	expect(lines.slice(0, 5)).toEqual([
		'* @example/council',
		'/content/ @example/council',
		'/patterns/ @example/council',
		'/content/risks/leak.mdx @example/risky',
		'/patterns/summary/ @example/risky',
	]);
	expect(lines.slice(5)).toContain('/content/policy.yaml @example/council');
	expect(lines.slice(5)).toContain('/content/approvals/ @example/council');
	for (const judge of [
		'/.github/',
		'/.gitlab-ci.yml',
		'/scripts/',
		'/src/',
		'/package-lock.json',
	]) {
		expect(lines.slice(5)).toContain(`${judge} @example/council`);
	}
	expect(lines.join('\n')).not.toContain('prompts');
});

test('the council stands in for a team without a handle, and that team is named', () => {
	const owners = codeOwners(
		catalogueOf(organisation(council, team('risky')), entry('risks', 'leak', { owner: 'risky' })),
	);
	expect(owners?.text).toContain('/content/risks/leak.mdx @example/council\n');
	expect(owners?.without).toEqual(['risky']);
});

test('without a handle for the council there is no file', () => {
	expect(codeOwners(catalogueOf(organisation(team('office'))))).toBeUndefined();
});

test('a file that differs is pointed at, at the first line that differs', () => {
	const finding = (actual: string | undefined) => {
		const found = codeOwnersFinding('.github/CODEOWNERS', actual, 'a @x\nb @y\n');
		return found && `${found.line} ${found.message}`;
	};
	expect(finding('a @x\nb @y\n')).toBeUndefined();
	expect(finding(undefined)).toBe('1 the file is missing.');
	expect(finding('a @x\nb @z\n')).toBe(
		'2 the line is "b @z", but from the owners it should be "b @y".',
	);
	expect(finding('a @x\n')).toBe('2 the line is nothing, but from the owners it should be "b @y".');
	expect(finding('a @x\nb @y\nc @z\n')).toBe(
		'3 the line is "c @z", but from the owners it should be nothing.',
	);
});

test('whatever judges belongs to the council, by the last line that fits', () => {
	const owners = codeOwners(
		catalogueOf(
			organisation(council, team('risky', '@example/risky')),
			entry('patterns', 'summary', { owner: 'risky' }),
		),
	);
	const lines = (owners?.text ?? '').split('\n').filter((line) => line && !line.startsWith('#'));
	const ownerOf = (path: string) =>
		lines
			.map((line) => line.split(' '))
			.findLast(([pattern = '']) => fits(pattern, path))
			?.at(-1);
	const files = [
		...['package.json', 'biome.json', '.npmrc', '.gitattributes', 'content/policy.yaml'],
		...['patterns/summary/.gitattributes', '.github/workflows/judge.yml', '.gitlab/CODEOWNERS'],
		...['.gitlab-ci.yml', '.ci/run', 'vitest.config.ts', 'src/pages/index.astro', 'tests/x.ts'],
		...['schemas/risk.ts', 'scripts/run.ts', 'node_modules/x/y.js', 'content/organisation.yaml'],
	];
	for (const path of files) {
		expect(judgeOf(path), path).toBeDefined();
		expect(ownerOf(path), path).toBe('@example/council');
	}
	expect(ownerOf('patterns/summary/pattern.mdx')).toBe('@example/risky');
});

/** Whether a line of CODEOWNERS fits a path: a slash in front holds it at the root. */
function fits(pattern: string, path: string): boolean {
	const anchored = pattern.startsWith('/');
	const body = pattern
		.replace(/^\//, '')
		.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\*/g, '[^/]*');
	if (pattern === '*') return true;
	const end = body.endsWith('/') ? '' : '(?:/.*)?$';
	return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}${end}`).test(path);
}
