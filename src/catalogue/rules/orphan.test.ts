import { expect, test } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { entry, messagesOf, soundFiles } from '#tests/support/build.ts';
import { orphan } from './orphan.ts';

test('an entry that nothing cites is reported', async () => {
	expect(await messagesOf(orphan, entry('risks', 'bias'))).toEqual([
		'no entry refers to the risk "bias".',
	]);
});

test('an entry cited in data is fine', async () => {
	const cited = [entry('controls'), entry('risks'), entry('roles')];
	expect(await messagesOf(orphan, ...cited)).toEqual(['no entry refers to the control "logging".']);
});

test('a link in prose counts', async () => {
	const bodyLinks = [{ collection: 'risks', id: 'bias', line: 20, column: 1 }];
	const guide = entry('guides', 'start', {}, { bodyLinks });
	expect(await messagesOf(orphan, entry('risks', 'bias'), guide)).toEqual([]);
});

test.each(['patterns', 'guides', 'frameworks', 'policy', 'organisation', 'cases'] as const)(
	'%s stand on their own',
	async (collection) => {
		expect(await messagesOf(orphan, entry(collection))).toEqual([]);
	},
);

test('it is a warning: the build does not stop for it', async () => {
	const { file, source } = entry('risks', 'bias');
	const { findings } = await checkFiles(soundFiles({ [file]: source }));
	expect(findings).toMatchObject([
		{ severity: 'warning', rule: 'orphan', file, line: 2, column: 1 },
	]);
});

test('nothing is said of it while a file that may cite it was not accepted', async () => {
	const { file, source } = entry('risks', 'bias');
	const guide = entry('guides');
	const broken = { [guide.file]: guide.source.replace(/^title: .*$/m, 'title: Start #5 and more') };
	const { findings } = await checkFiles(soundFiles({ [file]: source, ...broken }));
	expect(findings.map(({ rule }) => rule)).toEqual(['yaml']);
});

test('teams are not missed while the organisation was not accepted', async () => {
	const { file, source } = entry('organisation');
	const { findings } = await checkFiles(soundFiles({ [file]: `${source}unknown: key\n` }));
	expect(findings.map((finding) => finding.file)).toEqual([file]);
});

test('a gate is not judged while the pattern of the use was not accepted', async () => {
	const { file, source } = entry('patterns');
	const title = source.replace(/^title: .*$/m, 'title: Summary #5 and more');
	const stages = [
		{ stage: 'pilot' as const, entered: '2026-10-01' },
		{ stage: 'early-production' as const, entered: '2026-11-10' },
	];
	const use = entry('use-cases', 'desk', { stages, stage: 'early-production' });
	const { findings } = await checkFiles(soundFiles({ [file]: title, [use.file]: use.source }));
	expect(findings.filter(({ rule }) => rule === 'use-case-gates')).toEqual([]);
});
