import { expect, test } from 'vitest';
import { checkAmongSound, shown } from '#tests/support/build.ts';
import { wordsOf } from './glossary.ts';
import { collections } from './index.ts';
import { caseKind } from './vocabularies.ts';

const MEANING = 'definition: What it means in one sentence.';

/** What is said of a glossary with these terms, a line each. */
async function said(...terms: string[]): Promise<string[]> {
	const file = collections.glossary.file;
	const text = `terms:\n${terms.map((term) => `  - { ${term} }\n`).join('')}`;
	const { findings } = await checkAmongSound({ [file]: text });
	return findings
		.filter((finding) => finding.file === file && finding.rule !== 'glossary-used')
		.map(shown);
}

test('a term with a meaning is fine, and so is one that takes both from a closed list', async () => {
	expect(
		await said(
			`id: gate, term: gate, ${MEANING}, otherNames: [way in], see: [edge]`,
			'id: edge, term: edge case, from: { list: case kind, value: edge }',
			'id: golden, from: { list: case kind, value: golden }',
		),
	).toEqual([]);
});

test.each([
	[
		'a term twice',
		[`id: b, term: Gate, ${MEANING}`],
		'3:20 terms[2].term: "Gate" is already a name of the term "a". Merge the two, or rename one.',
	],
	[
		'a name of another term',
		[`id: b, term: door, otherNames: ["the  GATE", gate], ${MEANING}`],
		'3:52 terms[2].otherNames[2]: "gate" is already a name of the term "a". Merge the two, or rename one.',
	],
	[
		'an id twice',
		[`id: a, term: door, ${MEANING}`],
		'3:11 terms[2].id: "a" is already the id of another term.',
	],
	['no meaning', ['id: b, term: door'], '3:5 terms[2].definition is missing.'],
	[
		'an empty meaning',
		['id: b, term: door, definition: " "'],
		'3:38 terms[2].definition is empty. At least 20 are needed.',
	],
	[
		'an empty name',
		[`id: b, term: "", ${MEANING}`],
		'3:20 terms[2].term is empty. At least 2 are needed.',
	],
	[
		'a line break',
		['id: b, term: door, definition: "A meaning of\\n# two lines in all."'],
		'3:38 terms[2].definition has a line break; write it as one line, or in YAML after ">-".',
	],
	[
		'a hidden character',
		['id: b, term: "do\\u202eor", definition: A meaning of one line.'],
		'3:20 the line contains U+202E, a character that nobody can see.',
	],
	[
		'a name that starts with a mark',
		[`id: b, term: "<b>door", ${MEANING}`],
		'3:20 terms[2].term: "<b>door" does not start with a letter or a digit.',
	],
	[
		'a value that is not in the list',
		['id: b, from: { list: case kind, value: golden-ish }'],
		`3:46 terms[2].from.value: "golden-ish" is not a value of case kind: ${caseKind.values.join(', ')}.`,
	],
	[
		'a meaning beside that of the list',
		[`id: b, from: { list: case kind, value: edge }, ${MEANING}`],
		'3:66 terms[2].definition is already the meaning of "edge": delete it.',
	],
	[
		'another name than that of the list',
		['id: b, term: door, from: { list: case kind, value: edge }'],
		'3:20 terms[2].term is not named after the value "Edge": write it with that word.',
	],
])('%s is refused where it is', async (_name, terms, finding) => {
	expect(await said(`id: a, term: gate, ${MEANING}`, ...terms)).toEqual([finding]);
});

test('a term of a closed list says what the list says', () => {
	const read = collections.glossary.schema.parse({
		terms: [
			{ id: 'edge', term: 'edge case', from: { list: 'case kind', value: 'edge' } },
			{ id: 'golden', from: { list: 'case kind', value: 'golden' } },
		],
	});
	expect(read.terms.map(wordsOf)).toMatchObject([
		{ term: 'edge case', definition: caseKind.terms.edge.meaning },
		{ term: 'golden', definition: caseKind.terms.golden.meaning },
	]);
});
