import { expect, test } from 'vitest';
import { soundFiles, TODAY } from '#tests/support/build.ts';
import { checkFiles } from '../load.ts';
import { type SourceFile, textDigest } from '../read/files.ts';
import { sourceDigest } from './source-digest.ts';

/** The digest of the first pattern of these files, and that of a copy of it, of which nothing is known. */
async function digestsOf(files: readonly SourceFile[]) {
	const { catalogue } = await checkFiles(files, { today: TODAY, rules: [] });
	const [pattern] = catalogue.patterns.values();
	if (!pattern?.beside) throw new Error('The pattern has no register.');
	return { read: sourceDigest(pattern), copied: sourceDigest({ ...pattern }) };
}

test('an entry of two files has one digest, noted while it was read or worked out later', async () => {
	const { read, copied } = await digestsOf(soundFiles());
	expect(read).toBe(copied);
});

test.each(['pattern.mdx', 'register.yaml'])('a change of %s changes the digest', async (name) => {
	const before = await digestsOf(soundFiles());
	const files = soundFiles();
	for (const file of files) {
		if (file.path.endsWith(`/${name}`)) file.text = file.text?.replace(/\n/, '\n# Changed.\n');
	}
	const after = await digestsOf(files);
	expect(after.read).not.toBe(before.read);
	expect(after.read).toBe(after.copied);
});

test('a file whose text was changed in place has the digest of the new text', () => {
	const file: SourceFile = { path: 'content/a.yaml', text: 'one' };
	const before = textDigest(file, 'one');
	expect(textDigest(file, 'one')).toBe(before);
	expect(textDigest(file, 'two')).not.toBe(before);
});
