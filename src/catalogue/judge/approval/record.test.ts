import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval } from '#schemas/approvals.ts';
import { hasHidden } from '#schemas/hidden.ts';
import * as words from '#schemas/vocabularies.ts';
import { digestOfContents } from './digest.ts';
import { readApprovals, withApproval } from './record.ts';

const contents = { 'pattern.mdx': 'a'.repeat(64), 'prompts/ask.prompt': 'b'.repeat(64) };
const approval = (rest: Partial<Approval> = {}): Approval => ({
	version: '1.0.0',
	digest: digestOfContents(contents),
	seat: 'technology',
	by: 'Tess Reviewer',
	date: '2026-11-22',
	reviewBy: '2027-11-22',
	authors: ['Ada Writer <ada@example.com>'],
	conditions: [],
	...rest,
});

test('the first approval makes the file', () => {
	expect(withApproval(undefined, approval({ conditions: ['Test it again.'] }), contents)).toBe(
		`# Written by \`npm run approve\`. Nothing here is edited or taken out by hand.
approvals:
  - version: "1.0.0"
    digest: "${digestOfContents(contents)}"
    seat: technology
    by: "Tess Reviewer"
    date: 2026-11-22
    reviewBy: 2027-11-22
    authors:
      - "Ada Writer <ada@example.com>"
    conditions:
      - "Test it again."
contents:
  "${digestOfContents(contents)}":
    "pattern.mdx": "${'a'.repeat(64)}"
    "prompts/ask.prompt": "${'b'.repeat(64)}"
`,
	);
});

const name = fc
	.string({ unit: 'binary', minLength: 2, maxLength: 20 })
	.filter((text) => text.trim().length > 1 && !hasHidden(text) && !/[\r\n]/.test(text));
const digits = fc
	.array(fc.constantFrom(...'0123456789e'), { minLength: 64, maxLength: 64 })
	.map((parts) => parts.join(''));
const anyApproval = fc.record({
	version: fc.constantFrom('1.0.0', '1.1.0', '12.0.3'),
	digest: digits,
	seat: fc.constantFrom(...words.councilSeat.values),
	by: name,
	date: fc.constantFrom('2026-11-22', '2026-11-23'),
	reviewBy: fc.constant('2027-11-22'),
	authors: fc.array(name, { maxLength: 3 }),
	conditions: fc.array(
		name.map((text) => `Keep ${text}`),
		{ maxLength: 2 },
	),
});

test('whatever is added one after the other is read back, and what stood there stays', () => {
	fc.assert(
		fc.property(
			fc.array(anyApproval, { minLength: 1, maxLength: 4 }),
			fc.boolean(),
			(all, crlf) => {
				let text: string | undefined;
				for (const one of all) {
					const after = withApproval(text, one, contents);
					expect(after).toBeDefined();
					const kept = (text ?? '').split('\n');
					const lines = (after ?? '').split('\n');
					expect(lines.filter((line) => kept.includes(line)).length).toBeGreaterThanOrEqual(
						kept.length,
					);
					if (text) {
						const at = text.search(/^contents:/m);
						expect(after?.startsWith(text.slice(0, at))).toBe(true);
						expect(after).toContain(text.slice(at));
					}
					text = crlf ? after?.replaceAll(/\r?\n/g, '\r\n') : after;
				}
				expect(readApprovals(text ?? '')?.approvals).toEqual(all);
			},
		),
	);
});

test('a second approval of the same content lists its files once', () => {
	const one = withApproval(undefined, approval(), contents) ?? '';
	const two = withApproval(one, approval({ seat: 'security' }), contents) ?? '';
	expect(two.split('prompts/ask.prompt')).toHaveLength(2);
});

test('what YAML would read in another way comes back all the same', () => {
	const odd = approval({ by: 'A"\\ #: {Person}' });
	expect(readApprovals(withApproval(undefined, odd, contents) ?? '')?.approvals).toEqual([odd]);
});

describe('a file that has another form is left alone', () => {
	const first = withApproval(undefined, approval(), contents) ?? '';
	const [head = '', tail = ''] = first.split('contents:');
	test.each([
		['no record', 'title: x\n'],
		['the keys in another order', `contents:${tail}${head}`],
		['a list in one line', first.replace(/approvals:[\s\S]*?(?=contents:)/, 'approvals: [x]\n')],
		['not YAML', 'approvals: ['],
	])('%s', (_, text) =>
		expect(withApproval(text, approval({ seat: 'security' }), contents)).toBeUndefined(),
	);
});

test('an empty record is begun anew', () =>
	expect(withApproval('approvals: []\n', approval(), contents)).toContain('by: "Tess Reviewer"'));
