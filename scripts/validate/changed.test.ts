import { describe, expect, test } from 'vitest';
import type { Finding } from '#catalogue/model/finding.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { checkKept, entry, pathOf, soundFiles } from '#tests/support/build.ts';
import { finding } from '#tests/support/report.ts';
import { answerable, changedFiles } from './changed.ts';

const LEAK = pathOf('risks', 'leak');
const LOGGING = pathOf('controls', 'logging');
const GUIDE = pathOf('guides', 'start');

describe('a file is changed', () => {
	const before: SourceFile[] = [
		{ path: 'a', text: '1' },
		{ path: 'b', text: '1' },
		{ path: 'c.png', text: undefined, asset: 'x' },
		{ path: 'd', text: '1' },
	];

	test('when it is new, gone, or other than it was', () => {
		const after: SourceFile[] = [
			{ path: 'a', text: '1' },
			{ path: 'b', text: '2' },
			{ path: 'c.png', text: undefined, asset: 'y' },
			{ path: 'e', text: '1' },
		];
		expect([...changedFiles(before, after)].sort()).toEqual(['b', 'c.png', 'd', 'e']);
	});

	test('and not when it is the same', () => {
		expect(changedFiles(before, structuredClone(before))).toEqual(new Set());
	});
});

/** Files with a finding that stands in each of them, and what the change is answerable for. */
async function filesAnswerable(
	findings: readonly Finding[],
	changed: readonly string[],
	before: readonly Finding[] = findings,
) {
	const { catalogue } = await checkKept(soundFiles());
	return answerable({ catalogue, findings: [...findings] }, new Set(changed), before).map(
		({ file }) => file,
	);
}

describe('a change is answerable', () => {
	const old = [LEAK, LOGGING, GUIDE].map((file) => finding({ file }));

	test('for what is wrong in the files it touches, and in what they cite or are cited by', async () => {
		expect(await filesAnswerable(old, [LEAK])).toEqual([LEAK, LOGGING]);
	});

	test('not for what was wrong before elsewhere', async () => {
		expect(await filesAnswerable(old, [])).toEqual([]);
	});

	test('for what was not wrong before, wherever it is', async () => {
		expect(await filesAnswerable(old, [], [])).toEqual([LEAK, LOGGING, GUIDE]);
	});

	test('for one more of the same', async () => {
		const twice = [finding({ file: GUIDE }), finding({ file: GUIDE, line: 9 })];
		expect(await filesAnswerable(twice, [], [finding({ file: GUIDE })])).toEqual([GUIDE]);
	});

	test('not for a finding that only moved to another line', async () => {
		const moved = [finding({ file: GUIDE, line: 9 })];
		expect(await filesAnswerable(moved, [], [finding({ file: GUIDE })])).toEqual([]);
	});
});

test('what a removed entry breaks elsewhere is new', async () => {
	const before = soundFiles();
	const after = soundFiles({ [pathOf('roles', 'analyst')]: undefined });
	const loaded = await checkKept(after);
	const { findings } = await checkKept(before);
	const broken = answerable(loaded, changedFiles(before, after), findings);
	expect(broken.map(({ file, rule }) => `${file} ${rule}`)).toContain(`${LOGGING} reference`);
	expect(entry('controls').data.operator).toBe('analyst');
});
