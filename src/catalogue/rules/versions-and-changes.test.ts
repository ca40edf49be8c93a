import { expect, test } from 'vitest';
import type { Change } from '#schemas/fields.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { versionsAndChanges } from './versions-and-changes.ts';

const change = (version: string, impact: Change['impact'], rest: Partial<Change> = {}): Change => ({
	version,
	date: '2026-11-01',
	impact,
	summary: 'What changed and why.',
	...rest,
});
const check = async (version: string, ...changes: Change[]) => {
	const problems = await problemsOf(
		versionsAndChanges,
		entry('controls', 'logging', { version, changes }),
	);
	return problems.map(({ path, message }) => `${path?.join('.')}: ${message}`);
};
const first = change('1.0.0', 'minor');

test('a log that falls from the version of the entry is fine', async () => {
	const action = 'Switch over by the first of March.';
	expect(
		await check(
			'2.0.0',
			change('2.0.0', 'major', { action }),
			change('1.1.0', 'minor'),
			change('1.0.1', 'patch'),
			first,
		),
	).toEqual([]);
});

test('the newest change has the version of the entry', async () => {
	expect(await check('1.1.0', first)).toEqual([
		'changes.0.version: the newest change is 1.0.0, but the version is 1.1.0.',
	]);
});

test('versions fall, as numbers and not as text', async () => {
	expect(await check('1.9.0', change('1.9.0', 'minor'), change('1.10.0', 'minor'))).toEqual([
		'changes.0.version: 1.9.0 comes before 1.10.0.',
	]);
	expect(await check('1.10.0', change('1.10.0', 'minor'), change('1.9.0', 'minor'))).toEqual([]);
});

test('a version stands once', async () => {
	expect(await check('1.0.0', first, first)).toEqual([
		'changes.0.version: 1.0.0 comes before 1.0.0.',
	]);
});

test('the impact is that of the step', async () => {
	expect(await check('1.1.0', change('1.1.0', 'patch'), first)).toEqual([
		'changes.0.impact: from 1.0.0 to 1.1.0 is a minor step, but the change is called patch.',
	]);
});

test('a breaking change says what teams must do', async () => {
	expect(await check('2.0.0', change('2.0.0', 'major'), first)).toEqual([
		'changes.0.impact: the breaking change 2.0.0 does not say what teams must do.',
	]);
});

test('dates do not rise down the list', async () => {
	const late = change('1.0.0', 'minor', { date: '2026-11-02' });
	expect(await check('1.0.1', change('1.0.1', 'patch'), late)).toEqual([
		'changes.0.date: the change of 2026-11-01 is older than the one below it.',
	]);
});

test('the log of a prompt is read under its own key', async () => {
	const prompt = entry('prompts', 'ask', { version: '1.0.1' });
	expect(await problemsOf(versionsAndChanges, prompt)).toMatchObject([
		{ path: ['catalogue.changes', 0, 'version'] },
	]);
});
