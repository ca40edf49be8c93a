import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchContent } from './watch.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'catalogue-watch-'));
	mkdirSync(join(root, 'content/risks'), { recursive: true });
	mkdirSync(join(root, 'patterns'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const save = (path: string, text: string) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};

/** Watches, doing the steps one after the other, each after a check; returns how many ran. */
async function watching(...steps: (() => void)[]): Promise<number> {
	const stop = new AbortController();
	let checks = 0;
	await watchContent(
		root,
		async () => {
			const step = steps[checks++];
			if (step) step();
			else stop.abort();
		},
		stop.signal,
	);
	return checks;
}

test('it checks at the start, and again for each change', async () => {
	const checks = await watching(
		() => save('content/risks/leak.mdx', 'one'),
		() => save('content/risks/leak.mdx', 'two'),
		() => rmSync(join(root, 'content/risks/leak.mdx')),
	);
	expect(checks).toBe(4);
});

test('it sees files in folders that were made later', async () => {
	const checks = await watching(
		() => save('patterns/new/pattern.mdx', 'one'),
		() => save('patterns/new/pattern.mdx', 'two'),
	);
	expect(checks).toBe(3);
});

test('a check that fails ends it with the reason', async () => {
	const failing = watchContent(
		root,
		() => Promise.reject(new Error('no more')),
		new AbortController().signal,
	);
	await expect(failing).rejects.toThrow('no more');
});

test('it ends when it was stopped before it began, after one check', async () => {
	let checks = 0;
	const check = async () => {
		checks++;
	};
	await watchContent(root, check, AbortSignal.abort());
	expect(checks).toBe(1);
});
