import { expect, test } from 'vitest';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { deprecatedUse } from './deprecated-use.ts';

const old = entry('patterns', 'old', { status: 'deprecated', successor: 'summary' });
const related = [{ pattern: 'old', why: 'It did the same before.' }];

test('a reference to a deprecated pattern names the successor', async () =>
	expect(
		await problemsOf(deprecatedUse, old, entry('patterns', 'third', { related })),
	).toMatchObject([
		{
			entry: { id: 'third' },
			path: ['related', 0, 'pattern'],
			message: 'the pattern "old" is deprecated.',
			fix: 'Cite "summary" instead.',
		},
	]));

test('a link in prose counts; without a successor it says so', async () => {
	const link = { collection: 'risks', id: 'leak', line: 9, column: 3 };
	const guide = entry('guides', 'start', {}, { bodyLinks: [link] });
	const risk = entry('risks', 'leak', { status: 'deprecated' });
	expect(await problemsOf(deprecatedUse, risk, guide)).toMatchObject([
		{ spot: { line: 9 }, fix: 'Plan to do without it. It has no successor.' },
	]);
});

test('the successor may tell where it comes from', async () =>
	expect(await messagesOf(deprecatedUse, old, entry('patterns', 'summary', { related }))).toEqual(
		[],
	));

test('what is deprecated itself may cite what goes with it', async () =>
	expect(
		await messagesOf(
			deprecatedUse,
			old,
			entry('patterns', 'third', { status: 'deprecated', related }),
		),
	).toEqual([]));

test('what is in use may be cited', async () =>
	expect(await messagesOf(deprecatedUse, entry('risks'), entry('controls'))).toEqual([]));
