import { expect, test } from 'vitest';
import { checkKept, entry, soundFiles } from '#tests/support/build.ts';
import { compareCatalogues } from './compare.ts';
import { readSides } from './sides.ts';

const compared = async (base: ReturnType<typeof soundFiles>, head = soundFiles()) =>
	compareCatalogues(await readSides(base, head, (files) => checkKept(files)));

test('a file written for other schemas is compared by its fields', async () => {
	const risk = entry('risks');
	const older = risk.source.replace('title: An entry', 'title: An old title\nsince: long ago');
	const report = await compared(soundFiles({ [risk.file]: older }));
	expect(report.entries.map(({ changes }) => changes.map(({ text }) => text))).toEqual([
		['Title: An old title → An entry'],
	]);
	expect(report.older).toEqual([risk.file]);
	expect(report.findings).toEqual({ appeared: [], fixed: [] });
});

test('a policy written for other schemas makes no finding and no tier move', async () => {
	const policy = entry('policy');
	const older = policy.source.replace('coreMetrics:', 'oldKey: 1\ncoreMetrics:');
	const report = await compared(soundFiles({ [policy.file]: older }));
	expect(report.findings).toEqual({ appeared: [], fixed: [] });
	expect(report.entries).toEqual([]);
});

test('a file that was no data at all is not compared', async () => {
	const risk = entry('risks');
	const report = await compared(soundFiles({ [risk.file]: 'not an entry' }));
	expect(report.unread.base).toEqual([risk.file]);
	expect(report.summary).toBe('No entry changes in meaning; 1 file of the base cannot be read.');
});

test('a policy that the change breaks moves no tier', async () => {
	const policy = entry('policy');
	const report = await compared(soundFiles(), soundFiles({ [policy.file]: 'version: 1' }));
	expect(report.entries).toEqual([]);
	expect(report.unread.head).toEqual([policy.file]);
});

test('an old entry whose change log was no list can be compared', async () => {
	const role = entry('roles');
	const older = role.source.replace('reports:', 'changes: some words\nreports:');
	const newer = role.source.replace('title: An entry', 'title: Another entry');
	const report = await compared(
		soundFiles({ [role.file]: older }),
		soundFiles({ [role.file]: newer }),
	);
	expect(report.entries[0]?.changes[0]?.text).toBe('Title: An entry → Another entry');
});
