import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termFinder } from './term-finder.ts';

const find = termFinder([
	{ id: 'gate', names: ['gate', 'way in'] },
	{ id: 'release-gate', names: ['release gate'] },
	{ id: 'policy', names: ['policy'] },
	{ id: 'switch', names: ['kill switch'] },
	{ id: 'rag', names: ['RAG', 'C++'] },
]);
const found = (text: string) =>
	[...find(text)].map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

test.each([
	['One gate, two Gates.', ['gate: gate', 'gate: Gates']],
	['Policies and kill switches.', ['policy: Policies', 'switch: kill switches']],
	['The release gate, not the gate.', ['release-gate: release gate', 'gate: gate']],
	['A way\n\tin.', ['gate: way\n\tin']],
	['The gate’s keeper, (gate) and “gate”.', ['gate: gate', 'gate: gate', 'gate: gate']],
	['RAG and C++ code.', ['rag: RAG', 'rag: C++']],
])('%j has terms as whole words, the longest first', (text, terms) =>
	expect(found(text)).toEqual(terms),
);

test.each([
	'Delegate, gateway, investigate.',
	'A pre-gate, a gate-keeper, gate_1, gate2.',
	'See gate.ts, /gate/ and me@gate.example.',
	'A rag is a cloth.',
	'\u00e9gate and gate\u0301',
	'&gate; &amp;',
])('%j has none: a part of a word, a path or an entity is not a term', (text) =>
	expect(found(text)).toEqual([]),
);

test('between two places of a text it finds what it would find in that part alone', () => {
	const parts = fc.array(
		fc.constantFrom('gate', 'Release gate', 'policy', 'a', '\u{1f642}', '\u{1d400}', '.'),
	);
	fc.assert(
		fc.property(parts, parts, parts, (before, inside, behind) => {
			const text = inside.join(' ');
			const start = `${before.join(' ')}>`;
			const from = start.length;
			expect(find(`${start}${text}<${behind.join(' ')}`, from, from + text.length)).toEqual(
				find(text).map((one) => ({
					...one,
					start: one.start + from,
					end: one.end + from,
				})),
			);
		}),
	);
});

test('a term of any letters is found between spaces, and never inside a longer word', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'abcéß漢я1'), minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(letters, letters, (name, other) => {
			const one = termFinder([{ id: 'it', names: [name] }]);
			expect([...one(`- ${name} -`)]).toEqual([{ id: 'it', start: 2, end: 2 + name.length }]);
			expect([...one(`${other}${name}`), ...one(`${name}${other}s`)]).toEqual([]);
		}),
	);
});
