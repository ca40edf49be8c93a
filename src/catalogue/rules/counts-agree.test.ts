import { expect, test } from 'vitest';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { countsAgree } from './counts-agree.ts';

const { incident, controls, fit } = entry('patterns').data;
const triggers = incident.triggers.slice(0, 1).flatMap((one) => [one, one, one]);
const pattern = (text: string, body = 'Prose.\n') =>
	entry('patterns', 'summary', { fit: text, incident: { ...incident, triggers } }, { body });

test('steps with a block of code between them are one list', async () => {
	const body = 'There are two steps:\n\n1. First.\n\n```\na\n```\n\n2. Second.\n';
	expect(await messagesOf(countsAgree, entry('guides', 'start', {}, { body }))).toEqual([]);
});

test('the triggers of a pattern are counted wherever it speaks of them', async () => {
	const message = 'the text says "four triggers", and 3 are listed.';
	expect(await messagesOf(countsAgree, pattern('The runbook names four triggers.'))).toEqual([
		message,
	]);
	expect(
		await messagesOf(countsAgree, pattern(fit, 'Any of the four triggers starts it.\n')),
	).toEqual([message]);
});

test.each([
	'The runbook names three triggers.',
	'Two of the triggers come at night.',
	'Four triggers an hour are too many.',
])('"%s" is right', async (text) =>
	expect(await messagesOf(countsAgree, pattern(text))).toEqual([]),
);

test('a text beside the list is told once', async () => {
	const said = { ...incident, triggers, summary: 'Any of the seven triggers starts the playbook.' };
	const problems = await problemsOf(countsAgree, entry('patterns', 'summary', { incident: said }));
	expect(problems.map(({ path }) => path)).toEqual([['incident', 'summary']]);
});

test('a sentence that opens with all controls counts them; one that names a few does not', async () => {
	const all = `${controls.length === 4 ? 'Three' : 'Four'} controls: all from the baseline.`;
	expect(await messagesOf(countsAgree, pattern(fit, `${all}\n`))).toHaveLength(1);
	expect(
		await messagesOf(countsAgree, pattern(fit, 'The two controls that do most are cheap.\n')),
	).toEqual([]);
});
