import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { digestOfBytes } from '../model/digest.ts';
import { tgzOf, zipOf } from './archive.ts';
import { zipOnce } from './zip-once.ts';

const files = [
	{ path: 'src/start.ts', text: 'start();\n', mode: 0o644 },
	{ path: 'README.md', text: '# Größe\n', mode: 0o644 },
	{ path: 'run.sh', text: '#!/bin/sh\n', mode: 0o755 },
	{ path: 'empty.txt', text: '', mode: 0o644 },
];
const folder = mkdtempSync(join(tmpdir(), 'archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a zip holds the files under one folder, in order of path', () => {
	const unpacked = unzipSync(zipOf('copy', files));
	expect(Object.keys(unpacked)).toEqual([
		'copy/README.md',
		'copy/empty.txt',
		'copy/run.sh',
		'copy/src/start.ts',
	]);
	expect(strFromU8(unpacked['copy/README.md'] ?? new Uint8Array())).toBe('# Größe\n');
});

test('tar unpacks the other archive, with the rights of each file', () => {
	writeFileSync(join(folder, 'copy.tgz'), tgzOf('copy', files));
	execFileSync('tar', ['xzf', 'copy.tgz'], { cwd: folder });
	for (const { path, text } of files) {
		expect(readFileSync(join(folder, 'copy', path), 'utf8')).toBe(text);
	}
	const modeOf = (path: string) => statSync(join(folder, 'copy', path)).mode & 0o100;
	expect([modeOf('run.sh'), modeOf('README.md')]).toEqual([0o100, 0]);
});

describe('the same bytes', () => {
	test('in a build, which deflates each text once, and in the browser', () => {
		const text = fc.constantFrom('', 'a', 'é\n', 'once '.repeat(900), '{"a": 1}\n'.repeat(40));
		const file = fc.record({
			path: fc.stringMatching(/^[a-zé]{1,4}(\/[a-zé.]{2,5}x)?$/),
			text,
			mode: fc.constantFrom(0o644, 0o755),
		});
		const some = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 6 });
		fc.assert(
			fc.property(some, fc.constantFrom('', 'copy', 'größe'), (made, folder) => {
				expect(Buffer.from(zipOnce(folder, made))).toEqual(Buffer.from(zipOf(folder, made)));
			}),
			{ numRuns: 200 },
		);
	});

	test('in whatever order the files come', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
				expect(digestOfBytes(zipOf('copy', shuffled))).toBe(digestOfBytes(zipOf('copy', files)));
				expect(digestOfBytes(tgzOf('copy', shuffled))).toBe(digestOfBytes(tgzOf('copy', files)));
			}),
			{ numRuns: 10 },
		);
	});

	test('in every time zone', () => {
		const before = process.env.TZ;
		const offsets = new Set<number>();
		const digests = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((zone) => {
			process.env.TZ = zone;
			offsets.add(new Date(2020, 0, 1).getTimezoneOffset());
			return digestOfBytes(zipOf('copy', files)) + digestOfBytes(tgzOf('copy', files));
		});
		if (before === undefined) delete process.env.TZ;
		else process.env.TZ = before;
		expect([new Set(digests).size, offsets.size]).toEqual([1, 3]);
	});
});

test.each(['../x', 'a/../b', '/etc/x', 'a//b', './a', 'a\\b', 'C:/x', ''])(
	'a path that climbs out is never packed: "%s"',
	(path) => {
		const hostile = [{ path, text: 'x', mode: 0o644 }];
		expect(() => zipOf('copy', hostile)).toThrow(`"${path}" is not a path inside a bundle.`);
		expect(() => tgzOf('copy', hostile)).toThrow(`"${path}" is not a path inside a bundle.`);
	},
);
