import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publish, recover, removeLater, workFolder } from './publish.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, text: string): string {
	const path = join(root, name);
	mkdirSync(path);
	writeFileSync(join(path, 'index.html'), text);
	return path;
}
const shown = (site: string) => readFileSync(join(site, 'index.html'), 'utf8');

test('a new site takes the place of the old one, which stands where the new one was', () => {
	const site = folder('dist', 'old');
	writeFileSync(join(site, 'gone.html'), 'old');
	publish(folder('fresh', 'new'), site);
	expect(shown(site)).toBe('new');
	expect(existsSync(join(site, 'gone.html'))).toBe(false);
	expect(readdirSync(root).sort()).toEqual(['dist', 'fresh']);
	expect(shown(join(root, 'fresh'))).toBe('old');
});

test('a first site has nothing to replace', () => {
	publish(folder('fresh', 'new'), join(root, 'dist'));
	expect(shown(join(root, 'dist'))).toBe('new');
});

test('a site that is published from a branch keeps its repository', () => {
	const site = folder('dist', 'old');
	mkdirSync(join(site, '.git'));
	writeFileSync(join(site, '.git/HEAD'), 'ref: pages');
	publish(folder('fresh', 'new'), site);
	expect(readFileSync(join(site, '.git/HEAD'), 'utf8')).toBe('ref: pages');
});

test('the old site comes back where a machine stopped between two names', () => {
	const site = folder('dist', 'old');
	renameSync(site, join(root, '.dist.replaced'));
	recover(site);
	expect(shown(site)).toBe('old');
});

test('what is left of a replaced site goes with the next build', () => {
	folder('.dist.replaced', 'old');
	recover(folder('dist', 'new'));
	expect(readdirSync(root)).toEqual(['dist']);
});

test('a build removes the folder of a killed one, and not that of one that runs', () => {
	const killed = folder('.dist.999999999-0123abcd.building', '');
	const other = folder('.else.999999999-0123abcd.building', '');
	const running = workFolder(join(root, 'dist'));
	const second = workFolder(join(root, 'dist'));
	expect(readdirSync(root).sort()).toEqual([other, running, second].map((x) => basename(x)).sort());
	expect(existsSync(killed)).toBe(false);
});

/** A folder with this many folders of two files. */
function large(count: number): string {
	const path = join(root, 'large');
	for (let at = 0; at < count; at += 1) {
		const deep = join(path, 'site', 'patterns', String(at));
		mkdirSync(deep, { recursive: true });
		writeFileSync(join(deep, 'index.html'), '');
	}
	writeFileSync(join(path, 'index.html'), '');
	return path;
}

test('a folder that is quickly removed is gone when the build ends', () => {
	const path = large(3);
	removeLater(path, 60_000);
	expect(existsSync(path)).toBe(false);
	expect(() => removeLater(path)).not.toThrow();
});

test('a folder that takes long to remove goes without anyone waiting for it', async () => {
	const path = large(300);
	removeLater(path, -1);
	expect(existsSync(path)).toBe(true);
	await vi.waitFor(() => expect(existsSync(path)).toBe(false), { timeout: 20_000 });
});
