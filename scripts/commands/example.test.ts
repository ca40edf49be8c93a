import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { soundFiles } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { example } from './example.ts';

const ORGANISATION = 'content/organisation.yaml';
const MINE = 'content/use-cases/office-summary.yaml';

/** Sound content of an organisation that is the example, or is not. */
function content(isExample: boolean, texts: Record<string, string> = {}) {
	const all = soundFiles().map(({ path, text = '' }) => [
		path,
		path === ORGANISATION && isExample ? `example: true\n${text}` : text,
	]);
	return repositoryOf({ ...Object.fromEntries(all), ...texts });
}

const called = (root: string, ...args: string[]) => call(root, example, ...args);

test('it writes what says that it is invented, and a second run finds nothing to do', async () => {
	const { root, git, read } = content(true);
	expect((await called(root)).code).toBe(0);
	const written = git('status', '--porcelain', '-uall')
		.split('\n')
		.map((line) => line.replace(/^\S+ /, ''));
	expect(written).toContain('content/outcomes/first-contact.yaml');
	for (const path of written) expect(read(path)).toMatch(/^example: true$/m);
	expect(await called(root)).toMatchObject({
		code: 0,
		out: ['The example data is up to date.'],
	});
});

test('with --check it writes nothing, and says by its exit code that something is old', async () => {
	const { root, git } = content(true);
	const { code, out } = await called(root, '--check');
	expect(code).toBe(1);
	expect(out.at(-1)).toContain('npm run catalogue -- example');
	expect(git('status', '--porcelain')).toBe('');
});

test('it removes what it no longer makes, and leaves alone what is not marked', async () => {
	const old = 'content/outcomes/of-before.yaml';
	const { root } = content(true, { [old]: 'example: true\ntitle: Of before\n' });
	await called(root);
	expect(existsSync(join(root, old))).toBe(false);
	expect(existsSync(join(root, MINE))).toBe(true);
});

test('it writes nothing into an organisation that is not the example', async () => {
	const { root, git } = content(false);
	const { code, error } = await called(root);
	expect(code).toBe(2);
	expect(error.join('\n')).toMatch(/is not an example organisation\.[\s\S]*adopt/);
	expect(git('status', '--porcelain')).toBe('');
});

describe('told from a later day', () => {
	const OUTCOME = 'content/outcomes/first-contact.yaml';

	test('its days move, and the next run keeps the day', async () => {
		const { root, read } = content(true);
		expect((await called(root, '--today', '2027-03-30')).code).toBe(0);
		expect(read(OUTCOME)).toMatch(/^reviewed: 2027-03-16$/m);
		expect(await called(root, '--check')).toMatchObject({ code: 0 });
	});

	test.each([
		['2026-01-31', /is before 2026-11-30/],
		['2027-02-30', /2027-02-30/],
		['spring', /spring/],
	])('not from %s: nothing is written', async (day, says) => {
		const { root, git } = content(true);
		const { code, error } = await called(root, '--today', day);
		expect(code).toBe(2);
		expect(error.join('\n')).toMatch(says);
		expect(git('status', '--porcelain')).toBe('');
	});
});
