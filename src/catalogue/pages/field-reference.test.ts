import { expect, test } from 'vitest';
import { collectionNames } from '#schemas/index.ts';
import { codeParts, fieldReference } from './field-reference.ts';

const { sections, vocabularies } = fieldReference('patterns');
const field = (path: string) =>
	sections.flatMap(({ rows }) => rows).find((row) => row.path === path);

test('a text tells its length, and a list its entries and theirs', () => {
	expect(field('title')?.limits).toEqual(['3 to 80 characters']);
	expect(field('useWhen')?.limits).toEqual(['at least 2 entries', '5 to 200 characters each']);
	expect(field('architecture.nodes[].step')).toMatchObject({
		type: 'whole number',
		limits: ['1 to 12'],
	});
});

test('a field says whether it is needed', () => {
	expect([field('title'), field('tier'), field('related')].map((row) => row?.need)).toEqual([
		'required',
		'optional',
		'optional, empty if left out',
	]);
});

test('an id names the collection it must be in and leads to its reference', () => {
	expect(field('risks[].mitigatedBy')?.reference).toEqual({
		name: 'controls',
		path: '/contribute/control/',
	});
	expect(field('decisionRights.ownsData')?.reference?.path).toBe('/contribute/organisation/');
});

test('a closed list is given with the meaning of each value', () => {
	expect(vocabularies.find(({ name }) => name === 'Risk tier')?.terms[0]).toMatchObject({
		value: 'low',
		label: 'Low',
	});
});

test('each form of a union has a section under the word that tells it apart', () => {
	const paths = fieldReference('cases').sections.map(({ path }) => path);
	expect(paths).toContain('cases[].expect[] (is-json)');
});

test.each(collectionNames)(
	'%s: every anchor is unique and every link inside leads somewhere',
	(name) => {
		const reference = fieldReference(name);
		const rows = reference.sections.flatMap((section) => section.rows);
		const anchors = [
			...reference.sections.map(({ anchor }) => anchor),
			...rows.map(({ anchor }) => anchor),
			...reference.vocabularies.map(({ anchor }) => anchor),
		];
		const links = rows.flatMap(({ inside, vocabulary }) => [inside, vocabulary?.anchor]);
		expect(new Set(anchors).size).toBe(anchors.length);
		expect(links.filter((link) => link && !anchors.includes(link))).toEqual([]);
	},
);

test('what stands between backticks is code', () => {
	expect(codeParts('an id under `teams`.').filter(({ code }) => code)).toEqual([
		{ text: 'teams', code: true },
	]);
});
