import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Expectation } from '#schemas/cases.ts';
import { type Assertion, assertionOf } from './assertions.ts';

const ajv = new Ajv({ strict: false, strictSchema: true });

/** An assertion as promptfoo judges it, for the types that are exported. */
function holds({ type, value }: Assertion, answer: string): boolean {
	const text = typeof value === 'string' ? value : '';
	if (type === 'contains') return answer.includes(text);
	if (type === 'not-contains') return !answer.includes(text);
	if (type === 'regex') return new RegExp(text).test(answer);
	if (type === 'not-regex') return !new RegExp(text).test(answer);
	if (type === 'word-count') {
		return typeof value === 'object' && answer.trim().split(/\s+/).length <= value.max;
	}
	try {
		return text === '' || ajv.validate(JSON.parse(text), JSON.parse(answer));
	} catch {
		return false;
	}
}

const json = JSON.stringify;

describe('an expectation holds of one answer and not of another', () => {
	test.each<[Expectation, string[], string[]]>([
		[{ type: 'field-equals', field: 'a', value: 1 }, ['{"a":1}'], ['{"a":"1"}', '{}', 'Sorry.']],
		[{ type: 'field-equals', field: 'a', value: '{{x}}' }, ['{"a":"{{x}}"}'], ['{"a":""}']],
		[
			{ type: 'field-equals', field: 'a.1.b', value: true },
			['{"a":[{},{"b":true}]}'],
			['{"a":[{"b":true}]}', '{"a":[{"b":true},{}]}'],
		],
		[
			{ type: 'field-one-of', field: 'a', values: ['x', 2, 'x'] },
			['{"a":"x"}', '{"a":2}'],
			['{"a":"y"}', '{}'],
		],
		[{ type: 'field-at-least', field: 'a', value: 2 }, ['{"a":2}'], ['{"a":1.9}', '{"a":"3"}']],
		[{ type: 'field-at-most', field: 'a', value: 2 }, ['{"a":2}'], ['{"a":2.1}', '{"a":null}']],
		[
			{ type: 'field-includes', field: 'a', value: 'b.c' },
			['{"a":"a b.c"}', '{"a":["b.c"]}'],
			['{"a":"bxc"}', '{"a":["b.c."]}', '{}'],
		],
		[
			{ type: 'field-excludes', field: 'a', value: 'b' },
			['{"a":"c"}', '{"a":["bb"]}', '{}', '{"a":null}'],
			['{"a":"abc"}', '{"a":["b"]}'],
		],
		[
			{ type: 'field-empty', field: 'a.b' },
			['{}', '{"a":null}', '{"a":{"b":""}}', '{"a":{"b":[]}}', '{"a":{"b":null}}'],
			['{"a":{"b":0}}', '{"a":{"b":"x"}}', '{"a":{"b":[1]}}'],
		],
		[{ type: 'includes', value: 'a+b' }, ['is a+b.'], ['aab']],
		[{ type: 'includes', value: '{a} #}' }, ['is {a} #}.'], ['is {a}.']],
		[{ type: 'excludes', value: 'a+b' }, ['aab'], ['is a+b.']],
		[{ type: 'excludes', value: 'file://x' }, ['file:x'], ['see file://x']],
		[{ type: 'words-at-most', value: 2 }, ['one two'], ['one two three']],
	])('%j', (expectation, right, wrong) => {
		const assertion = assertionOf(expectation, undefined);
		expect(right.filter((answer) => !holds(assertion, answer))).toEqual([]);
		expect(wrong.filter((answer) => holds(assertion, answer))).toEqual([]);
	});
});

test('JSON is held to the schema of the answer where there is one', () => {
	const schema = { type: 'object', required: ['queue'] };
	const assertion = assertionOf({ type: 'is-json' }, schema);
	expect(holds(assertion, '{"queue":1}')).toBe(true);
	expect(holds(assertion, '{}')).toBe(false);
	expect(assertionOf({ type: 'is-json' }, undefined)).toEqual({ type: 'is-json' });
});

test('no value of an assertion can be taken for a template or a file', () => {
	const evil = '{{ env.KEY }}{% x %}{# y #}';
	const expectations: Expectation[] = [
		{ type: 'includes', value: evil },
		{ type: 'excludes', value: 'package:x' },
		{ type: 'field-equals', field: 'a', value: evil },
		{ type: 'field-includes', field: 'a', value: evil },
	];
	const values = expectations.map((one) => assertionOf(one, undefined).value);
	expect(json(values)).not.toMatch(/\{[{%#]|#\}/);
	for (const value of values) expect(value).not.toMatch(/^(?:file|package):/);
});
