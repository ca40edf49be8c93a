import { describe, expect, test } from 'vitest';
import { entry, findingsIn, shown } from '#tests/support/build.ts';

const { source } = entry('guides');
const PATH = 'content/guides/start.mdx';

/** The guide of a test, with one line of its data written otherwise. */
const withLine = (before: string, after: string) => {
	if (!source.includes(before)) throw new Error(`the guide has no "${before}"`);
	return findingsIn(PATH, source.replace(before, after));
};

test('the guide is sound before it is broken', async () => {
	expect(await findingsIn(PATH, source)).toEqual([]);
});

describe('keys', () => {
	test('an unknown key is pointed at, with the one that was meant', async () => {
		const found = await withLine('reviewed: 2026-11-01', 'reviewed: 2026-11-01\nordr: 2');
		expect(found.map(shown)).toEqual(['8:1 unknown key "ordr".']);
		expect(found[0]?.fix).toBe('Did you mean "order"?');
	});

	test('a key that is like no other comes with the list', async () => {
		const [found] = await withLine('reviewed: 2026-11-01', 'reviewed: 2026-11-01\nzzzzzzz: 2');
		expect(found?.fix).toBe(
			'Known keys: title, summary, aliases, status, owner, version, reviewed, reader, order, answer, figures, template, frameworks.',
		);
	});

	test('a misspelt key is both unknown and missing', async () => {
		const found = await withLine('owner:', 'ownr:');
		expect(found.map(shown)).toEqual(['2:1 missing key "owner".', '5:1 unknown key "ownr".']);
		expect(found[0]?.fix).toMatch(/^Add owner: Team that is responsible for the entry/);
	});

	test.each(['__proto__', 'constructor', 'toString'])('%s is a key like any other', async (key) => {
		const found = await withLine('order: 1', `order: 1\n${key}: { title: x }`);
		expect(found.map(shown)).toEqual([`10:1 unknown key "${key}".`]);
		expect({}).not.toHaveProperty('title');
	});

	test('a key inside a list is named with its place', async () => {
		const { source: control, file } = entry('controls');
		const broken = control.replace('often:', 'oftn:');
		const found = await findingsIn(file, broken);
		expect(found.map(({ message }) => message)).toEqual([
			'missing key "often" in verification[1].',
			'unknown key "oftn" in verification[1].',
		]);
	});
});

describe('values', () => {
	test('a number outside its limits is said with the limit, in our words', async () => {
		const found = await withLine('order: 1', 'order: -3');
		expect(found.map(shown)).toEqual([expect.stringMatching(/ order is -3; it must be at least /)]);
	});

	test.each([
		[
			'a wrong word',
			'reader: team-lead',
			'reader: team-led',
			'8:9 reader "team-led" is not one of: leader, council, second-line, team-lead, developer.',
		],
		[
			'a day that does not exist',
			'reviewed: 2026-11-01',
			'reviewed: 2026-02-30',
			'7:11 reviewed: "2026-02-30" is not a date; write year-month-day, such as 2026-11-22.',
		],
		[
			'a date of another form',
			'reviewed: 2026-11-01',
			'reviewed: 1/11/2026',
			'7:11 reviewed: "1/11/2026" is not a date; write year-month-day, such as 2026-11-22.',
		],
		[
			'a version without quotes',
			'version: 1.0.0',
			'version: 1.10',
			'6:10 version: 1.1 is a number; write it in quotes with three parts, such as "1.2.0".',
		],
		[
			'a version of two parts',
			'version: 1.0.0',
			'version: "1.0"',
			'6:10 version: "1.0" is not a version; write three numbers, such as "1.2.0".',
		],
		[
			'a list for a text',
			'title: An entry',
			'title: [An, entry]',
			'2:8 title ["An","entry"] is not text.',
		],
		['a text for a number', 'order: 1', 'order: first', '9:8 order "first" is not a number.'],
		['part of a number', 'order: 1', 'order: 1.5', '9:8 order 1.5 is not a whole number.'],
		[
			'an id in capitals',
			'owner: office',
			'owner: Office',
			'5:8 owner: "Office" is not an id; ids are lower-case words joined by hyphens, such as "data-leakage".',
		],
		[
			'a text that is too short',
			'title: An entry',
			'title: A',
			'2:8 title is 1 characters long. At least 3 are needed.',
		],
		[
			'an empty text',
			'title: An entry',
			'title: "  "',
			'2:8 title is empty. At least 3 are needed.',
		],
		['nothing at all', 'title: An entry', 'title:', '2:7 title null is not text.'],
	])('%s is refused at its place', async (_, before, after, message) => {
		expect((await withLine(before, after)).map(shown)).toEqual([message]);
	});

	test('a word that is nearly right comes with the right one', async () => {
		const [found] = await withLine('reader: team-lead', 'reader: team-led');
		expect(found?.fix).toBe('Did you mean "team-lead"?');
	});

	test('a text may run on to its limit and no further', async () => {
		expect(await withLine('title: An entry', `title: ${'abcdefghij'.repeat(8)}`)).toEqual([]);
		const found = await withLine('title: An entry', `title: ${'abcdefghij'.repeat(5_000)}`);
		expect(found.map(shown)).toEqual(['2:8 title is 50000 characters long. The limit is 80.']);
	});

	test('a finding quotes little of a value that runs on', async () => {
		const found = await withLine('reviewed: 2026-11-01', `reviewed: ${'9-'.repeat(50_000)}`);
		expect(found).toHaveLength(1);
		expect(found[0]?.message.length).toBeLessThan(1100);
	});

	test('every problem of a file is reported at once', async () => {
		const text = source.replace('reader: team-lead', 'reader: x').replace('order: 1', 'order: 0');
		expect((await findingsIn(PATH, text)).map(({ line }) => line)).toEqual([8, 9]);
	});
});

describe('alternatives', () => {
	const pattern = entry('patterns');
	const withTarget = (target: string) =>
		findingsIn(
			pattern.file,
			pattern.source.replace(/target:\n\s+atLeast: 90/, `target: ${target}`),
		);

	test('a target of no known form is told the forms', async () => {
		const [found] = await withTarget('about ninety');
		expect(found?.message).toBe(
			'metrics[1].target is not a target; write { atLeast: 88 }, { atMost: 4 }, { from: 8, to: 15 } or { improveBy: 20 }.',
		);
	});

	test('a target of a known form is told what is wrong inside', async () => {
		const [found] = await withTarget('{ improveBy: -3 }');
		expect(found?.message).toMatch(/^metrics\[1\]\.target\.improveBy/);
	});

	test('an unknown kind of check comes with the one that was meant', async () => {
		const cases = entry('cases');
		const text = cases.source.replace('type: includes', 'type: include');
		const [found] = await findingsIn(cases.file, text);
		expect(found?.message).toMatch(
			/^cases\[1\]\.expect\[1\]\.type "include" is not one of: is-json, /,
		);
		expect(found?.fix).toBe('Did you mean "includes"?');
	});
});
