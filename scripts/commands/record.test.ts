import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleDigest } from '#catalogue/judge/records/bundle.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { BUNDLE_FORMAT } from '#schemas/bundle.ts';
import { soundFiles } from '#tests/support/build.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { run } from '../run.ts';
import { record } from './record.ts';

function repository() {
	const texts = soundFiles().map(({ path, text }) => [path, text ?? '']);
	return repositoryOf({ '.gitignore': '.cache/\n', ...Object.fromEntries(texts) });
}

async function called(root: string, ...args: string[]) {
	const [out, error]: [string[], string[]] = [[], []];
	const io = {
		cwd: root,
		out: (line: string) => out.push(line),
		error: (line: string) => error.push(line),
	};
	return { code: await run([record], ['record', ...args], io), out, error };
}

const SUBJECT = 'use-cases/office-summary';
const folder = (root: string) => join(root, 'content/records', SUBJECT);
const EVIDENCE = [
	'control=logging',
	'evidence=log-config',
	'what=Export of the settings, read line by line.',
	'source=Ticket 12',
	'by=Head of Office',
];

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

	test('that is there already is not added again', async () => {
		const { root } = repository();
		await called(root, 'evidence', SUBJECT, ...EVIDENCE);
		const again = await called(root, 'evidence', SUBJECT, ...EVIDENCE);
		expect(again).toMatchObject({ code: 3, error: [expect.stringContaining('is here already')] });
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
			/^Added 1 records to content\/records\/use-cases\/office-summary\/bundle\./,
		);
		const { findings } = await loadCatalogue(root);
		expect(findings.filter(({ rule }) => rule === 'records-kept')).toEqual([]);
	});

	test('is imported once', async () => {
		const { root } = await imported(JSON.stringify(bundle()));
		const again = await called(root, 'import', 'bundle.json');
		expect(again).toMatchObject({
			code: 3,
			error: [expect.stringContaining('is here already'), '    Nothing was written.'],
		});
	});

	test.each<[string, string, string]>([
		['half of it', JSON.stringify(bundle()).slice(0, 200), 'is not whole JSON'],
		['not JSON', 'hello', 'is not whole JSON'],
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
			'there is no such entry',
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
			'still to come',
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
