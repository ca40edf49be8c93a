import { expect, test } from 'vitest';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { modelEnd, retiresFact } from './model-end.ts';

const modelThat = (retires: string, fallback?: string) =>
	entry('models', 'small', { retires, ...(fallback ? { fallback } : {}) });
const runs = entry('patterns', 'summary', { title: 'Summaries', models: ['small'] });

test('a model with more days left than the policy warns of says nothing', () => {
	// The minimal policy warns for ninety days.
	const model = modelThat('2027-02-21');
	expect(modelEnd(model, catalogueOf(model, runs))).toBeUndefined();
});

test('a model that stopped answering names the patterns that must move, and where to', () => {
	const model = modelThat('2026-11-21', 'other');
	const other = entry('models', 'other', { title: 'Other chat' });
	const gone = entry('patterns', 'gone', { models: ['small'], status: 'withdrawn' });
	expect(modelEnd(model, catalogueOf(model, other, runs, gone))).toEqual({
		tone: 'bad',
		fact: 'Stopped answering on 21 November 2026.',
		text: '1 pattern must move and be evaluated again. Its fallback is Other chat.',
		patterns: [{ title: 'Summaries', path: '/patterns/summary/' }],
	});
});

test('a fallback that has stopped as well is no way out', () => {
	const model = modelThat('2026-11-01', 'other');
	const other = entry('models', 'other', { title: 'Other chat', retires: '2026-11-02' });
	expect(modelEnd(model, catalogueOf(model, other))?.text).toBe(
		'No patterns run on it. Its fallback, Other chat, has stopped answering too.',
	);
});

test.each([
	[TODAY, 'Retires today, on 22 November 2026.'],
	['2026-11-23', 'Retires in 1 day, on 23 November 2026.'],
	['2027-02-20', 'Retires in 90 days, on 20 February 2027.'],
])('a model that retires on %s warns: %s', (retires, fact) => {
	const model = modelThat(retires);
	expect(modelEnd(model, catalogueOf(model))).toMatchObject({ tone: 'warn', fact });
});

test.each([
	['2026-11-21', { text: 'Stopped', tone: 'bad', sub: '21 Nov 2026' }],
	[TODAY, { text: 'Today', tone: 'warn', sub: '22 Nov 2026' }],
	['2026-12-02', { text: 'In 10 days', tone: 'warn', sub: '2 Dec 2026' }],
	['2027-10-01', { text: '1 Oct 2027' }],
])('in a list a model that retires on %s is marked by how near that is', (retires, fact) => {
	const model = modelThat(retires);
	expect(retiresFact(model, catalogueOf(model))).toEqual(fact);
});
