import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { highlightCache } from './highlight-cache.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'highlight-'));
	writeFileSync(join(folder, 'lock.json'), 'first');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => highlightCache(join(folder, 'kept'), join(folder, 'lock.json'));

test('the next build finds what this one coloured, by language and code', () => {
	open().add('json', '{\n}', '<b>{\n}</b>');
	expect(open().get('json', '{\n}')).toBe('<b>{\n}</b>');
	expect(open().get('yaml', '{\n}')).toBeUndefined();
});

test('other packages may colour differently, so nothing is taken over from before them', () => {
	open().add('json', '{}', 'old');
	writeFileSync(join(folder, 'lock.json'), 'second');
	expect(open().get('json', '{}')).toBeUndefined();
});

test('a last line that was cut short is left out, and the rest is kept', () => {
	open().add('json', '{}', 'kept');
	const [name = ''] = readdirSync(join(folder, 'kept'));
	appendFileSync(join(folder, 'kept', name), 'AAAAAAAAAAAAAAAAAAAAAA "cut');
	open().add('json', '[]', 'after');
	expect(open().get('json', '{}')).toBe('kept');
	expect(open().get('json', '[]')).toBe('after');
});
