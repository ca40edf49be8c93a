import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkFiles } from '#catalogue/load.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { checkKept, entry, soundFiles, TODAY, textsOf } from '#tests/support/build.ts';
import { migrated } from './migrate.ts';

const pattern = entry('patterns');
const [page = '', register = ''] = Object.keys(textsOf(pattern));
/** The pattern as it was written before it had a register. */
const older = `---\n# Who answers\n${stringify(pattern.data, { aliasDuplicateObjects: false })}---\nProse.\n`;

function today(files: readonly SourceFile[]): SourceFile[] {
	const moved = migrated(files);
	const paths = new Set(moved.map(({ path }) => path));
	return [
		...files.filter(({ path }) => !paths.has(path)),
		...moved.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }])),
	];
}

describe('the register of a pattern', () => {
	const files = soundFiles({ [page]: older, [register]: undefined });
	const moves = (all: readonly SourceFile[]) =>
		migrated(all).filter(({ path }) => path.startsWith('patterns/'));

	test('is taken out of pattern.mdx, and the pattern says what it said', async () => {
		const { catalogue, findings } = await checkKept(today(files));
		expect(findings).toEqual([]);
		expect(catalogue.patterns.get('summary')?.data).toEqual(pattern.data);
	});

	test('takes the comments above its keys along, and leaves every other byte', () => {
		const text = older.replace('status:', '# Set by the council\nstatus:');
		const [left, made] = moves(files.map((one) => (one.path === page ? { ...one, text } : one)));
		expect(made?.text).toContain('# Set by the council\nstatus: proposed\n');
		const lines = new Set(text.split('\n'));
		expect(left?.text?.split('\n').filter((line) => !lines.has(line))).toEqual([]);
		expect(left?.text).toContain('# Who answers\ntitle: Summary\n');
	});

	test('is not moved again', () => expect(migrated(today(files))).toEqual([]));
});

const NUMBERED = (text: string) => `${text}schema: 2\n`;
const organisation = entry('organisation');

test('content of today stays as it is', () => {
	const texts = { [organisation.file]: NUMBERED(organisation.source) };
	expect(migrated(soundFiles(texts))).toEqual([]);
});

test('facts of before records leave the pattern and stay readable in the register', async () => {
	const text = older
		.replace(
			'  knownFailures: []',
			'  lastRun:\n    date: 2026-05-01\n    passed: 96\n    results:\n      - { dimension: tone, value: 97 }\n  knownFailures: []',
		)
		.replace(
			/evidence:\n +kind: log-config\n +source: Settings export\n/,
			'evidence: { kind: log-config, date: 2026-05-02, source: Settings export }\n',
		)
		.replace(
			'    source: Trace store\n',
			'    source: Trace store\n    latest: { value: 91, on: 2026-05-03 }\n',
		)
		.replace('    role: analyst\n', '    role: analyst\n    completed: { date: 2026-05-04 }\n')
		.replace(/ {2}- role: analyst\n/, '  - role: analyst\n    completed: { date: 2026-05-04 }\n');
	const files = today(soundFiles({ [page]: text, [register]: undefined }));
	const { catalogue, findings } = await checkKept(files);
	expect(findings).toEqual([]);
	expect(catalogue.patterns.get('summary')?.data).toEqual(pattern.data);
	const kept = files.find(({ path }) => path === register)?.text ?? '';
	expect(kept).toMatch(/# {3}last run of the evaluation: .*"passed":96/);
	expect(kept).toContain('#   control logging, date: "2026-05-02"');
	expect(kept).toMatch(/# {3}metric \w+, latest: .*91/);
	expect(kept).toMatch(/# {3}role analyst, completed: .*2026-05-04/);
});

describe('content of before there were signatures', () => {
	const policy = entry('policy');
	const digest = 'a'.repeat(64);
	const older = {
		[organisation.file]: organisation.source.replace(/^ {2}version: .*\n/m, ''),
		[policy.file]: policy.source.replace(/^ {2}parts:[\s\S]*?landingDays: .*\n/m, ''),
		'content/controls/logging.mdx': entry('controls').source.replace(
			'status: proposed',
			'status: approved # since May',
		),
		'content/risks/leak.mdx': entry('risks').source.replace(
			'status: published',
			'status: "proposed"',
		),
		[entry('approvals').file]: undefined,
		'patterns/summary/approvals.yaml': `approvals:
  - { version: "1.0.0", digest: "${digest}", seat: technology, by: "Tess Reviewer <tess@example.com>", date: 2026-05-02, reviewBy: 2027-05-02, authors: [Ada Writer], conditions: [Test it in June.] }
contents: {}
`,
	};

	test('reads without a finding after it, and says what it said', async () => {
		const { catalogue, findings } = await checkFiles(today(soundFiles(older)), { today: TODAY });
		expect(findings).toEqual([]);
		expect(catalogue.organisation).toMatchObject({ schema: 2, council: { version: '1.0.0' } });
		expect(catalogue.policy.approval.signedFrom).toBe('medium');
		expect(catalogue.controls.get('logging')?.data.status).toBe('proposed');
		expect(catalogue.risks.get('leak')?.data.status).toBe('published');
	});

	test('keeps each approval as history, which never counts', async () => {
		const { catalogue } = await checkFiles(today(soundFiles(older)), { today: TODAY });
		const kept = catalogue.approvals.get('patterns/summary/1.0.0.technology')?.data;
		expect(kept).toMatchObject({
			before: true,
			statement: {
				digest,
				name: 'Tess Reviewer',
				member: 'tess@example.com',
				conditions: [{ text: 'Test it in June.' }],
			},
		});
		expect(catalogue.patterns.get('summary')?.data.status).toBe('proposed');
	});

	test('is not changed again', () => expect(migrated(today(soundFiles(older)))).toEqual([]));
});

test.each(['', 'no data', '---\n[\n---\n', '---\n{ title: a, owner: b }\n---\n'])(
	'a pattern that cannot be read is left alone: %j',
	(text) => expect(migrated([{ path: page, text }])).toEqual([]),
);
