import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePattern, literal } from './patterns.ts';

test('a text as a pattern matches itself and nothing else', () => {
	for (const text of [
		'a-b',
		'no. 1',
		'</source>',
		'(x|y)',
		'a/b',
		'$5 ^ [c] {2}',
		'\\d',
		'why?*+',
	]) {
		const pattern = new RegExp(`^${literal(text)}$`, 'u');
		assert.ok(pattern.test(text), text);
		assert.ok(!pattern.test(text.replace(/.$/u, '#')), text);
	}
	assert.ok(!new RegExp(literal('no. 1'), 'u').test('no, 1'));
});

test('a pattern that does not compile stops the start and names its place', () => {
	assert.throws(() => compilePattern('(', 'u', 'the sign "x" of policy/screen.yaml'), {
		message: 'The pattern of the sign "x" of policy/screen.yaml does not compile. Fix it there.',
	});
});
