import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noCache } from '../model/cache.ts';
import { diskCache, keyOf, openCache } from './cache.ts';
import { cacheFolder } from './cache-folder.ts';

let root = '';
let notices: string[] = [];
const notice = (line: string) => notices.push(line);
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'cache-'));
	notices = [];
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true, force: true });
});

const keys = Array.from({ length: 40 }, (_, number) => keyOf(String(number)));
const filled = (folder: string) => {
	mkdirSync(folder, { recursive: true });
	const cache = diskCache(folder, notice);
	for (const key of keys) cache.set(key, { of: key });
	cache.save();
};
const found = (folder: string) => {
	const cache = diskCache(folder, notice);
	return keys.filter((key) => cache.get(key) !== undefined);
};
const folder = () => join(root, 'kept');
const everyFile = (change: (text: string) => string | Buffer) => {
	for (const name of readdirSync(folder())) {
		const file = join(folder(), name);
		writeFileSync(file, change(readFileSync(file, 'utf8')));
	}
};

test('the next run finds what this one kept', () => {
	filled(folder());
	expect(found(folder())).toEqual(keys);
	expect(notices).toEqual([]);
});

test.each<[what: string, change: (text: string) => string | Buffer, says: string]>([
	['cut short', (text) => text.slice(0, -5), 'is damaged'],
	['empty', () => '', 'is damaged'],
	['changed by hand', (text) => text.replace('"of"', '"0f"'), 'is damaged'],
	['of another tool', () => Buffer.from([0xff, 0x0f, 0x00]), 'is damaged'],
	['of another version', (text) => text.replace(/\t[0-9a-f]+\t/, '\tother\t'), 'another version'],
])('a cache that is %s is left out with one line', (_, change, says) => {
	filled(folder());
	everyFile(change);
	expect(found(folder())).toEqual([]);
	expect(notices).toHaveLength(1);
	expect(notices[0]).toContain(says);
	expect(notices[0]).not.toContain('\n');
});

test('a folder that cannot be written to is told once, and the work goes on', () => {
	const file = join(root, 'file');
	writeFileSync(file, '');
	const cache = diskCache(join(file, 'kept'), notice);
	for (const key of keys) cache.set(key, true);
	cache.save();
	expect(notices).toHaveLength(1);
});

test('the folder stands outside the checkout and belongs to the user alone', () => {
	const [checkout, home] = [join(root, 'checkout'), join(root, 'home')];
	for (const path of [checkout, home]) mkdirSync(path);
	const { folder: kept = '' } = cacheFolder(checkout, { env: {}, platform: 'linux', home });
	expect(kept.startsWith(join(home, '.cache', 'ai-pattern-catalogue'))).toBe(true);
	expect(statSync(kept).mode & 0o777).toBe(0o700);
	chmodSync(kept, 0o777);
	cacheFolder(checkout, { env: {}, platform: 'linux', home });
	expect(statSync(kept).mode & 0o777).toBe(0o700);
});

test('two names of one checkout share a folder, two checkouts do not', () => {
	for (const name of ['one', 'two']) mkdirSync(join(root, name));
	symlinkSync(join(root, 'one'), join(root, 'link'));
	const of = (name: string) =>
		cacheFolder(join(root, name), { env: { XDG_CACHE_HOME: join(root, 'home') } }).folder;
	expect(of('link')).toBe(of('one'));
	expect(of('two')).not.toBe(of('one'));
});

test('a home inside the checkout is no place for a cache, because it could be committed', () => {
	const { folder: kept, problem } = cacheFolder(root, { env: {}, platform: 'linux', home: root });
	expect(kept).toBeUndefined();
	expect(problem).toContain('is inside the checkout');
});

test('a home inside the checkout is refused also where its name starts with dots', () => {
	const checkout = join(root, 'checkout');
	mkdirSync(join(checkout, '..home'), { recursive: true });
	const { folder: kept } = cacheFolder(checkout, {
		env: { XDG_CACHE_HOME: join(checkout, '..home') },
	});
	expect(kept).toBeUndefined();
});

test('a pipeline reads no cache', () => {
	const checkout = join(root, 'checkout');
	mkdirSync(checkout);
	vi.stubEnv('XDG_CACHE_HOME', join(root, 'home'));
	expect(openCache(checkout, notice, 'true')).toBe(noCache);
	expect(openCache(checkout, notice, '')).not.toBe(noCache);
});
