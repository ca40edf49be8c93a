import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../load.ts';
import { MAX_ASSET_BYTES, MAX_BYTES, placeOf, readFiles } from './files.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'catalogue-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), content);
}
const read = () =>
	readFiles(root).map(({ path, text, problem }) => `${path}: ${text ?? problem?.message}`);

test('files come in path order with their text', () => {
	write('patterns/b/pattern.mdx', 'two');
	write('content/risks/a.mdx', 'one');
	expect(read()).toEqual(['content/risks/a.mdx: one', 'patterns/b/pattern.mdx: two']);
});

test('a place without a catalogue has no files', () => expect(read()).toEqual([]));

test('pictures and the files of starters come as assets, with a digest', () => {
	write('content/risks/a.png', Uint8Array.from([0, 1]));
	write('patterns/b/starter/src/index.ts', 'one\r\ntwo');
	write('patterns/b/starter/.gitignore', 'dist');
	write('content/starter/node_modules/x/index.js', 'x');
	expect(readFiles(root).map(({ path, text, asset }) => [path, text, asset?.length])).toEqual([
		['content/risks/a.png', undefined, 64],
		['patterns/b/starter/.gitignore', 'dist', 64],
		['patterns/b/starter/src/index.ts', 'one\r\ntwo', 64],
	]);
});

test('what is passed by in a pattern is said, unless a system left it behind', () => {
	write('patterns/b/.draft.mdx', 'x');
	write('patterns/.old/pattern.mdx', 'x');
	write('patterns/b/starter/node_modules/x/index.js', 'x');
	write('patterns/b/.DS_Store', 'x');
	write('patterns/b/.pattern.mdx.swp', 'x');
	expect(read()).toEqual([
		'patterns/.old: is hidden, so it is not read.',
		'patterns/b/.draft.mdx: is hidden, so it is not read.',
		'patterns/b/starter/node_modules: has a name that tools give to the files they generate, so it is not part of the starter.',
	]);
});

test('only the two folders of starters are read as starters', () => {
	write('patterns/starter/pattern.mdx', 'one');
	write('patterns/starter/starter/src/a.ts', 'two');
	write('content/guides/starter/a.mdx', 'three');
	write('patterns/b/prompts/starter/ask.prompt', 'four');
	expect(readFiles(root).map(({ path, asset }) => [path, asset !== undefined])).toEqual([
		['content/guides/starter/a.mdx', false],
		['patterns/b/prompts/starter/ask.prompt', false],
		['patterns/starter/pattern.mdx', false],
		['patterns/starter/starter/src/a.ts', true],
	]);
});

test('hidden files and other folders are not read', () => {
	for (const path of ['content/.DS_Store', 'content/.git/config', 'docs/page.mdx']) {
		write(path, 'x');
	}
	expect(read()).toEqual([]);
});

describe('a file that cannot be an entry says why', () => {
	test('too large', () => {
		write('content/risks/a.mdx', 'a'.repeat(MAX_BYTES));
		write('content/risks/b.mdx', 'a'.repeat(MAX_BYTES + 1));
		expect(read()[0]).toHaveLength('content/risks/a.mdx: '.length + MAX_BYTES);
		expect(read()[1]).toBe('content/risks/b.mdx: is 513 kB.');
	});

	test.each([
		['a wrong byte', [0x61, 0xff, 0x62]],
		['an overlong form', [0xc0, 0xaf]],
		['half a pair', [0xed, 0xa0, 0x80]],
		['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
	])('no UTF-8: %s', (_, bytes) => {
		write('content/risks/a.mdx', Uint8Array.from(bytes));
		expect(read()).toEqual(['content/risks/a.mdx: is not UTF-8 text.']);
	});

	test('a link to a file or a folder, which is not followed', () => {
		write('outside/secret.mdx', 'secret');
		write('content/risks/a.mdx', 'one');
		symlinkSync(join(root, 'outside/secret.mdx'), join(root, 'content/risks/b.mdx'));
		symlinkSync(join(root, 'outside'), join(root, 'content/guides'));
		expect(read()).toEqual([
			'content/guides: is a link to another file. Links are not followed.',
			'content/risks/a.mdx: one',
			'content/risks/b.mdx: is a link to another file. Links are not followed.',
		]);
	});

	test('a link in the place of all content, or in what the site serves as it is', () => {
		write('outside/risks/a.mdx', 'secret');
		write('public/icon.svg', '<svg/>');
		symlinkSync(join(root, 'outside'), join(root, 'content'));
		symlinkSync('/etc/passwd', join(root, 'public/passwd.txt'));
		expect(read()).toEqual([
			'content: is a link to another file. Links are not followed.',
			'public/passwd.txt: is a link to another file. Links are not followed.',
		]);
	});

	test('a file of a starter that no team should have to download', () => {
		write('patterns/a/starter/src/large.ts', 'a'.repeat(MAX_ASSET_BYTES + 1));
		expect(read()).toEqual(['patterns/a/starter/src/large.ts: is 10241 kB.']);
	});

	test('a folder that is a file', () => {
		write('content', 'x');
		expect(read()).toEqual(['content: cannot be opened (ENOTDIR).']);
	});

	// The superuser may read everything, so there is nothing to see then.
	test.skipIf(process.getuid?.() === 0)('no right to read', () => {
		write('content/guides/a.mdx', 'one');
		write('content/risks/a.mdx', 'one');
		chmodSync(join(root, 'content/guides'), 0o000);
		chmodSync(join(root, 'content/risks/a.mdx'), 0o000);
		expect(read()).toEqual([
			'content/guides: cannot be opened (EACCES).',
			'content/risks/a.mdx: cannot be read (EACCES).',
		]);
		chmodSync(join(root, 'content/guides'), 0o755);
	});
});

test('what was refused on disk becomes a finding at its path', async () => {
	write('content/risks/a.mdx', Uint8Array.from([0xff]));
	write('content/risks/notes.txt', 'x');
	const { findings } = await loadCatalogue(root);
	expect(findings.map(({ file, message }) => `${file}: ${message}`)).toEqual([
		'content/organisation.yaml: the file is missing.',
		'content/policy.yaml: the file is missing.',
		'content/risks/a.mdx: the file is not UTF-8 text.',
		'content/risks/notes.txt: content/risks/notes.txt is the place of no collection.',
	]);
});

describe('a path says what a file is', () => {
	test.each([
		['content/risks/bias.mdx', { collection: 'risks', id: 'bias', parent: undefined }],
		['content/policy.yaml', { collection: 'policy', id: 'policy', parent: undefined }],
		['patterns/a/pattern.mdx', { collection: 'patterns', id: 'a', parent: undefined }],
		['patterns/a/prompts/b.prompt', { collection: 'prompts', id: 'b', parent: 'a' }],
		['patterns/a/prompts/b.cases.yaml', { collection: 'cases', id: 'b', parent: 'a' }],
	])('%s', (path, place) => expect(placeOf(path)).toEqual(place));

	test.each([
		'content/risks/bias.md',
		'content/risks/deep/bias.mdx',
		'content/bias.mdx',
		'content/riskz/bias.mdx',
		'patterns/pattern.mdx',
		'patterns/a/patternXmdx',
		'x/content/risks/bias.mdx',
		'content/risks/bias.mdx.bak',
	])('%s is the place of nothing', (path) => expect(placeOf(path)).toBeUndefined());
});
