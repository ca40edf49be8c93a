import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Expectation, judge } from './judge.ts';

const ANSWER = '{"queue":"billing","priority":2,"items":[{"name":"a"}],"quote":null}';
const expect = (type: string, more: Partial<Expectation> = {}): Expectation => ({
	type,
	field: undefined,
	value: undefined,
	values: undefined,
	...more,
});

const PAIRS: [met: Expectation, unmet: Partial<Expectation>][] = [
	[expect('field-equals', { field: 'queue', value: 'billing' }), { value: 'access' }],
	[expect('field-one-of', { field: 'queue', values: ['billing'] }), { values: ['access'] }],
	[expect('field-at-least', { field: 'priority', value: 2 }), { value: 3 }],
	[expect('field-at-most', { field: 'priority', value: 2 }), { value: 1 }],
	[expect('field-includes', { field: 'queue', value: 'bill' }), { value: 'access' }],
	[expect('field-excludes', { field: 'queue', value: 'access' }), { value: 'bill' }],
	[expect('field-empty', { field: 'quote' }), { field: 'queue' }],
	[expect('field-equals', { field: 'items.0.name', value: 'a' }), { field: 'items.1.name' }],
	[expect('includes', { value: 'billing' }), { value: 'access' }],
	[expect('excludes', { value: 'access' }), { value: 'billing' }],
	[expect('words-at-most', { value: 1 }), { value: 0 }],
];

for (const [met, unmet] of PAIRS) {
	test(`evaluation-harness: ${met.type} is met and not met`, () => {
		assert.deepEqual(judge(ANSWER, [met]), []);
		assert.equal(judge(ANSWER, [{ ...met, ...unmet }]).length, 1);
	});
}

test('evaluation-harness: an answer that is not JSON meets no expectation of a field', () => {
	assert.equal(judge('Sorry.', [expect('is-json')]).length, 1);
	assert.equal(
		judge('Sorry.', [expect('field-at-most', { field: 'priority', value: 2 })]).length,
		1,
	);
});

test('evaluation-harness: an unknown expectation stops the run', () => {
	assert.throws(() => judge(ANSWER, [expect('looks-good')]), /not an expectation/);
});
