import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { listedOnce } from './listed-once.ts';

test('an id that a list names twice is told at its second place', async () => {
	expect(
		await messagesOf(
			listedOnce,
			entry('controls', 'logging', { mitigates: ['leak', 'bias', 'leak'] }),
		),
	).toEqual(['"leak" is listed twice in mitigates.']);
});

test('a control or a risk has one row in a pattern', async () => {
	const pattern = entry('patterns');
	const { controls, risks } = pattern.data;
	const twice = entry('patterns', 'summary', {
		controls: [...controls, ...controls],
		risks: [...risks, ...risks],
	});
	expect(await messagesOf(listedOnce, pattern)).toEqual([]);
	expect(await messagesOf(listedOnce, twice)).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/is listed twice in controls\.$/),
			expect.stringMatching(/is listed twice in risks\.$/),
		]),
	);
});

test('a connector may have a row for each access', async () => {
	const { connectors } = entry('patterns').data;
	const both = entry('patterns', 'summary', { connectors: [...connectors, ...connectors] });
	expect(await messagesOf(listedOnce, both)).toEqual([]);
});
