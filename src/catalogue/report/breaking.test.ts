import { describe, expect, test } from 'vitest';
import { collections } from '#schemas/index.ts';
import { isCollection } from '../model/catalogue.ts';
import { fieldsAt } from '../model/schema-walk.ts';
import { declaredImpact, heavier, WEIGHINGS, weigh } from './breaking.ts';

/** Places that stand in no schema, because they are worked out. */
const DERIVED = /^(?:patterns\.tier\.computed|prompts\.(?:variable|answer|released)(?:\.|$))/;

test.each(WEIGHINGS.filter(({ at }) => !DERIVED.test(at)).map(({ at }) => at))(
	'%s is a field of its schema',
	(at) => {
		const [name = '', ...path] = at
			.replace('catalogue.variables', 'catalogue_variables')
			.split('.');
		const keys = path.map((key) => key.replace('_', '.'));
		expect(isCollection(name)).toBe(true);
		const schema = isCollection(name) ? collections[name].schema : undefined;
		expect(schema && fieldsAt(schema, keys).length).toBeGreaterThan(0);
	},
);

describe('weighing', () => {
	const weighed = (place: string, kind: 'added' | 'removed' | 'raised' | 'lowered' | 'changed') => {
		const [collection = '', ...path] = place.split('.');
		return weigh(collection, { path, kind, after: undefined }).impact;
	};

	test.each([
		['prompts.variable', 'removed', 'major'],
		['prompts.variable.optional', 'added', 'minor'],
		['prompts.answer', 'removed', 'major'],
		['prompts.answer.choice', 'added', 'major'],
		['patterns.controls.*', 'added', 'major'],
		['patterns.controls.*', 'removed', 'minor'],
		['patterns.controls.*.how', 'changed', 'minor'],
		['patterns.tier.computed', 'raised', 'major'],
		['patterns.connectors.*', 'removed', 'major'],
		['patterns.connectors.*.fields.*', 'removed', 'minor'],
		['patterns.title', 'changed', 'patch'],
		['connectors.ceiling', 'lowered', 'major'],
		['connectors.ceiling', 'raised', 'minor'],
		['metrics.formula', 'changed', 'major'],
		['nowhere.at.all', 'changed', 'patch'],
	] as const)('%s %s is %s', (place, kind, impact) => expect(weighed(place, kind)).toBe(impact));

	test('a status weighs by where it goes', () => {
		const to = (after: string) =>
			weigh('risks', { path: ['status'], kind: 'changed', after }).impact;
		expect(['deprecated', 'approved', 'proposed'].map(to)).toEqual(['major', 'minor', 'patch']);
	});
});

test('the heavier of two impacts', () => {
	expect(heavier('minor', 'major')).toBe('major');
	expect(heavier('patch', undefined)).toBe('patch');
	expect(heavier(undefined, undefined)).toBeUndefined();
});

test.each([
	['1.2.3', '2.0.0', 'major'],
	['1.2.3', '1.3.0', 'minor'],
	['1.2.3', '1.2.4', 'patch'],
	['1.2.3', '1.2.3', undefined],
] as const)('from %s to %s declares %s', (from, to, impact) => {
	expect(declaredImpact(from, to)).toBe(impact);
});
