import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf } from './names.ts';

const { hide, key } = namesOf([
	{ name: 'Kim Aldous' },
	{ name: 'Jo van May' },
	{ name: 'Kim Ferrow-Lund' },
]);

for (const [what, source, wanted] of [
	['a whole name', 'Dear Jo van May,', 'Dear [PERSON-2],'],
	['a surname', 'Ask Aldous or Ferrow-Lund.', 'Ask [PERSON-1] or [PERSON-3].'],
	['a name over two lines', 'Jo van\nMay', '[PERSON-2]'],
	['a first name that two share', 'Kim will call.', '[NAME] will call.'],
	['a name that is also a word', 'May says we may order.', '[PERSON-2] says we may order.'],
] as const) {
	test(`data-loss-prevention: ${what} becomes a mark`, () => assert.equal(hide(source), wanted));
}

test('data-loss-prevention: a longer word that begins with a name stays', () => {
	assert.equal(hide('Mayfield and Jordan'), 'Mayfield and Jordan');
});

test('data-loss-prevention: the key says who each mark stands for', () => {
	assert.equal(key['[PERSON-2]'], 'Jo van May');
});
