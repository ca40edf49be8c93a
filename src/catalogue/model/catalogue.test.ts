import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { buildCatalogue, type Entry, isCollection } from './catalogue.ts';
import { digestOf } from './digest.ts';
import { referencesOf } from './references.ts';

describe('maps', () => {
	test('hold each entry under its id', () => {
		const risk = entry('risks', 'bias');
		const { risks, all, controls } = catalogueOf(risk);
		expect(risks.get('bias')).toBe(risk);
		expect(all.risks).toBe(risks);
		expect(controls.size).toBe(0);
	});

	test('policy and organisation are those of the files, or the ones given', () => {
		const named = entry('organisation', 'organisation', { name: 'Another' });
		expect(catalogueOf(named).organisation.name).toBe('Another');
		expect(catalogueOf().organisation.name).toBe('Example Organisation');
	});

	test('ids that an entry defines are known, and so are ids of rejected files', () => {
		const surroundings = catalogueOf();
		const rejected = new Map([['risks', new Set(['broken'])]]);
		const { knows, ids } = buildCatalogue([entry('organisation')], surroundings, rejected);
		expect(knows('teams', 'office')).toBe(true);
		expect(knows('teams', 'nobody')).toBe(false);
		expect(knows('risks', 'broken')).toBe(true);
		expect(ids('risks')).toEqual(['broken']);
	});
});

describe('links', () => {
	test('lead from the entry that cites to the one that is cited, with the place', () => {
		const control = entry('controls');
		const risk = entry('risks');
		const { linksFrom, linksTo } = catalogueOf(control, risk);
		expect(linksFrom(control)).toEqual([{ from: control, to: risk, path: ['mitigates', 0] }]);
		expect(linksTo(risk)).toEqual(linksFrom(control));
		expect(linksFrom(risk)).toEqual([]);
	});

	test('in prose have no field', () => {
		const bodyLinks = [{ collection: 'risks', id: 'leak', line: 20, column: 1 }];
		const guide = entry('guides', 'start', {}, { bodyLinks });
		const risk = entry('risks');
		expect(catalogueOf(guide, risk).linksTo(risk)).toEqual([{ from: guide, to: risk, path: [] }]);
	});

	test('that dangle are left out', () => {
		const control = entry('controls');
		expect(catalogueOf(control).linksFrom(control)).toEqual([]);
	});

	test('to and from are each other the other way round', () => {
		const id = fc.constantFrom('leak', 'bias', 'drift', 'loss');
		const risk = id.map((name) => entry('risks', name));
		const control = fc
			.tuple(id, fc.array(id, { maxLength: 4 }))
			.map(([name, mitigates]) => entry('controls', name, { mitigates }));
		const key = ({ collection, id: name }: Entry) => `${collection}/${name}`;
		const entries = fc.uniqueArray(fc.oneof(risk, control) as fc.Arbitrary<Entry>, {
			selector: key,
		});
		fc.assert(
			fc.property(entries, (list) => {
				const { linksFrom, linksTo } = catalogueOf(...list);
				const out = list.flatMap((one) => linksFrom(one));
				const into = list.flatMap((one) => linksTo(one));
				expect(new Set(into)).toEqual(new Set(out));
				expect(into).toHaveLength(out.length);
				for (const one of list) {
					for (const link of linksFrom(one)) expect(linksTo(link.to)).toContain(link);
					for (const link of linksTo(one)) expect(linksFrom(link.from)).toContain(link);
				}
			}),
			{ numRuns: 50 },
		);
	});
});

describe('framework items', () => {
	const citing = entry('guides', 'start', {
		frameworks: [
			{ framework: 'rules-2026', item: 'R1', relation: 'meets-in-part', note: 'The first half.' },
		],
	});

	test('are references by the framework that stands beside them', () => {
		expect(referencesOf(citing).filter(({ kind }) => kind === 'item')).toEqual([
			{ entry: citing, path: ['frameworks', 0, 'item'], to: 'rules-2026', id: 'R1', kind: 'item' },
		]);
	});

	test('know who covers them, and how', () => {
		const { coverage } = catalogueOf(citing, entry('frameworks'));
		expect(coverage('rules-2026', 'R1')).toEqual([
			{ entry: citing, relation: 'meets-in-part', note: 'The first half.' },
		]);
		expect(coverage('rules-2026', 'R2')).toEqual([]);
	});
});

test('every reference among the sound entries leads somewhere', () => {
	const entries = soundEntries();
	const { knows } = catalogueOf(...entries);
	for (const one of entries) {
		for (const { to, id, kind } of referencesOf(one)) {
			if (kind === 'id') expect(knows(to, id), `${one.file}: ${to}/${id}`).toBe(true);
		}
	}
});

test('only a name of the registry is a collection', () => {
	expect(isCollection('risks')).toBe(true);
	expect(isCollection('constructor')).toBe(false);
});

test('a digest is that of the UTF-8 bytes', () => {
	expect(digestOf('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
