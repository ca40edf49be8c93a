import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { evidenceDocument } from '#schemas/api.ts';
import { evidence } from '#scripts/commands/evidence.ts';
import { call } from '#tests/support/call.ts';
import { livedHouse } from '#tests/support/house/life.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';

const USE = 'warranty-desk';
/** Later than everything that the house has on record. */
const COMMIT = '2026-11-22T10:20:30Z';

let root: string;
const git = (...args: string[]) =>
	execFileSync('git', args, {
		cwd: root,
		encoding: 'utf8',
		stdio: 'pipe',
		env: { ...process.env, GIT_AUTHOR_DATE: COMMIT, GIT_COMMITTER_DATE: COMMIT },
	}).trim();

beforeAll(async () => {
	vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-25T08:00:00Z') / 1000));
	for (const name of Object.keys(process.env))
		if (name.startsWith('GIT_')) delete process.env[name];
	root = mkdtempSync(join(tmpdir(), 'evidence-'));
	(await livedHouse()).write(root);
	git('init', '--quiet', '--initial-branch=main');
	git('-c', 'core.autocrlf=false', 'add', '.');
	git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '-m', 'All');
}, 60_000);
afterAll(() => {
	rmSync(root, { recursive: true, force: true });
	vi.unstubAllEnvs();
});

async function called(...args: string[]) {
	const { code, out, error } = await call(root, evidence, ...args);
	return { code, said: [...out, ...error].join('\n') };
}

/** The pack of a subject, unpacked into a folder of its own. */
async function packed(name: string) {
	const out = mkdtempSync(join(tmpdir(), 'pack-'));
	made.push(out);
	const { code, said } = await called(name, '--out', out);
	const id = name.split('/').at(-1) ?? '';
	const bytes = readFileSync(join(out, `${id}-evidence.zip`));
	for (const [path, content] of Object.entries(unzipSync(bytes))) {
		mkdirSync(dirname(join(out, path)), { recursive: true });
		writeFileSync(join(out, path), content);
	}
	const folder = join(out, `${id}-evidence`);
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	return { code, said, bytes, out, folder, read };
}

const made: string[] = [];
afterAll(() => {
	for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Runs a block of shell as a person would paste it. */
function shell(folder: string, script: string) {
	const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
		cwd: folder,
		encoding: 'utf8',
		env: { PATH: process.env.PATH, LC_ALL: 'C' },
	});
	return { status, stdout, stderr };
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const blocksOf = (markdown: string) =>
	[...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, script = '']) => script);

describe.each([
	['a use case', `use-cases/${USE}`],
	['a pattern', `patterns/${LETTERS}`],
])('the pack of %s', (_, name) => {
	test('is the same bytes for the same commit, whatever the day and the zone', async () => {
		const first = await packed(name);
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2027-02-01T08:00:00Z') / 1000));
		vi.stubEnv('TZ', 'Asia/Tokyo');
		const again = await packed(name);
		vi.stubEnv('TZ', 'UTC');
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-25T08:00:00Z') / 1000));
		expect(again.bytes.equals(first.bytes)).toBe(true);
		expect(first.read('VERIFY.md')).toContain(`as of ${COMMIT}`);
	});

	test('is checked with public tools alone, as VERIFY.md says', async () => {
		const { bytes, folder, read } = await packed(name);
		const text = read('VERIFY.md');
		const digests = [...text.matchAll(/^You should see ([0-9a-f]{64})\.$/gm)].map(([, one]) => one);
		const scripts = blocksOf(text);
		expect(scripts.length).toBeGreaterThan(4);
		const sums: (string | undefined)[] = [];
		for (const script of scripts) {
			const { stdout, stderr } = shell(folder, script);
			if (script.startsWith('while read')) {
				const [, count] = /You should see (\d+) lines? that/.exec(text) ?? [];
				const good = stdout.split('\n').filter((line) => line.startsWith('Good "'));
				expect([good.length, stdout.includes('NOT VERIFIED')]).toEqual([Number(count), false]);
				for (const [, fingerprint] of text.matchAll(/ \| (SHA256:\S+) \|$/gm))
					expect(stdout).toContain(`key ${fingerprint}`);
			} else if (script.startsWith('sha256sum ../')) expect(stdout.split(' ')[0]).toBe(sha(bytes));
			else if (script.startsWith('sha256sum approved/')) sums.push(stdout.split(' ')[0]);
			else expect([script, stdout, stderr]).toEqual([script, '', '']);
		}
		expect(sums).toEqual(digests);
	});

	test('shows a changed file, a changed statement and a foreign signature', async () => {
		const { folder, read } = await packed(name);
		const [sums = '', archive = '', loop = ''] = blocksOf(read('VERIFY.md'));
		expect(archive).toContain('.zip');
		const [path = ''] = read('approvals/list.txt').split(' ');
		writeFileSync(join(folder, path), read(path).replace('"version":"', '"version":"9'));
		expect(shell(folder, sums).stdout).toContain(`${path}: FAILED`);
		expect(shell(folder, loop).stdout).toContain(`NOT VERIFIED: ${path}`);
	});

	test.each([
		['a signature', (list: string) => `${list.split(' ')[0]}.sig`, 'AAAA'],
		['a key of a signer', () => 'allowed_signers', 'ssh-ed25519 AAAA'],
	])('shows a changed byte in %s, even if SHA256SUMS was made again', async (_, pathOf, part) => {
		const { folder, read } = await packed(name);
		const [, , loop = ''] = blocksOf(read('VERIFY.md'));
		const path = pathOf(read('approvals/list.txt'));
		expect(read(path)).toContain(part);
		writeFileSync(join(folder, path), read(path).replace(part, `${part.slice(0, -1)}B`));
		expect(shell(folder, loop).stdout).toContain('NOT VERIFIED: approvals/');
	});

	test('is read by the validator of OSCAL', async () => {
		const { read } = await packed(name);
		const validate = oscalValidator();
		for (const file of ['catalog', 'component-definition', 'assessment-results']) {
			validate(JSON.parse(read(`oscal/${file}.json`)));
			expect([file, validate.errors]).toEqual([file, null]);
		}
		const broken = JSON.parse(read('oscal/catalog.json'));
		delete broken.catalog.metadata.title;
		expect(validate(broken)).toBe(false);
	});

	test('has a control mapping that a parser of CSV reads, and a document of the API', async () => {
		const { read } = await packed(name);
		const text = read('control-mapping.csv');
		const rows: Record<string, string>[] = parseCsv(text, {
			columns: true,
			record_delimiter: '\r\n',
		});
		expect(rows.length).toBeGreaterThan(3);
		expect(rows.every(({ control, state }) => control && state)).toBe(true);
		const document = evidenceDocument.parse(JSON.parse(read('pack.json')));
		expect(document.items.map(({ item }) => read('evidence.html').includes(item))).not.toContain(
			false,
		);
		expect(document.questions).toHaveLength(10);
	});

	test('has one file to read that asks for nothing and runs nothing', async () => {
		const { read } = await packed(name);
		const html = read('evidence.html');
		expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
		const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
		expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
	});
});

test('what is missing is said with who supplies it and by when, and the pack is made all the same', async () => {
	const { code, said, read } = await packed(USE);
	expect(code).toBe(0);
	expect(said).toMatch(/ is not complete: /);
	const { items, complete } = evidenceDocument.parse(JSON.parse(read('pack.json')));
	const open = items.filter(({ toDo }) => toDo);
	expect([complete, open.length > 0]).toEqual([false, true]);
	const html = read('evidence.html');
	for (const { what, toDo } of open) {
		expect(html).toContain(what.replaceAll('"', '&quot;').slice(0, 10));
		expect([toDo?.who, toDo?.by]).toEqual([expect.any(String), expect.stringMatching(/^\d{4}-/)]);
	}
});

test('a signature that does not verify refuses the pack, and says which file', async () => {
	const listed = git('ls-files', `content/approvals/patterns/${LETTERS}`).split('\n');
	const [path = ''] = listed;
	const text = readFileSync(join(root, path), 'utf8');
	writeFileSync(join(root, path), text.replace('tier: "medium"', 'tier: "high"'));
	const { code, said } = await called(`patterns/${LETTERS}`, '--out', join(root, 'out'));
	writeFileSync(join(root, path), text);
	expect([code, said.includes(`Refused: ${path}`)]).toEqual([1, true]);
});

test('files that are not committed make a pack that does not name a commit', async () => {
	const path = join(root, 'content/outcomes/answers-sooner.yaml');
	const text = readFileSync(path, 'utf8');
	writeFileSync(path, `${text}# changed\n`);
	const { read, said } = await packed(USE);
	writeFileSync(path, text);
	expect(said).toContain('differ from the last commit');
	expect(evidenceDocument.parse(JSON.parse(read('pack.json'))).commit).toBeUndefined();
});

test('a name that nobody knows is wrong use', async () => {
	expect((await called('no-such-use')).code).toBe(2);
});

function oscalValidator() {
	const schema = JSON.parse(
		readFileSync(
			new URL('../../tests/support/oscal/oscal-complete-1.2.2.schema.json', import.meta.url),
			'utf8',
		),
	);
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	return ajv.compile(schema);
}
