import { expect, test, vi } from 'vitest';
import type { Cache } from '#catalogue/model/cache.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { checkedBefore, checkNow, keyFor } from './outcome.ts';

/** A cache that keeps what a file would: JSON. */
function cacheInMemory(): Cache {
	const kept = new Map<string, string>();
	return {
		get: (key) => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
		set: (key, value) => kept.set(key, JSON.stringify(value)),
		save: () => {},
	};
}

const before = (files: readonly SourceFile[], cache: Cache) => checkedBefore(keyFor(files), cache);
const now = (files: readonly SourceFile[], cache: Cache) => checkNow(files, keyFor(files), cache);

const file = (text: string | undefined): SourceFile => ({ path: 'content/risks/leak.mdx', text });

test('what a check said is said again about the same files, without checking them', async () => {
	const cache = cacheInMemory();
	expect(before([file('---\n---\n')], cache)).toBeUndefined();
	const { outcome } = await now([file('---\n---\n')], cache);
	expect(outcome.findings.length).toBeGreaterThan(0);
	expect(before([file('---\n---\n')], cache)).toEqual(JSON.parse(JSON.stringify(outcome)));
});

test.each<[string, SourceFile[]]>([
	['a byte of a file', [file('---\n---\n\n')]],
	['the name of a file', [{ ...file('---\n---\n'), path: 'content/risks/lead.mdx' }]],
	['one file more', [file('---\n---\n'), { ...file(''), path: 'content/risks/none.mdx' }]],
	['one file less', []],
	['a file that can no longer be read', [file(undefined)]],
	['the digest of a picture', [{ ...file('---\n---\n'), asset: 'sha256:0' }]],
])('%s that changed is checked', async (_, files) => {
	const cache = cacheInMemory();
	await now([file('---\n---\n')], cache);
	expect(before(files, cache)).toBeUndefined();
});

test('a new day is checked, since what is due follows from it', async () => {
	const cache = cacheInMemory();
	vi.stubEnv('SOURCE_DATE_EPOCH', '1790000000');
	await now([file('')], cache);
	expect(before([file('')], cache)).toBeDefined();
	vi.stubEnv('SOURCE_DATE_EPOCH', '1790100000');
	expect(before([file('')], cache)).toBeUndefined();
	vi.unstubAllEnvs();
});

test('the files of ten thousand patterns have a key, and one of them that changed has another', () => {
	const many = Array.from(
		{ length: 100_000 },
		(_, at): SourceFile => ({
			path: `content/risks/r${at}.mdx`,
			text: '---\n---\n',
		}),
	);
	const key = keyFor(many);
	expect(key).toMatch(/^[0-9a-f]{64}$/);
	expect(keyFor([...many.slice(1), file('')])).not.toBe(key);
});
