import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { toFill } from './to-fill.ts';

const open = 'FILL: who it is for, in one sentence';
const pattern = (status: 'draft' | 'proposed' | 'approved' | 'deprecated') =>
	entry('patterns', 'summary', { status, fit: open });

test.each(['proposed', 'approved', 'deprecated'] as const)(
	'a marker in a %s entry is an error',
	async (status) => {
		const [problem, ...others] = await problemsOf(toFill, pattern(status));
		expect(others).toEqual([]);
		expect(problem).toMatchObject({
			severity: 'error',
			message: 'still to fill: who it is for, in one sentence.',
			fix: 'Write it instead of the marker.',
		});
	},
);

test('in a draft it is a warning', async () => {
	expect((await problemsOf(toFill, pattern('draft'))).map(({ severity }) => severity)).toEqual([
		'warning',
	]);
});

test('a prompt has the status of its pattern', async () => {
	const prompt = entry('prompts', 'ask', {}, { body: `{{role "user"}}\n${open}\n{{question}}\n` });
	const severity = async (status: 'draft' | 'proposed') =>
		(await problemsOf(toFill, entry('patterns', 'summary', { status }), prompt)).map(
			(problem) => problem.severity,
		);
	expect(await severity('draft')).toEqual(['warning']);
	expect(await severity('proposed')).toEqual(['error']);
});

test('each marker is told at its own place, in values, comments and prose', async () => {
	const made = entry('patterns', 'summary', { fit: open });
	const source = `a: 1 # FILL: the number\nb: "FILL: a word"\n---\nFILL: why\n`;
	const problems = await problemsOf(toFill, { ...made, source });
	expect(problems.map(({ spot, message }) => [spot?.line, spot?.column, message])).toEqual([
		[1, 8, 'still to fill: the number.'],
		[2, 5, 'still to fill: a word.'],
		[4, 1, 'still to fill: why.'],
	]);
	expect(problems.map(({ fix }) => fix.split(',')[0])).toEqual([
		'Correct the value before or below it',
		'Write it instead of the marker.',
		'Write it instead of the marker.',
	]);
});

test('a mention in code is no marker, nor is a word that ends alike', async () => {
	const made = entry('guides', 'start', {}, { body: 'Replace `FILL: what` in REFILL: two.\n' });
	expect(await problemsOf(toFill, made)).toEqual([]);
});

test.each(['TODO: say for whom it fits, in one line', 'Lorem ipsum dolor sit amet, consectetur.'])(
	'"%s" holds the place of a text, in data and in prose',
	async (text) => {
		const data = entry('patterns', 'summary', { fit: text });
		const prose = entry('guides', 'start', {}, { body: `A sentence.\n\n${text}\n` });
		const problems = await problemsOf(toFill, data, prose);
		expect(problems.map(({ severity, path, spot }) => [severity, path ?? spot?.column])).toEqual([
			['error', ['fit']],
			['error', 1],
		]);
	},
);

test('a text that speaks of what is to do holds no place', async () => {
	const body =
		'Write "TBD" if no date was named, and keep a todo list.\n\n| Date |\n|---|\n| TBD |\n\n\nTo be done well, it takes a day.\n';
	expect(await problemsOf(toFill, entry('guides', 'start', {}, { body }))).toEqual([]);
});
