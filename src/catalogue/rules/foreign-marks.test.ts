import { describe, expect, test } from 'vitest';
import { checkAmongSound, entry } from '#tests/support/build.ts';
import { foreignMarks } from '../read/prompts/foreign-marks.ts';

const prompt = entry('prompts');
const names = ['question', 'caseSubject'];
const marks = (text: string) => foreignMarks(text, names).map(({ shown }) => shown);

describe('marks of other template languages are found', () => {
	test.each([
		['The subject is {caseSubject}.', ['{caseSubject}']],
		['The subject is {case_subject}.', ['{case_subject}']],
		['The subject is {0} and {name:>10}.', ['{0}', '{name:>10}']],
		// biome-ignore lint/suspicious/noTemplateCurlyInString: what a prompt may hold
		['Is ${caseSubject}, product ${input:product}.', ['${caseSubject}', '${input:product}']],
		['Is #{name} or @{name}.', ['#{name}', '@{name}']],
		['{% for a in b %}x{% endfor %}', ['{% for a in b %}', '{% endfor %}']],
		['{# a note #}', ['{# a note #}']],
		['Dear <%= name %>, <% if x %>', ['<%= name %>', '<% if x %>']],
		['Dear %(name)s', ['%(name)s']],
		['Dear [INSERT NAME HERE] and <insert name>', ['[INSERT NAME HERE]', '<insert name>']],
		['Dear [YOUR NAME]', ['[YOUR NAME]']],
		['TODO: write the rest', ['TODO']],
		['Ask $question and <<question>>', ['$question', '<<question>>']],
		['Ask @question, {question!r:>10}', ['@question', '{question!r:>10}']],
		['The subject is %s and %.2f.', ['%s', '%.2f']],
		['Ask [[question]] %question% __question__', ['[[question]]', '%question%', '__question__']],
	])('%s', (text, expected) => expect(marks(text)).toEqual(expected));
});

describe('text that looks like them is left alone', () => {
	test.each([
		'Answer {"queue": "a", "list": [{"id": 1}]} and {}.',
		'Ask {{question}}, {{{question}}}, \\{{question}} and {{#if question}}x{{/if}}.',
		'It costs $5, or $HOME, at 50% of 60%.',
		'Write \\boxed{answer} and x^{n}, f{x}.',
		'Mark it [CARD], [ACCOUNT] or [your answer]; see [1] and <name>.',
		'Keep a TODO list. __bold__ and **bold**.',
		"import { thing } from 'x';\nconst {a} = b;",
		'{ "type": "object" }',
		'}, (input, {sendChunk}) => {',
		'Write to team@question.example; 50%, 5 % of it, 100%s, @media print.',
	])('%s', (text) => expect(marks(text)).toEqual([]));
});

test('each is a warning at its place, with the variable that is meant', async () => {
	const text = prompt.source.replace('{{question}}', '{{question}}\nAlso {questoin} and {other}.');
	const line = text.split('\n').findIndex((one) => one.startsWith('Also')) + 1;
	const { findings } = await checkAmongSound({ [prompt.file]: text });
	expect(findings).toMatchObject([
		{ rule: 'foreign-marks', severity: 'warning', line, column: 6, fix: 'Write {{question}}.' },
		{ line, column: 21, fix: expect.stringContaining('declare the name') },
	]);
});

test('a text of half a million signs is read in its time', { timeout: 5_000 }, () => {
	for (const sign of ['{', '\\', '\\{{', '${', '<%', '[[', '{%', '%(', '$a']) {
		expect(Array.isArray(marks(sign.repeat(250_000)))).toBe(true);
	}
});
