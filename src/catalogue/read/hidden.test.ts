import { describe, expect, test } from 'vitest';
import {
	checkAmongSound,
	checkKept,
	entry,
	findingsIn,
	shown,
	soundFiles,
} from '#tests/support/build.ts';
import { fileDigest } from '../model/digest.ts';

const prompt = entry('prompts');
const cases = entry('cases');
const control = entry('controls');

const messages = async (path: string, text: string) =>
	(await findingsIn(path, text)).map(({ rule, message }) => `${rule}: ${message}`);
const SEEN = 'hidden: the line contains U+200B, a character that nobody can see.';

/** What the checks find in one file of a starter. */
async function inStarter(file: string, text: string) {
	const path = `content/starter/${file}`;
	const asset = { path, text, asset: fileDigest(text) };
	const { findings } = await checkKept([...soundFiles(), asset]);
	return findings.filter((one) => one.file === path && one.rule === 'hidden').map(shown);
}

describe('a hidden character is refused', () => {
	test.each([
		['in a field', 'mitigates:', '# \u200b\nmitigates:'],
		['as an escape in a field', /^title: .*$/m, 'title: "Log\\u200bging"'],
		['as another escape', /^title: .*$/m, 'title: "Log\\U0000200Bging"'],
		['in prose', 'A sentence of prose', 'A \u200bsentence'],
		['as a number in prose', 'A sentence of prose', 'A sen&#8203;tence of prose'],
		['as a number in sixteens in prose', 'A sentence of prose', 'A sen&#x200B;tence'],
		['as a name in prose', 'A sentence of prose', 'A sen&ZeroWidthSpace;tence'],
		[
			'in the title of a link',
			'A sentence of prose',
			'A [log](/controls/logging/ "a&#8203;b") sentence',
		],
	])('%s', async (_, before, after) => {
		expect(await messages(control.file, control.source.replace(before, after))).toEqual([SEEN]);
	});

	test('in a description of an input of a prompt', async () => {
		const text = prompt.source.replace(
			/^( +question): string.*$/m,
			'$1: "string, the que\\u200bstion"',
		);
		expect(text).not.toBe(prompt.source);
		expect(await messages(prompt.file, text)).toEqual([SEEN]);
	});

	test('in a template', async () => {
		const text = prompt.source.replace('Answer in', 'Answer\u200b in');
		expect(await messages(prompt.file, text)).toEqual([SEEN]);
	});

	test('in an input of a test case, its key included', async () => {
		const text = cases.source.replace(/^( +)question: .*$/m, '$1"quest\\u200bion": "a\\u200bb"');
		expect(text).not.toBe(cases.source);
		expect(await messages(cases.file, text)).toEqual([SEEN, SEEN]);
	});

	test('as one finding a line, with its place', async () => {
		const text = control.source.replace(
			'A sentence of prose',
			'A\u200b sen\u00adtence\n\nAnother\u2060 sentence',
		);
		const line = control.bodyLine;
		expect((await findingsIn(control.file, text)).map(shown)).toEqual([
			`${line}:2 the line contains U+200B, a character that nobody can see.`,
			`${line + 2}:8 the line contains U+2060, a character that nobody can see.`,
		]);
	});
});

describe('every kind, in every place', () => {
	const kinds = [
		0x00, 0x1b, 0x85, 0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200f,
		0x2028, 0x202e, 0x2060, 0x2062, 0x2066, 0x206a, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xfffe, 0x1bca0,
		0x1d173, 0xe0041, 0xe0150,
	];
	const rules = async (path: string, text: string) =>
		(await findingsIn(path, text)).map(({ rule }) => rule);

	test.each(kinds)('U+%#x', async (code) => {
		const raw = String.fromCodePoint(code);
		const escaped = `\\U${code.toString(16).padStart(8, '0')}`;
		const title = (text: string) => control.source.replace(/^title: .*$/m, `title: ${text}`);
		expect(await rules(control.file, title(`Log${raw}ging`))).toEqual(['hidden']);
		expect(await rules(control.file, title(`"Log${escaped}ging"`))).toEqual(['hidden']);
		const body = control.source.replace('A sentence of prose', `A sen${raw}tence`);
		expect(await rules(control.file, body)).toEqual(['hidden']);
		const template = prompt.source.replace('Answer in', `Answer${raw} in`);
		expect(await rules(prompt.file, template)).toEqual(['hidden']);
		const input = cases.source.replace('Why?', `"Why${escaped}?"`);
		expect(await rules(cases.file, input)).toEqual(['hidden']);
		expect(await inStarter('src/a.ts', `const a = 1; // b${raw}c\n`)).toHaveLength(1);
		expect(await inStarter('policy/a.yaml', `a: "b${escaped}c"\n`)).toHaveLength(1);
	});

	test('half a pair of an escaped', async () => {
		const text = control.source.replace(/^title: .*$/m, 'title: "Log\\ud800ging"');
		expect(await rules(control.file, text)).toEqual(['hidden']);
	});
});

test('an entity inside code stays what it is: text that shows an entity', async () => {
	const text = control.source.replace('A sentence of prose', 'Write `&shy;` in a sentence');
	expect(await messages(control.file, text)).toEqual([]);
});

describe('every file of a starter is looked at', () => {
	test.each([
		['src/line.ts', 'const isAdmin = false; /*\u202e } */\n', '1:26', 'U+202E'],
		['policy/limits.yaml', 'mail: 1\nname: "a\\u00adb"\n', '2:7', 'U+00AD'],
		['recordings/ask.json', '{ "say": "a\\u2060b" }\n', '1:10', 'U+2060'],
		['runbooks/feedback.md', 'Text\n\nAsk a per&zwnj;son.\n', '3:1', 'U+200C'],
		['.gitignore', 'a\u2066\n', '1:2', 'U+2066'],
	])('%s', async (file, text, place, code) => {
		expect(await inStarter(file, text)).toEqual([
			`${place} the line contains ${code}, a character that nobody can see.`,
		]);
	});

	test.each([
		['src/filter.ts', 'const HIDDEN = /[\\u200b-\\u200f]/g;\n'],
		['policy/screen.yaml', "pattern: '[\\u200b-\\u200f]'\n"],
		['recordings/ask.json', '{ "say": "\\ud83d\\ude00 caf\\u00e9" }\n'],
	])('an escape that code or a pattern needs is fine in %s', async (file, text) => {
		expect(await inStarter(file, text)).toEqual([]);
	});
});

describe('a name that a file system refuses', () => {
	const found = async (path: string) =>
		(await checkAmongSound({ [path]: control.source })).findings
			.filter(({ file, rule }) => file === path && ['id', 'file'].includes(rule))
			.map(({ message }) => message);

	test.each(['con', 'aux', 'nul', 'prn', 'com1', 'lpt9'])('is refused as an id: %s', async (id) => {
		expect(await found(`content/controls/${id}.mdx`)).toEqual([
			`the name "${id}.mdx" is reserved on Windows, where git cannot check it out.`,
		]);
	});

	test.each(['con', 'nul'])('is refused as the folder of a pattern: %s', async (id) => {
		expect(await found(`patterns/${id}/pattern.mdx`)).toEqual([
			`the name "${id}" is reserved on Windows, where git cannot check it out.`,
		]);
		expect(await found(`patterns/${id}/prompts/ask.prompt`)).toHaveLength(1);
	});

	test.each(['console', 'com10', 'auxiliary', 'con-guide', 'null'])('%s is fine', async (id) => {
		expect(await found(`content/controls/${id}.mdx`)).toEqual([]);
	});

	test('two paths that differ in capitals are one file elsewhere', async () => {
		expect(await found('patterns/Summary/prompts/ask.prompt')).toEqual([
			'the path differs only in capitals or accents from patterns/summary.',
		]);
	});
});
