import { expect, test } from 'vitest';
import { checkAmongSound, entry, textsOf } from '#tests/support/build.ts';

const pattern = entry('patterns');
const [page = '', register = ''] = Object.keys(textsOf(pattern));
const found = async (texts: Record<string, string | undefined>) =>
	(await checkAmongSound(texts)).findings
		.filter(({ rule }) => rule !== 'orphan')
		.map(({ file, line, message, fix }) => `${file}:${line} ${message} ${fix}`);

test('a pattern has the fields of both files, and a register is no entry of its own', async () => {
	const { catalogue } = await checkAmongSound({});
	expect(catalogue.patterns.get('summary')?.data).toEqual(pattern.data);
	expect(catalogue.registers.size).toBe(0);
});

test('a field of the register is found in the register', async () => {
	const text = textsOf(entry('patterns', 'summary', { owner: 'nobody' }))[register];
	expect((await found({ [register]: text }))[0]).toMatch(/^patterns\/summary\/register\.yaml:2 /);
});

test('a pattern without a register is told what to add, and says nothing else', async () => {
	const messages = await found({ [register]: undefined });
	expect(messages.filter((one) => one.includes('register.yaml'))).toEqual([
		expect.stringMatching(
			/^patterns\/summary\/pattern\.mdx:1 there is no patterns\/summary\/register\.yaml\. Add it, with: status, owner, reviewed, stage, changes\. /,
		),
	]);
});

test('a register without a pattern is told so', async () => {
	expect(await found({ 'patterns/lost/register.yaml': textsOf(pattern)[register] })).toEqual([
		'patterns/lost/register.yaml:1 there is no patterns/lost/pattern.mdx. Add the pattern, or delete this file.',
	]);
});

test('a field of the register in pattern.mdx is sent to the register', async () => {
	const text = pattern.source.replace('version:', 'stage: pilot\nversion:');
	expect((await found({ [page]: text })).find((line) => line.startsWith(page))).toBe(
		`${page}:4 unknown key "stage". Move it to register.yaml in the same folder. For all patterns at once: npm run catalogue -- migrate`,
	);
});

test('a register that cannot be read makes one finding, and not one for its pattern as well', async () => {
	const messages = await found({ [register]: 'owner: [\n' });
	expect(messages.filter((one) => one.startsWith('patterns/summary/pattern.mdx'))).toEqual([]);
	expect(messages.length).toBeGreaterThan(0);
});
