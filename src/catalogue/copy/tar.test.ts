import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { tarOf } from './tar.ts';

const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,60}$/);
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

test('tar unpacks every file as it was, long names and empty files included', () => {
	const file = fc.record({ path, text: fc.string({ unit: 'grapheme', maxLength: 1200 }) });
	fc.assert(
		fc.property(fc.uniqueArray(file, { maxLength: 5, selector: (one) => one.path }), (files) => {
			// A file in the way of a folder cannot be unpacked by anyone.
			const named = files.map((one, at) => ({ ...one, name: `folder/${at}/${one.path}.ts` }));
			const folder = temporaryFolder();
			const archive = tarOf(
				named.map(({ name, text }) => ({ name, text, mode: 0o644 })),
				1_577_836_800,
			);
			execFileSync('tar', ['-x'], { cwd: folder, input: archive });
			const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.filter((name) => statSync(join(folder, name)).isFile())
				.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
			expect(Object.fromEntries(found)).toEqual(
				Object.fromEntries(named.map(({ name, text }) => [name, text])),
			);
		}),
		{ numRuns: 25 },
	);
});

test('a name without a place to cut it is refused, never cut short', () => {
	expect(() => tarOf([{ name: `a/${'b'.repeat(101)}`, text: '', mode: 0o644 }], 0)).toThrow(
		'too long',
	);
});
