import { expect, test } from 'vitest';
import { entry } from '#tests/support/build.ts';
import { about, check } from '#tests/support/records.ts';
import { checkSchema } from './measurement.ts';

const use = entry('use-cases', 'desk', { state: 'live', liveSince: '2026-03-02' });
const parts = [entry('patterns', 'summary'), entry('prompts'), entry('models')];

/** What is said of a check whose one part has these digests and this verdict. */
function said(approved: string, running: string, verdict: string): string[] {
	const part = { part: 'prompt', name: 'ask', verdict };
	const digests = { approved: { digest: approved }, running: { digest: running } };
	const record = { ...check(about(use, ...parts)), parts: [{ ...part, ...digests }] };
	const { error } = checkSchema.safeParse({ ...record, id: '0'.repeat(16) });
	return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}
const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];

test('a part cannot match if the digest that runs is another one', () => {
	expect(said(one, other, 'match')).toEqual([
		'parts.0.verdict is "match", but the two digests differ. Write "drift" or "differs-allowed".',
	]);
	expect(said(one, one, 'match')).toEqual([]);
	expect(said(one, other, 'drift')).toEqual([]);
});
