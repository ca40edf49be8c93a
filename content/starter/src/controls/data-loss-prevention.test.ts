import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPolicy } from '../policy/read-policy.ts';
import { ROOT } from '../root.ts';
import { assertNothingRemains, dlpShape, openRedaction } from './data-loss-prevention.ts';

const redact = openRedaction(readPolicy(ROOT, 'policy/dlp.yaml', dlpShape));

/** Invented values in pieces: whole they would look like someone's data to every scanner. */
const VALUES: [mark: string, value: string][] = [
	['[CARD]', ['4111', '1111', '1111', '1111'].join(' ')],
	['[CARD]', ['4111', '1111', '1111', '1111'].join('')],
	['[CARD]', ['3782', '822463', '10005'].join('-')],
	['[ACCOUNT]', ['GB82', 'WEST', '1234', '5698', '7654', '32'].join(' ')],
	['[ACCOUNT]', ['DE89', '3704', '0044', '0532', '0130', '00'].join('')],
	['[ACCOUNT]', ['XX68', '1111', '2222', '3333'].join(' ')],
	['[ADDRESS]', 'sam.poole+bill@mail.example'],
	['[ADDRESS]', '12 Harbour View Road'],
	['[PHONE]', '+44 20 7946 0958'],
	['[PHONE]', '(0) 020 7946 0958'.slice(4)],
	['[ORDER]', 'order AB-204817'],
	['[INVOICE]', 'invoice no. 5520193'],
	['[SECRET]', ['zq81', 'Xw92', 'mn37', 'Lp64', 'vv05', 'Rt18', 'k3'].join('')],
];

const SENTENCES = [
	'{} is mine.',
	'Please look at {}.',
	'It says {} on the page.',
	'I wrote {}, then nothing happened.',
	'({})',
	'First line.\n{}\nLast line.',
	'See {} and call back',
	'"{}" was refused.',
	'You have {}; is that right?',
	'Sent: {}',
];

for (const [mark, value] of VALUES) {
	test(`data-loss-prevention: ${mark} replaces ${value.slice(0, 3)}... in ${SENTENCES.length} sentences`, () => {
		for (const sentence of SENTENCES) {
			const { text, replaced } = redact(sentence.replace('{}', value));
			const secret = value.replace(/^(?:order|invoice no\.) /, '');
			assert.ok(!text.includes(secret) && text.includes(mark), text);
			assert.ok((replaced[mark] ?? 0) > 0);
		}
	});
}

test('data-loss-prevention: names next to a greeting or a title are replaced', () => {
	assert.equal(redact('Kind regards, Sam Poole').text, 'Kind regards, [NAME]');
	assert.equal(redact('Mrs. Poole called').text, 'Mrs. [NAME] called');
	assert.equal(
		redact('My name is Zo\u00eb O\u2019Hara').text.startsWith('My name is [NAME]'),
		true,
	);
});

test('data-loss-prevention: a password next to its word is replaced', () => {
	assert.equal(redact('The password is Sunny-42!').text, 'The password is [SECRET]');
});

test('data-loss-prevention: a value that is also part of its own word is replaced where it is', () => {
	assert.equal(redact('password: word').text, 'password: [SECRET]');
	assert.equal(redact('token=oken, token=oken').text, 'token=[SECRET], token=[SECRET]');
});

for (const text of [
	`Card ${['4111', '1111', '1111', '1112'].join(' ')}`,
	`Card ${['4111', '1111', '1111', '1111'].join('/')}`,
	'My password used to be "Sunny-Day-42" on the old page',
]) {
	test(`data-loss-prevention: what no rule can replace is refused: ${text.slice(0, 14)}`, () => {
		assert.throws(() => assertNothingRemains(redact(text)), { reason: 'sensitive-data-left' });
	});
}

for (const text of [
	'Since nine this morning forty people cannot sign in.',
	'The price rose from 12.50 to 14.00 on 2026-11-20 at 09:30.',
	'I forgot my password and cannot sign in since Monday.',
	'Redaction marks such as [ORDER] and [CARD] stay.',
	'Version 1.10.2 of the portal, error 0x80070057.',
]) {
	test(`data-loss-prevention: an honest sentence is left as it is: ${text.slice(0, 24)}`, () => {
		assert.deepEqual(redact(text), { text, replaced: {}, remains: [] });
	});
}

test('data-loss-prevention: half a million characters are read without a stall', () => {
	for (const piece of ['1', '1 ', 'a1', '0 ', 'AA11', 'password ', 'a@', 'Mr A']) {
		redact(piece.repeat(100_000));
	}
});
