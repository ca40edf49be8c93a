import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveAside } from '#site/set-aside.ts';

const made = () => mkdtempSync(join(tmpdir(), 'set-aside-'));

test('a folder is moved whole, over what was set aside before', () => {
	const root = made();
	const [site, aside] = [join(root, 'dist'), join(root, 'cache', 'old-site')];
	for (const folder of [site, aside]) mkdirSync(folder, { recursive: true });
	writeFileSync(join(site, 'index.html'), 'new');
	writeFileSync(join(aside, 'index.html'), 'older');

	moveAside(site, aside);

	expect(existsSync(site)).toBe(false);
	expect(readFileSync(join(aside, 'index.html'), 'utf8')).toBe('new');
});

test('a first build has nothing to move', () => {
	const root = made();
	moveAside(join(root, 'dist'), join(root, 'old-site'));
	expect(existsSync(join(root, 'old-site'))).toBe(false);
});
