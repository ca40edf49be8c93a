import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignFigures, foreignIds, isGrounded } from './grounding-citations.ts';

const given = [
	{ id: 'K1', text: 'Laptops from the pool are lent for up\nto 14 days.' },
	{ id: 'K2', text: 'A lost device is reported within one hour.' },
];

test('grounding-citations: an id that was not given to the call is named', () => {
	assert.deepEqual(foreignIds(['K1', 'K9'], given), ['K9']);
	assert.deepEqual(foreignIds(['K1', 'K2'], given), []);
});

test('grounding-citations: a quote supports a statement if it is in a passage the statement cites', () => {
	assert.equal(isGrounded('are lent for up to 14 days', ['K1'], given), true);
});

for (const [what, quote, cited] of [
	['with one changed number', 'are lent for up to 15 days', ['K1']],
	['from a passage that is not cited', 'reported within one hour', ['K1']],
	['of three words', 'to 14 days', ['K1']],
	['that is empty', '', ['K1']],
	['without a source', 'are lent for up to 14 days', []],
] as const) {
	test(`grounding-citations: a quote ${what} carries nothing`, () => {
		assert.equal(isGrounded(quote, cited, given), false);
	});
}

test('grounding-citations: a quote of more than 25 words does not count as a quote', () => {
	const long = Array.from({ length: 26 }, (_, index) => `word${index}`).join(' ');
	assert.equal(isGrounded(long, ['L'], [{ id: 'L', text: long }]), false);
});

test('grounding-citations: a figure that is in no source is named', () => {
	assert.deepEqual(
		foreignFigures('2,000 in the guide of 3 March 2026', '2,000 alone', '2026-03-03'),
		[],
	);
	assert.deepEqual(foreignFigures('2,500 alone', '2,000 alone'), ['2,500']);
});
