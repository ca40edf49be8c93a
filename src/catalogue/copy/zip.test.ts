import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { packText, zipPacked } from './zip.ts';

const zipOf = (texts: Readonly<Record<string, string>>) =>
	zipPacked(
		'pack',
		Object.entries(texts).map(([path, text]) => ({ path, packed: packText(text) })),
	);

test('any texts come out of a zip as they went in, short and long ones', () => {
	const text = fc.string({ unit: 'binary', maxLength: 60 });
	const long = text.map((part) => `${part}, again and again. `.repeat(90));
	const paths = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\/[a-zé]{1,8})?$/), {
		minLength: 1,
		maxLength: 6,
	});
	fc.assert(
		fc.property(
			paths,
			fc.array(fc.oneof(text, long), { minLength: 6, maxLength: 6 }),
			(names, all) => {
				// A lone surrogate is no text, and no file holds one.
				const texts = Object.fromEntries(
					names.map((name, at) => [name, (all[at] ?? '').toWellFormed()]),
				);
				const found = unzipSync(zipOf(texts));
				expect(
					Object.fromEntries(Object.entries(found).map(([path, own]) => [path, strFromU8(own)])),
				).toEqual(
					Object.fromEntries(Object.entries(texts).map(([path, one]) => [`pack/${path}`, one])),
				);
			},
		),
		{ numRuns: 60 },
	);
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.runIf(hasPython)('another program reads it, with the rights and the time of each file', () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'pack.zip'), zipOf({ 'a/b.txt': 'b'.repeat(4000), 'c.txt': 'c\n' }));
	const script =
		'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); print([(i.filename, oct(i.external_attr >> 16), i.date_time[:3]) for i in z.infolist()])';
	const said = execFileSync('python3', ['-c', script, join(folder, 'pack.zip'), folder]).toString();
	expect(said.trim()).toBe(
		"[('pack/a/b.txt', '0o100644', (2020, 1, 1)), ('pack/c.txt', '0o100644', (2020, 1, 1))]",
	);
	expect(readFileSync(join(folder, 'pack/a/b.txt'), 'utf8')).toBe('b'.repeat(4000));
});
