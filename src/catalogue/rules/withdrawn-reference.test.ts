import { expect, test } from 'vitest';
import { checkAmongSound, entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { withdrawnReference } from './withdrawn-reference.ts';

const gone = entry('withdrawn', 'risks.old', { successor: 'leak' });
const control = entry('controls', 'logging', { mitigates: ['leak', 'old'] });

test('a reference to what was withdrawn gives the reason and the successor', async () =>
	expect(
		await problemsOf(
			withdrawnReference,
			gone,
			entry('controls', 'logging', { mitigates: ['other', 'old'] }),
		),
	).toMatchObject([
		{
			path: ['mitigates', 1],
			message: '"old" was withdrawn on 2026-11-01: It was the same as another one.',
			fix: 'Cite "leak" instead.',
		},
	]));

test('a link in prose is a reference too; without a successor it must go', async () => {
	const link = { collection: 'risks', id: 'old', line: 9, column: 3 };
	const guide = entry('guides', 'start', {}, { bodyLinks: [link] });
	expect(await problemsOf(withdrawnReference, entry('withdrawn'), guide)).toMatchObject([
		{ spot: { line: 9, column: 3 }, fix: 'Remove it. There is no successor.' },
	]);
});

test('a successor that the list already holds need not be cited again', async () => {
	expect(await problemsOf(withdrawnReference, gone, control)).toMatchObject([
		{ fix: 'Remove it.' },
	]);
});

test('a successor is not told to cite itself', async () => {
	const link = { collection: 'risks', id: 'old', line: 9, column: 3 };
	const leak = entry('risks', 'leak', {}, { bodyLinks: [link] });
	expect(await problemsOf(withdrawnReference, gone, leak)).toMatchObject([{ fix: 'Remove it.' }]);
});

test('an id that was never there is not called withdrawn', async () =>
	expect(
		await messagesOf(withdrawnReference, gone, entry('controls', 'a', { mitigates: ['lost'] })),
	).toEqual([]));

test('it is the only finding about that reference', async () => {
	const { findings } = await checkAmongSound({ 'content/controls/logging.mdx': control.source });
	const rules = findings.filter(({ line, file }) => file === control.file && line > 0);
	expect(rules.map(({ rule }) => rule)).toEqual(['withdrawn-reference']);
});

test('a release may name what is gone: it tells what once was', async () =>
	expect(
		await messagesOf(withdrawnReference, entry('withdrawn', 'models.small'), entry('releases')),
	).toEqual([]));
