import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '#schemas/fields.ts';
import { nextVersion, versionIn, withRelease } from './release-edit.ts';

const change: Change = {
	version: '1.1.0',
	date: '2026-11-22',
	impact: 'minor',
	summary: 'Answers "no" too: it says so.',
};
const digest = '1'.repeat(64);

test.each([
	['1.2.3', 'major', '2.0.0'],
	['1.2.3', 'minor', '1.3.0'],
	['1.2.3', 'patch', '1.2.4'],
	['0.9.10', 'patch', '0.9.11'],
] as const)('from %s a %s step leads to %s', (version, impact, next) =>
	expect(nextVersion(version, impact)).toBe(next),
);

test('the change goes on top, the digest to the version that is left', () => {
	const text = `---
# Kept
version: "1.0.0" # quoted
title:   Spaced   # as it was
catalogue.changes:
  # The log.
  - version: "1.0.0" # first
    date: 2026-11-01
    impact: minor
    summary: First version of it.
---
version: "1.0.0" in the body stays.
`;
	expect(withRelease(text, { log: 'catalogue.changes', raises: true, change, digest })).toBe(`---
# Kept
version: "1.1.0" # quoted
title:   Spaced   # as it was
catalogue.changes:
  # The log.
  - version: "1.1.0"
    date: 2026-11-22
    impact: minor
    summary: "Answers \\"no\\" too: it says so."
  - version: "1.0.0" # first
    digest: "${digest}"
    date: 2026-11-01
    impact: minor
    summary: First version of it.
---
version: "1.0.0" in the body stays.
`);
});

describe('logs in every style of YAML are edited', () => {
	const head = (log: string) => `---\nversion: '1.0.0'\n${log}\nafter: true\n---\nBody\n`;
	const entry = 'version: "1.0.0", date: 2026-11-01, impact: minor, summary: First version';
	test.each([
		['flow entries in a block', `changes:\n  - { ${entry} }`],
		['all in one line', `changes: [{ ${entry} }]`],
		['over lines, in flow', `changes: [\n  { ${entry} },\n]`],
		['without indent', `changes:\n- version: "1.0.0"\n  date: 2026-11-01\n  summary: First`],
		['with wide indent', `changes:\n    -   version: "1.0.0"\n        date: 2026-11-01`],
		['with a quoted key', `"changes":\n  - "version": "1.0.0"\n    "date": 2026-11-01`],
		['with a long text', `changes:\n  - version: "1.0.0"\n    summary: >-\n      Two\n      lines`],
		[
			'with a comment behind the dash',
			`changes:\n  - # one - two\n    version: "1.0.0"\n    date: 2026-11-01`,
		],
		['with a dash in a text above', `title: a - b\nchanges:\n  - { ${entry} }`],
	])('%s', (_, log) => {
		const after = withRelease(head(log), { log: 'changes', raises: true, change, digest });
		expect(versionIn(after ?? '')).toBe('1.1.0');
		expect(after).toContain(digest);
		expect(after).toContain("version: '1.1.0'\n");
	});
});

/** Whether taking characters out of `long` can give `short`. */
function holds(long: string, short: string): boolean {
	let at = 0;
	for (const character of long) if (character === short[at]) at++;
	return at === short.length;
}

test('all but the version stays as it was, whatever else the file holds', () => {
	const line = fc.stringMatching(/^[a-z][a-z -]{0,12}$/);
	const text = fc.record({
		before: fc.array(line),
		after: fc.array(line),
		body: fc.string(),
		newline: fc.constantFrom('\n', '\r\n'),
	});
	fc.assert(
		fc.property(text, ({ before, after, body, newline }) => {
			const commented = (lines: string[], from: number) =>
				lines.flatMap((words, index) => [`# ${words}`, `key${from + index}: "${words}"`]);
			const source = [
				'---',
				...commented(before, 0),
				'version: "1.0.0"',
				'changes:',
				'  - version: "1.0.0"',
				'    summary: First version',
				...commented(after, 100),
				'---',
				body,
			].join(newline);
			const edited = withRelease(source, { log: 'changes', raises: true, change, digest });
			expect(edited?.endsWith(`---${newline}${body}`)).toBe(true);
			const raised = source.replace('version: "1.0.0"', 'version: "1.1.0"');
			expect(holds(edited ?? '', raised)).toBe(true);
			expect(edited?.split(newline).length).toBe(source.split(newline).length + 5);
		}),
	);
});

test.each([
	['no frontmatter', 'version: "1.0.0"'],
	['no log', '---\nversion: "1.0.0"\n---\n'],
	['a log without an entry', '---\nversion: "1.0.0"\nchanges: []\n---\n'],
	['no version', '---\nchanges:\n  - version: "1.0.0"\n---\n'],
])('a text with %s is left alone', (_, text) =>
	expect(withRelease(text, { log: 'changes', raises: true, change })).toBeUndefined(),
);
