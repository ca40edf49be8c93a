import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptColour, readColours, writeColours } from './highlight-cache.ts';

let folder = '';
let notices: string[] = [];
const notice = (line: string) => notices.push(line);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'highlight-'));
	notices = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fail = () => Promise.reject(new Error('coloured again'));

test('one code is coloured once in a run, by language', async () => {
	await keptColour('json', '{}', async () => 'json');
	expect(await keptColour('json', '{}', fail)).toBe('json');
	expect(await keptColour('yaml', '{}', async () => 'yaml')).toBe('yaml');
});

test('a file that was changed is left out with one line', () => {
	writeColours(folder, 'v1', notice);
	const file = join(folder, 'highlight.json');
	writeFileSync(file, readFileSync(file, 'utf8').replace('<', '<script>'));
	writeFileSync(file, `${readFileSync(file, 'utf8')} `);
	readColours(folder, 'v1', notice);
	expect(notices).toHaveLength(1);
	expect(notices[0]).toContain('is damaged');
});

test('other code may colour differently, so nothing is taken over from it', () => {
	writeColours(folder, 'v1', notice);
	readColours(folder, 'v2', notice);
	expect(notices).toHaveLength(1);
	expect(notices[0]).toContain('by another version');
});
