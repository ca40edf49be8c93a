import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { conditionSchema } from './exposure.ts';
import { counted, date, ref, text, url, version } from './fields.ts';
import { targetSchema } from './measure.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('text', () => {
	test('counts the characters between white space for its least, and all for its most', () => {
		expect(accepts(text(3, 5), 'abc')).toBe(true);
		expect(accepts(text(3, 5), ' ab  ')).toBe(false);
		expect(accepts(text(3, 5), 'abcdef')).toBe(false);
	});

	test.each([
		0x00, 0x1b, 0x7f, 0x85, 0x200b, 0x200e, 0x2028, 0x202e, 0x2060, 0x2066, 0xfeff, 0xe0041,
	])('holds no hidden character: %#x', (code) =>
		expect(accepts(text(1, 9), `ab${String.fromCodePoint(code)}cd`)).toBe(false),
	);

	test.each([
		'a\nb',
		'a\r\nb',
		'\na',
		'a\n\n# b',
		'a\u0085b',
		'a\u2028b',
		'a\u2029b',
		'a\vb',
		'a\fb',
	])('is one line, so it does not hold %j', (value) =>
		expect(accepts(text(1, 9), value)).toBe(false),
	);

	test.each(['a\n', 'a\tb', 'Éa–', '日本語', '👍'])('holds %j', (value) => {
		expect(accepts(text(1, 9), value)).toBe(true);
	});
});

describe('dates exist', () => {
	test.each(['2026-11-22', '2024-02-29', '2000-02-29'])('%s', (day) => {
		expect(accepts(date, day)).toBe(true);
	});
	test.each([
		'2026-02-30',
		'2025-02-29',
		'1900-02-29',
		'2026-13-01',
		'2026-1-1',
		'26-01-01',
		'2026-11-22T00:00',
		'',
	])('not %j', (day) => expect(accepts(date, day)).toBe(false));
});

describe('versions have three numbers', () => {
	test.each(['0.1.0', '1.10.0', '10.0.3'])('%s', (value) =>
		expect(accepts(version, value)).toBe(true),
	);
	test.each(['1', '1.0', '01.0.0', 'v1.0.0', '1.0.0-beta', '1.0.0 ', 1.1, null])(
		'not %j',
		(value) => {
			expect(accepts(version, value)).toBe(false);
		},
	);
});

describe('ids are lower-case words joined by hyphens', () => {
	test.each(['a', 'data-leakage', 'nist-800-53'])('%s', (id) =>
		expect(accepts(ref('x'), id)).toBe(true),
	);
	test.each(['', 'A', '-a', 'a-', 'a--b', 'a_b', 'a/b', '../a', 'a b', 'a\n'])('not %j', (id) => {
		expect(accepts(ref('x'), id)).toBe(false);
	});
});

describe('web addresses', () => {
	test.each(['https://a.example', 'http://host:8080/x?y=1#z'])('%s', (value) => {
		expect(accepts(url, value)).toBe(true);
	});
	test.each([
		'javascript:alert(1)',
		'//a.example',
		'a.example',
		'https://',
		'https://a b',
		'https://a"b',
		'https://a\\b',
		'ftp://a',
	])('not %j', (value) => expect(accepts(url, value)).toBe(false));
});

test('a condition names at least one exposure', () => {
	expect(accepts(conditionSchema, {})).toBe(false);
	expect(accepts(conditionSchema, { data: [] })).toBe(false);
	expect(accepts(conditionSchema, { regulated: false })).toBe(true);
});

test('a target has one form', () => {
	expect(accepts(targetSchema, { from: 1, to: 2 })).toBe(true);
	expect(accepts(targetSchema, { atLeast: 1, atMost: 2 })).toBe(false);
	expect(accepts(targetSchema, { improveBy: 0 })).toBe(false);
	expect(accepts(targetSchema, { atLeast: Number.NaN })).toBe(false);
});

describe('the number of a check', () => {
	const gate = counted(
		z.strictObject({ check: z.string().optional(), atLeast: z.int().optional() }),
		['live-uses'],
		'must',
	);
	const problems = (value: object) =>
		gate.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

	test('is written where the check counts: without it the gate would open for any', () => {
		expect(accepts(gate, { check: 'live-uses', atLeast: 2 })).toBe(true);
		expect(problems({ check: 'live-uses' })).toEqual([
			expect.stringMatching(/^check "live-uses" counts.*Add `atLeast`/),
		]);
	});

	test('is refused where nothing counts, because it would have no effect', () => {
		expect(accepts(gate, {})).toBe(true);
		expect(problems({ check: 'end-set', atLeast: 2 })).toEqual([
			expect.stringMatching(/^atLeast has no effect: "end-set" does not count\./),
		]);
		expect(problems({ atLeast: 2 })).toEqual([
			expect.stringMatching(/^atLeast has no effect: a person decides this\./),
		]);
	});

	test('can be left out where the field says what that means', () => {
		expect(
			accepts(counted(z.strictObject(gate.shape), ['live-uses'], 'can'), { check: 'live-uses' }),
		).toBe(true);
	});
});
