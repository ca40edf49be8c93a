import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { definitionDigest } from '#catalogue/judge/records/binding.ts';
import { bundleDigest } from '#catalogue/judge/records/bundle.ts';
import { proofsOf } from '#catalogue/judge/records/proof.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { BUNDLE_FORMAT } from '#schemas/bundle.ts';
import { soundTexts } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { record } from './record.ts';

const repository = () => repositoryOf({ '.gitignore': '.cache/\n', ...soundTexts() });

const called = (root: string, ...args: string[]) => call(root, record, ...args);

const SUBJECT = 'use-cases/office-summary';
const folder = (root: string) => join(root, 'content/records', SUBJECT);
const EVIDENCE = [
	'control=logging',
	'evidence=log-config',
	'what=Export of the settings, read line by line.',
	'source=Ticket 12',
	'by=Head of Office',
];

const BECAUSE = ['because=The report of the quarter.', 'source=Ticket 12', 'by=Head of Office'];

describe('a record from flags', () => {
	test('is bound to the version and digest there is, and the checks accept it', async () => {
		const { root } = repository();
		expect(await called(root, 'evidence', SUBJECT, ...EVIDENCE)).toMatchObject({
			code: 0,
			error: [],
		});
		const { catalogue, findings } = await loadCatalogue(root);
		expect(findings.filter(({ rule }) => rule === 'records-kept')).toEqual([]);
		const all = [...catalogue.records.values()].flatMap(({ data }) => data.records);
		expect(all.find(({ kind }) => kind === 'evidence')).toMatchObject({
			of: { version: '1.0.0' },
			control: 'logging',
		});
	});

	test('is added below those there are, which stay byte for byte', async () => {
		const { root } = repository();
		await called(root, 'evidence', SUBJECT, ...EVIDENCE);
		const name = readdirSync(folder(root)).find((file) => file.startsWith('evidence.')) ?? '';
		const before = readFileSync(join(folder(root), name), 'utf8');
		expect((await called(root, 'evidence', SUBJECT, ...EVIDENCE, 'source=Ticket 13')).code).toBe(0);
		expect(readFileSync(join(folder(root), name), 'utf8').startsWith(before)).toBe(true);
	});

	test('keeps text as it was typed, with its colon and its numbers', async () => {
		const { root } = repository();
		const text = 'Two settings differ: the level, and 1.0 in place of 1.10';
		const fields = EVIDENCE.map((pair) => (pair.startsWith('what=') ? `what=${text}` : pair));
		expect(await called(root, 'evidence', SUBJECT, ...fields)).toMatchObject({
			code: 0,
			error: [],
		});
		const { catalogue } = await loadCatalogue(root);
		const all = [...catalogue.records.values()].flatMap(({ data }) => data.records);
		expect(all).toContainEqual(expect.objectContaining({ what: text }));
	});

	test('that is there already is not added again', async () => {
		const { root } = repository();
		await called(root, 'evidence', SUBJECT, ...EVIDENCE);
		const again = await called(root, 'evidence', SUBJECT, ...EVIDENCE);
		expect(again).toMatchObject({
			code: 3,
			error: [expect.stringContaining('has already been added')],
		});
	});

	test('that lacks a word of a list is refused with the words there are', async () => {
		const { root } = repository();
		const { error } = await called(root, 'decision', SUBJECT, 'about=measure', ...BECAUSE);
		expect(error.join('\n')).toContain('One of: met, not-met, agreed, refused, does-not-apply.');
	});

	test('about a condition that no approval has is refused, for it would count for nothing', async () => {
		const { root } = repository();
		const fields = ['about=condition', 'decided=met', ...BECAUSE];
		const before = readdirSync(folder(root));
		const { code, error } = await called(root, 'decision', SUBJECT, ...fields);
		expect(code).toBe(2);
		expect(error[0]).toContain(`o approval of ${SUBJECT} has a condition`);
		expect(readdirSync(folder(root))).toEqual(before);
	});

	test('that lacks a field is refused by its name, and nothing is written', async () => {
		const { root } = repository();
		const before = readdirSync(folder(root));
		const { code, error } = await called(root, 'evidence', SUBJECT, ...EVIDENCE.slice(1));
		expect([code, error[0]]).toEqual([1, 'missing key "control".']);
		expect(readdirSync(folder(root))).toEqual(before);
	});
});

const drill = {
	kind: 'drill',
	on: '2026-09-09',
	source: 'Drill report 4',
	by: 'Duty manager',
	of: { version: '1.0.0', digest: '0'.repeat(64) },
	controls: ['logging'],
	what: 'off-switch',
	minutes: 4,
	result: 'worked',
};
const bundle = (over: Record<string, unknown> = {}) => {
	const said = {
		format: BUNDLE_FORMAT,
		subject: SUBJECT,
		made: '2026-09-09T10:00Z',
		by: 'Pipeline of the office',
		records: [drill],
		...over,
	};
	// What tests break on purpose is no bundle; its digest is worked out all the same.
	return { ...said, digest: bundleDigest(said as Parameters<typeof bundleDigest>[0]) };
};

describe('a bundle', () => {
	const imported = async (text: string, ...args: string[]) => {
		const { root } = repository();
		const before = readdirSync(folder(root));
		writeFileSync(join(root, 'bundle.json'), text);
		const first = await called(root, 'import', 'bundle.json', ...args);
		return { root, before, ...first };
	};

	test('is imported whole, into a file of its own', async () => {
		const { root, code, out } = await imported(JSON.stringify(bundle()));
		expect(code).toBe(0);
		expect(out[0]).toMatch(
			/^Added 1 record to content\/records\/use-cases\/office-summary\/bundle\./,
		);
		const { findings } = await loadCatalogue(root);
		expect(findings.filter(({ rule }) => rule === 'records-kept')).toEqual([]);
	});

	test('is imported once', async () => {
		const { root } = await imported(JSON.stringify(bundle()));
		const again = await called(root, 'import', 'bundle.json');
		expect(again).toMatchObject({
			code: 3,
			error: [expect.stringContaining('has already been imported'), '    Nothing was written.'],
		});
	});

	test.each<[string, string, string]>([
		['half of it', JSON.stringify(bundle()).slice(0, 200), 'is not complete JSON'],
		['not JSON', 'hello', 'is not complete JSON'],
		['a list', '[]', 'the bundle does not fit'],
		[
			'a newer form',
			JSON.stringify(bundle({ format: 'ai-pattern-catalogue/bundle/2' })),
			'has the form',
		],
		[
			'a changed count',
			JSON.stringify(bundle()).replace('"minutes":4', '"minutes":3'),
			'its digest does not match',
		],
		[
			'another pattern',
			JSON.stringify(bundle({ subject: 'use-cases/elsewhere' })),
			'which this catalogue does not have',
		],
		['a subject outside', JSON.stringify(bundle({ subject: 'use-cases/../../x' })), 'does not fit'],
		[
			'a bad record',
			JSON.stringify(bundle({ records: [{ ...drill, minutes: 'few' }] })),
			'record 1 does not fit',
		],
		[
			'an unknown kind',
			JSON.stringify(bundle({ records: [{ kind: 'promise' }] })),
			'record 1 does not fit',
		],
		[
			'a record of tomorrow',
			JSON.stringify(bundle({ records: [{ ...drill, on: '2199-01-01' }] })),
			'is in the future',
		],
		[
			'a record with an id',
			JSON.stringify(bundle({ records: [{ ...drill, id: 'a'.repeat(16) }] })),
			'has an id',
		],
		['no records', JSON.stringify(bundle({ records: [] })), 'too few entries'],
		['a huge one', ' '.repeat(600 * 1024), 'larger than 512 kB'],
	])('that is %s is refused in one line, and nothing is written', async (_, text, said) => {
		const { root, before, code, error } = await imported(text);
		expect(code).toBe(1);
		expect(error[0]).toContain(said);
		expect(error).toHaveLength(2);
		expect(readdirSync(folder(root))).toEqual(before);
	});

	test('for another subject than the one that is named is refused', async () => {
		const { code, error } = await imported(JSON.stringify(bundle()), 'patterns/summary');
		expect([code, error[0]]).toEqual([1, `the bundle is about ${SUBJECT}, not patterns/summary.`]);
	});

	test('that is not there is a wrong call', async () => {
		const { root } = repository();
		expect((await called(root, 'import', 'nowhere.json')).code).toBe(2);
	});
});

/** A starter without packages, whose `prove` hands over what the test says. */
const starter = (prove: string) => ({
	'content/starter/package.json': JSON.stringify({
		name: 'pattern-starter',
		version: '0.1.0',
		scripts: { prove: 'node src/prove.js' },
	}),
	'content/starter/package-lock.json': JSON.stringify({
		name: 'pattern-starter',
		version: '0.1.0',
		lockfileVersion: 3,
		packages: { '': { name: 'pattern-starter', version: '0.1.0' } },
	}),
	'content/starter/src/prove.js': prove,
	'content/starter/src/controls/logging.ts': 'export const logged = true;\n',
	'content/starter/src/controls/logging.test.ts': 'import "./logging.ts";\n',
	'patterns/summary/starter/controls.json':
		'[{ "control": "logging", "module": "src/controls/logging.ts", "file": "policy/log.yaml" }]\n',
});
const build = {
	kind: 'build',
	on: '2026-09-09',
	by: 'A starter',
	source: 'npm run prove',
	control: 'logging',
	module: { path: 'src/controls/logging.ts', digest: '' },
	test: { path: 'src/controls/logging.test.ts', digest: '' },
	passed: 2,
};

describe('a build', () => {
	const texts = starter('');
	const digestOf = (path: keyof typeof texts) => fileDigest(texts[path]);
	const passing = bundle({
		subject: 'patterns/summary',
		records: [
			{
				...build,
				module: { ...build.module, digest: digestOf('content/starter/src/controls/logging.ts') },
				test: { ...build.test, digest: digestOf('content/starter/src/controls/logging.test.ts') },
			},
		],
	});
	const handsOver = `const fs = require('node:fs');
fs.mkdirSync('evidence');
fs.writeFileSync('evidence/build.bundle.json', ${JSON.stringify(JSON.stringify(passing))});
`;
	const stateOfLogging = async (root: string) => {
		const { catalogue } = await loadCatalogue(root);
		const pattern = catalogue.patterns.get('summary');
		return pattern && proofsOf(pattern, catalogue).get('logging')?.state;
	};

	test('comes from the tests of the starter; a changed byte of the module takes it away', async () => {
		const { root, write } = repository();
		write(starter(handsOver));
		expect(await stateOfLogging(root)).toBe('planned');
		expect(await called(root, 'build', 'summary')).toMatchObject({ code: 0, error: [] });
		expect(await stateOfLogging(root)).toBe('built');
		write({ 'content/starter/src/controls/logging.ts': 'export const logged = false;\n' });
		expect(await stateOfLogging(root)).toBe('planned');
	});

	test('whose tests fail is not recorded, and what failed is shown', async () => {
		const { root, write } = repository();
		write(starter('console.error("logging: 1 of its tests failed."); process.exitCode = 1;'));
		const { code, error } = await called(root, 'build', 'summary');
		expect(code).toBe(1);
		expect(error.join('\n')).toMatch(/1 of its tests failed[\s\S]*Nothing was recorded/);
		expect(await stateOfLogging(root)).toBe('planned');
	});

	test.each([
		['a pattern without a starter', ['summary']],
		['a use case', [SUBJECT]],
		['fields that nobody ran', ['summary', 'control=logging']],
	])('of %s is a wrong call', async (_, args) => {
		const { root } = repository();
		expect((await called(root, 'build', ...args)).code).toBe(2);
	});
});

describe('a run in a bundle', () => {
	const run = {
		kind: 'evaluation',
		on: '2026-09-09',
		by: 'Pipeline of the office',
		source: 'npm run evaluate',
		prompts: [{ prompt: 'ask', version: '1.0.0', digest: '1'.repeat(64) }],
		model: 'small',
		pin: '2026-10-01',
		dataset: {
			name: 'Cases',
			version: '1',
			digest: '2'.repeat(64),
			size: 8,
			languages: ['English'],
		},
		counts: [{ dimension: 'task-success', k: 7, n: 8 }],
	};

	test('gets the next number, and does not count while its prompt is another', async () => {
		const { root } = repository();
		for (const made of ['2026-09-09T10:00Z', '2026-09-09T11:00Z']) {
			writeFileSync(join(root, 'bundle.json'), JSON.stringify(bundle({ made, records: [run] })));
			const { code, out } = await called(root, 'import', 'bundle.json');
			expect(code).toBe(0);
			expect(out[1]).toContain('Does not count today');
		}
		const { catalogue, findings } = await loadCatalogue(root);
		expect(findings.filter(({ rule }) => rule === 'records-kept')).toEqual([]);
		const all = [...catalogue.records.values()].flatMap(({ data }) => data.records);
		const runs = all.flatMap((one) => (one.kind === 'evaluation' ? one.run : []));
		expect(runs.sort()).toEqual([1, 2]);
	});

	test('of a bundle with one record that is here already is refused whole', async () => {
		const { root } = repository();
		writeFileSync(join(root, 'bundle.json'), JSON.stringify(bundle()));
		await called(root, 'import', 'bundle.json');
		writeFileSync(join(root, 'bundle.json'), JSON.stringify(bundle({ records: [run, drill] })));
		const { code, error } = await called(root, 'import', 'bundle.json');
		expect([code, error[0]]).toEqual([
			1,
			expect.stringContaining('record 2 has already been imported, in'),
		]);
	});
});

describe('a bundle at an address', () => {
	async function served(answer: (response: ServerResponse) => void): Promise<string> {
		const server = createServer((_, response) => answer(response));
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		return `http://127.0.0.1:${port}/bundle.json`;
	}
	const imported = async (answer: (response: ServerResponse) => void) => {
		const { root } = repository();
		const before = readdirSync(folder(root));
		const result = await called(root, 'import', await served(answer));
		return { ...result, added: readdirSync(folder(root)).length - before.length };
	};

	test('is fetched and imported', async () => {
		const done = await imported((response) => response.end(JSON.stringify(bundle())));
		expect(done).toMatchObject({ code: 0, added: 1, error: [] });
	});

	test.each<[string, number, string, (response: ServerResponse) => void]>([
		['is not there', 2, 'answered 404', (response) => response.writeHead(404).end()],
		[
			'is elsewhere',
			2,
			'could not be fetched',
			(response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
		],
		['breaks off', 2, 'could not be fetched', (response) => response.destroy()],
		['has no end', 1, 'larger than 512 kB', (response) => response.end(' '.repeat(4_000_000))],
		['is a page', 1, 'is not complete JSON', (response) => response.end('<html>')],
	])('that %s is refused in one line, and nothing is written', async (_, code, said, answer) => {
		const refused = await imported(answer);
		expect(refused).toMatchObject({ code, added: 0 });
		expect(refused.error).toHaveLength(2);
		expect(refused.error[0]).toContain(said);
	});
});

/** The command in a terminal of its own; each answer is typed when its question is there. */
async function typed(root: string, call: string, answers: readonly [asked: string, string][]) {
	const catalogue = join(import.meta.dirname, '../catalogue.ts');
	const { CI: _, ...env } = process.env;
	const command = `'${process.execPath}' '${catalogue}' record ${call}`;
	const child = spawn('script', ['-qfec', command, '/dev/null'], { cwd: root, env });
	let said = '';
	let seen = 0;
	const open = [...answers];
	child.stdout.on('data', (part: Buffer) => {
		said += part.toString();
		const [asked, answer] = open[0] ?? [];
		const at = asked === undefined ? -1 : said.indexOf(asked, seen);
		if (at === -1 || answer === undefined) return;
		open.shift();
		seen = said.length;
		child.stdin.write(answer);
	});
	const code = await new Promise<number | null>((done) => child.on('close', done));
	return { code, said };
}

describe.skipIf(process.platform !== 'linux')('in a terminal', () => {
	test('it asks for what is missing, says what does not fit, and adds the record', async () => {
		const { root } = repository();
		const call = `measurement ${SUBJECT} source=Ticket by=Office`;
		const { code, said } = await typed(root, call, [
			['metric:', 'business-impact\r'],
			['period:', 'last month\r'],
			['period:', '\u0015' + '2026-10\r'],
			['value:', '92\r'],
		]);
		expect([code, said]).toEqual([0, expect.stringContaining('Added ')]);
		const { catalogue, findings } = await loadCatalogue(root);
		expect(findings.filter(({ rule }) => rule === 'records-kept')).toEqual([]);
		const all = [...catalogue.records.values()].flatMap(({ data }) => data.records);
		expect(all.find(({ kind }) => kind === 'measurement')).toMatchObject({
			period: '2026-10',
			value: 92,
			definition: definitionDigest('business-impact', catalogue),
		});
	});

	test('Ctrl-C leaves everything as it was', async () => {
		const { root, git } = repository();
		const before = git('status', '--porcelain');
		const { code, said } = await typed(root, `evidence ${SUBJECT}`, [['source:', '\u0003']]);
		expect([code, said]).toEqual([130, expect.stringContaining('Nothing was written.')]);
		expect(said).not.toMatch(/ExitPromptError|\n {4}at /);
		expect(git('status', '--porcelain')).toBe(before);
	});
});

test('a value of a metric that is not there is refused by its name', async () => {
	const { root } = repository();
	const fields = [
		'metric=business-impakt',
		'period=2026-10',
		'value=1',
		'source=Ticket',
		'by=Office',
	];
	const { code, error } = await called(root, 'measurement', SUBJECT, ...fields);
	expect([code, error[1]]).toEqual([2, '    Did you mean "business-impact"?']);
});
