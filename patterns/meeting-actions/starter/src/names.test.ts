import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marksIn, openMasking, withoutTypedMarks } from './names.ts';

const words = new Set(['will', 'rose']);
const present = [
	{ id: 'u1', name: 'Ada Quillby' },
	{ id: 'u2', name: 'Kim Lanyard' },
	{ id: 'u3', name: 'Kim Oxbow' },
	{ id: 'u4', name: 'Will van der Strand' },
];
const masking = () => openMasking(present, ['Hal Merrow'], words);

for (const [text, masked] of [
	['Ada Quillby: yes', 'P1: yes'],
	['ada sends it, QUILLBY too', 'P1 sends it, P1 too'],
	["Ada's list and Ada   Quillby", "P1's list and P1"],
	['Lanyard, then Oxbow', 'P2, then P3'],
	['Hal did it, says Merrow', 'X1 did it, says X1'],
	['Will and Strand will go', 'P4 and P4 will go'],
	['Adamant, Canada, Halfway, Kimono', 'Adamant, Canada, Halfway, Kimono'],
] as const) {
	test(`data-loss-prevention: "${text}" is masked`, () => {
		assert.equal(masking().mask(text), masked);
	});
}

test('data-loss-prevention: a name with a hyphen or a dot is masked like any other', () => {
	const one = [{ id: 'u1', name: 'Ada-Lena Quillby-Oxbow Jr.' }];
	assert.equal(openMasking(one, [], words).mask('ada-lena: yes'), 'P1: yes');
	assert.equal(openMasking([], ['Hal-Jon Merrow'], words).mask('Hal-Jon left'), 'X1 left');
});

test('data-loss-prevention: a first name that two people share gets the mark of neither', () => {
	const both = masking();
	const [mark = ''] = marksIn(both.mask('Kim does it'));
	assert.match(mark, /^X\d$/);
	assert.ok(!both.present.includes(mark));
	assert.equal(both.unmask(`${mark} does it`), 'Kim does it');
});

test('data-loss-prevention: two people with the same full name are not told apart', () => {
	const twins = openMasking(
		[
			{ id: 'u1', name: 'Ada Quillby' },
			{ id: 'u2', name: 'Ada Quillby' },
		],
		[],
		words,
	);
	assert.doesNotMatch(twins.mask('Ada Quillby: yes'), /P\d/);
});

test('data-loss-prevention: a mark that was typed by hand is not mistaken for a person', () => {
	assert.equal(withoutTypedMarks('room P3, car park p2, X1'), 'room P-3, car park p-2, X-1');
	assert.equal(masking().unmask('room P-1'), 'room P-1');
});

test('data-loss-prevention: a name that was found is one mark wherever it occurs', () => {
	const found = masking();
	const text = found.maskFound('Emma Vost asked. emma vost left.', ['Emma Vost']);
	assert.equal(text, found.maskFound(text, ['Emma Vost']));
	assert.equal(marksIn(text).length, 1);
	assert.doesNotMatch(text, /vost/i);
});

test('data-loss-prevention: names come back as the list has them, unknown marks stay', () => {
	assert.equal(
		masking().unmask('P1 asks P3, X1 and P9'),
		'Ada Quillby asks Kim Oxbow, Hal Merrow and P9',
	);
});

test('data-loss-prevention: sixty thousand characters are masked without a stall', () => {
	for (const piece of ['Ada ', 'Ada Quillby', 'P1 ', 'Kim', '  ']) {
		masking().mask(piece.repeat(Math.ceil(60_000 / piece.length)));
	}
});
