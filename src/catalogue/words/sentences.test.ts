import { describe, expect, test } from 'vitest';
import { explainedIn, sentencesOf, shortFormsIn } from './sentences.ts';

const shortForms = (text: string) => shortFormsIn(text).map(({ word }) => word);

describe('short forms', () => {
	test.each([
		['The CRM and two APIs.', ['CRM', 'API']],
		['(DLP)', ['DLP']],
		['A PDF-based form', ['PDF']],
		['It ends in SQL.', ['SQL']],
		['Caf\u00e9 DLP', ['DLP']],
	])('%s', (text, words) => expect(shortForms(text)).toEqual(words));

	test.each([
		'Annex III',
		'GOVERN 2.1, AC-5, LLM01:2026, AIR-PREV-010, AML.T0051',
		'ISO 42001 and RFC 2606',
		'20 EUR, EUR 20, 512 MB',
		'SHA-256, UTF-8, YYYY-MM-DD',
		'[PERSON] and [ORDER-1]',
		'iPhone, McDonald, OpenAPI, A or B',
		'#TEAM, @TEAM, SNAKE_CASE, path/README',
		'\u00c9COLE, \u0391\u0392\u0393',
	])('%s holds none', (text) => expect(shortForms(text)).toEqual([]));

	test.each([
		['Data loss prevention (DLP) reads', ['DLP']],
		['data loss prevention (DLPs), then', ['DLP']],
		['DLP (data loss prevention) reads', ['DLP']],
		['DLP reads (each answer)', []],
		['see (DLP)', []],
	])('%s explains %j', (text, words) => {
		expect(explainedIn(`${text} it.`)).toEqual(words);
	});
});

describe('sentences', () => {
	test('are counted in words between full stops', () => {
		const text = 'One two. Three "four five!" Six - seven?';
		expect(sentencesOf(text).map(({ words, index }) => [words, index])).toEqual([
			[2, 0],
			[3, 9],
			[2, 28],
		]);
	});

	test('do not end at a single letter or inside a number', () => {
		expect(sentencesOf('See e.g. the 2.5 rule in v1.2 here.')).toHaveLength(1);
	});
});

test.each(['A', 'AB ', 'AB(', 'a. ', '. ', 'AB (a ', '"'])(
	'half a million of "%s" is read',
	(part) => {
		const text = part.repeat(500_000 / part.length);
		expect(() => [sentencesOf(text), shortFormsIn(text), explainedIn(text)]).not.toThrow();
	},
);
