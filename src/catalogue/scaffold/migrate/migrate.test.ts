import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkFiles } from '#catalogue/load.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { entry, soundFiles, TODAY, textsOf } from '#tests/support/build.ts';
import { migrated } from './migrate.ts';

const pattern = entry('patterns');
const [page = '', register = ''] = Object.keys(textsOf(pattern));
/** The pattern as it was written before it had a register. */
const older = `---\n# Who answers\n${stringify(pattern.data, { aliasDuplicateObjects: false })}---\nProse.\n`;

function today(files: readonly SourceFile[]): SourceFile[] {
	const moved = migrated(files);
	const paths = new Set(moved.map(({ path }) => path));
	return [
		...files.filter(({ path }) => !paths.has(path)),
		...moved.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }])),
	];
}

describe('the register of a pattern', () => {
	const files = soundFiles({ [page]: older, [register]: undefined });

	test('is taken out of pattern.mdx, and the pattern says what it said', async () => {
		const { catalogue, findings } = await checkFiles(today(files), { today: TODAY });
		expect(findings).toEqual([]);
		expect(catalogue.patterns.get('summary')?.data).toEqual(pattern.data);
	});

	test('takes the comments above its keys along, and leaves every other byte', () => {
		const text = older.replace('status:', '# Set by the council\nstatus:');
		const [left, made] = migrated(files.map((one) => (one.path === page ? { ...one, text } : one)));
		expect(made?.text).toContain('# Set by the council\nstatus: proposed\n');
		const lines = new Set(text.split('\n'));
		expect(left?.text?.split('\n').filter((line) => !lines.has(line))).toEqual([]);
		expect(left?.text).toContain('# Who answers\ntitle: Summary\n');
	});

	test('is not moved again', () => expect(migrated(today(files))).toEqual([]));
});

test('content of today stays as it is', () => expect(migrated(soundFiles())).toEqual([]));

test.each(['', 'no data', '---\n[\n---\n', '---\n{ title: a, owner: b }\n---\n'])(
	'a pattern that cannot be read is left alone: %j',
	(text) => expect(migrated([{ path: page, text }])).toEqual([]),
);
