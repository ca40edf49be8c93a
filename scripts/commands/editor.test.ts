import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EDITOR_FOLDER } from '#catalogue/pages/editor.ts';
import { collectionNames } from '#schemas/index.ts';
import { editor } from '#scripts/commands/editor.ts';
import { validate } from '#scripts/commands/validate.ts';
import { run } from '#scripts/run.ts';
import { entry, soundFiles } from '#tests/support/build.ts';

let root: string;
const count = collectionNames.length + 1;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'editor-'));
	for (const { path, text } of soundFiles()) await put(path, text ?? '');
});
afterEach(() => {
	vi.unstubAllEnvs();
	return rm(root, { recursive: true });
});

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

async function called(...args: string[]) {
	const lines: string[] = [];
	const say = (line: string) => lines.push(line);
	const code = await run([editor, validate], args, { cwd: root, out: say, error: say });
	return { code, lines };
}

const schema = (name: string) => readFile(join(root, EDITOR_FOLDER, `${name}.schema.json`), 'utf8');

test('it says what it wrote, and leaves alone what has not changed', async () => {
	const first = await called('editor');
	expect(first.code).toBe(0);
	expect(first.lines).toContain('wrote .astro/collections/patterns.schema.json');
	expect(first.lines.at(-1)).toBe(
		`${count} files for the editor, ${count} of them new or changed.`,
	);
	const { mtimeMs } = await stat(join(root, EDITOR_FOLDER, 'patterns.schema.json'));
	expect((await called('editor')).lines).toEqual([
		`${count} files for the editor, 0 of them new or changed.`,
	]);
	expect((await stat(join(root, EDITOR_FOLDER, 'patterns.schema.json'))).mtimeMs).toBe(mtimeMs);
	const names = await readdir(join(root, EDITOR_FOLDER));
	expect(names.filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('content with errors does not stop it', async () => {
	await put('content/roles/analyst.mdx', '---\ntitle: x\n---\n');
	expect((await called('editor')).code).toBe(0);
	expect(JSON.parse(await schema('patterns')).properties.title).toMatchObject({ type: 'string' });
});

test('the check of the content makes a new id known', async () => {
	await called('validate');
	expect(await schema('policy')).not.toContain('human-review');
	const added = entry('controls', 'human-review');
	await put(added.file, added.source);
	await called('validate');
	expect(await schema('policy')).toContain('human-review');
});

test('the check of content that has not changed brings back what is missing or out of date', async () => {
	// A pipeline keeps nothing, so it would not be asked twice.
	vi.stubEnv('CI', '');
	await called('validate');
	const whole = await schema('policy');
	const path = `${EDITOR_FOLDER}/policy.schema.json`;
	await put(path, '{}');
	await called('validate');
	expect(await schema('policy')).toBe(whole);
	await rm(join(root, EDITOR_FOLDER), { recursive: true });
	await called('validate');
	expect(await schema('policy')).toBe(whole);
	const { mtimeMs } = await stat(join(root, path));
	await called('validate');
	expect((await stat(join(root, path))).mtimeMs).toBe(mtimeMs);
});

test('where it cannot write, it says so and the check of the content goes on', async () => {
	await writeFile(join(root, '.astro'), 'a file in the way');
	const { code, lines } = await called('editor');
	expect(code).toBe(1);
	expect(lines).toEqual([
		expect.stringMatching(/^The files for the editor cannot be written: E\w+/),
		'    Check that you can write to .astro/collections.',
	]);
	expect((await called('validate')).lines.at(-1)).toMatch(/all sound\.$/);
});
