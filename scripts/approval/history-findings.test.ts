import { expect, test } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { newApprovals } from '#catalogue/report/approval-comparisons.ts';
import { entry, soundTexts, TODAY, textsOf } from '#tests/support/build.ts';
import { type Repository, repositoryOf } from '#tests/support/repository.ts';
import { approvalBy, council, tess } from '#tests/support/signer.ts';
import { historyFindings } from './history-findings.ts';

const MADE = soundTexts({ 'content/organisation.yaml': council.source });
const PATTERN = 'patterns/summary/pattern.mdx';
const TESS = `${tess.member.name} <${tess.member.email}>`;

/** A catalogue in git, written by someone on a day. */
function written(author: string, day: string, message = 'A change'): Repository {
	const repository = repositoryOf(MADE);
	repository.write(
		textsOf(entry('patterns', 'summary', { fit: 'It fits a team that reads a lot.' })),
	);
	repository.git('add', '--all');
	repository.git(
		'commit',
		'--quiet',
		`--author=${author}`,
		`--date=${day}T10:00:00Z`,
		`--message=${message}`,
	);
	return repository;
}

/** What is found of an approval by Tess that says these are the authors. */
async function found({ root, write }: Repository, date = TODAY): Promise<string[]> {
	const { catalogue } = await checkFiles(readFiles(root), { today: TODAY });
	const said = { date, authors: ['Nobody <nobody@example.com>'] };
	const made = approvalBy(tess, 'technology', 'patterns/summary', catalogue, said);
	write({ [made.path]: made.text });
	const next = (await checkFiles(readFiles(root), { today: TODAY })).catalogue;
	const findings = await historyFindings(
		newApprovals({ base: catalogue, proposal: next }),
		next,
		root,
		'HEAD',
	);
	return findings.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`);
}

test('who wrote nothing of it, after it was written, has no finding', async () =>
	expect(await found(written('Ada Writer <ada@example.com>', '2026-11-20'))).toEqual([]));

test.each([
	['an author', TESS, 'A change'],
	['an author under another name', `T. T. <${tess.member.email.toUpperCase()}>`, 'A change'],
	['a co-author', 'Ada Writer <ada@example.com>', `A change\n\nCo-authored-by: ${TESS}`],
])('%s who signs and names another author is found by git', async (_, author, message) =>
	expect(await found(written(author, '2026-11-20', message))).toEqual([
		expect.stringMatching(
			/^1\.0\.0\.technology\.yaml:9 git names .* as an author of what Tess Technology approved\.$/,
		),
	]),
);

test('an approval that is older than the content is found by git', async () =>
	expect(await found(written('Ada Writer <ada@example.com>', '2026-11-20'), '2026-11-19')).toEqual([
		'1.0.0.technology.yaml:11 the approval is dated 2026-11-19, but the content changed on 2026-11-20.',
	]));

test('who changed the register alone is no author', async () => {
	const repository = written('Ada Writer <ada@example.com>', '2026-11-20');
	repository.write({
		'patterns/summary/register.yaml': `${repository.read('patterns/summary/register.yaml')}# Looked at\n`,
	});
	repository.commit(TESS);
	expect(await found(repository)).toEqual([]);
	repository.write({ [PATTERN]: repository.read(PATTERN).replace('version:', '# Mine\nversion:') });
	repository.commit(TESS);
	expect(await found(repository)).toHaveLength(2);
});
