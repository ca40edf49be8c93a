import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carries, escaped, isOfForm, numbersIn, rulesBroken } from './field-rules.ts';
import type { FieldType, SchemaField } from './schemas.ts';

/** Values that look harmless until something reads them. */
const HOSTILE: Record<FieldType, string[]> = {
	date: [
		'2026-02-30',
		'20206-01-01',
		'2026-13-01',
		'2026-1-5',
		'0000-00-00',
		'1726-01-01',
		'2126-01-01',
		'03/04/2026',
		'2026-12-01T00:00:00Z',
		' 2026-12-01',
		"2026-12-01' OR '1'='1",
		'=DATE(2026,12,1)',
		'tomorrow',
	],
	number: [
		'1,250',
		'1.250,00',
		'1e9',
		'NaN',
		'Infinity',
		'0x10',
		'007',
		'--5',
		'+5',
		'1.2.3',
		'5 days',
		'=1+1',
		'\u0663\u0660',
		'9999999999999999',
		'',
	],
	amount: [
		'1250 EUR',
		'1250.0 EUR',
		'1250.000 EUR',
		'1,250.00 EUR',
		'EUR 1250.00',
		'1250.00 eur',
		'1250.00',
		'1250.00 EURO',
		'=1250.00 EUR',
		'1250.00 EUR; DROP',
		'1250.00  EUR',
		'\u20ac1250.00',
	],
	code: [
		'LI 4402',
		'=LI-4402',
		'-LI-4402',
		'@LI',
		"LI'--",
		'LI"4402',
		'LI;4402',
		'<b>LI</b>',
		'LI\n4402',
		'LI\u200b4402',
		'$(LI)',
		'',
	],
	text: [
		'<script>alert(1)</script>',
		'Fencing <img src=x>',
		'<!-- -->',
		'Name\nNext',
		'Name\u0007',
		'Name\u202egnp.exe',
		'',
		'x'.repeat(401),
	],
	boolean: ['yes', 'True', '1', 'TRUE', 'x', 'no', ''],
};

test('output-validation: there are at least 60 hostile values', () => {
	assert.ok(Object.values(HOSTILE).flat().length >= 60);
});

for (const [type, values] of Object.entries(HOSTILE)) {
	for (const value of values) {
		test(`output-validation: ${JSON.stringify(value).slice(0, 40)} is no ${type}`, () => {
			// The keys of the table are the types.
			assert.equal(isOfForm(type as FieldType, value), false);
		});
	}
}

for (const [type, value] of [
	['date', '2024-02-29'],
	['number', '1250.5'],
	['number', '-3'],
	['amount', '1250.00 EUR'],
	['code', 'RA2026/00418#4'],
	['text', "O'Hara & Sons, \u00d6sterg\u00e5rd"],
	['text', '=Signs Ltd'],
	['boolean', 'false'],
] as const) {
	test(`output-validation: ${value} is a ${type}`, () => assert.ok(isOfForm(type, value)));
}

for (const value of ['=1+1', '+44', '-Fence', '@shop', '=HYPERLINK("x")']) {
	test(`output-validation: ${value} is shown by a sheet and not run`, () => {
		assert.equal(escaped(value), `'${value}`);
	});
}

test('output-validation: a name that is not a formula stays as it is', () => {
	assert.equal(escaped('Quillmarsh = Fencing'), 'Quillmarsh = Fencing');
});

for (const [type, value, quote, holds] of [
	['amount', '1240.00 EUR', 'The fee is EUR 1,240.00 plus tax', true],
	['amount', '1240.00 EUR', 'Geb\u00fchr 1.240,00 EUR', true],
	['amount', '1240.00 EUR', 'fee of 1 240,00 EUR', true],
	['amount', '500000.00 EUR', 'Limit: EUR 500,000', true],
	['amount', '500000.00 EUR', 'Limit: EUR 50,000', false],
	['amount', '240.00 EUR', 'The fee is EUR 1,240.00', false],
	['number', '30', "thirty (30) days' notice", true],
	['number', '30', "thirty days' notice", false],
	['date', '2026-12-01', 'begins on 1 December 2026', true],
	['date', '2026-12-01', 'Date: 01.12.26', true],
	['date', '2026-12-01', 'begins on 2 December 2026', false],
	['date', '2026-12-01', 'begins on 1 December 2025', false],
	['code', 'RA2026-00418', 'Agreement no. RA 2026-00418', true],
	['code', 'RA2026-00419', 'Agreement no. RA 2026-00418', false],
	['text', 'Quillmarsh Fencing Ltd', 'Insured: Quillmarsh\nFencing Ltd', true],
	['text', 'Quillmarsh Fencing', 'Insured: Southgate Fencing', false],
	['boolean', 'true', 'The box is marked', true],
] as const) {
	test(`output-validation: ${JSON.stringify(quote)} ${holds ? 'carries' : 'does not carry'} ${value}`, () => {
		assert.equal(carries(type, value, quote), holds);
	});
}

test('output-validation: a lone comma before three digits is read both ways', () => {
	assert.deepEqual([...numbersIn('1,250')].sort(), [1.25, 1250]);
});

const field = (type: FieldType, rules: Partial<SchemaField['rules'] & object>): SchemaField => {
	const none = { least: undefined, most: undefined, digits: undefined, form: undefined };
	const about = { name: 'own', type, description: 'Own.', critical: undefined };
	return { ...about, rules: { ...none, after: undefined, sumOf: undefined, ...rules } };
};
const ACCOUNT = ['XX67', '1111', '2222', '3333'].join('');

for (const [what, one, values, broken] of [
	['a number below its least', field('number', { least: 1 }), { own: '0' }, true],
	['a number above its most', field('number', { most: 365 }), { own: '366' }, true],
	['a number between them', field('number', { least: 1, most: 365 }), { own: '30' }, false],
	['check digits that fail', field('code', { digits: 'mod97' }), { own: 'XX681111' }, true],
	['check digits that hold', field('code', { digits: 'mod97' }), { own: ACCOUNT }, false],
	['a number of another form', field('code', { form: 'RA-\\d{5}' }), { own: 'RA-123' }, true],
	[
		'an end before its start',
		field('date', { after: 'from' }),
		{ own: '2026-01-01', from: '2026-02-01' },
		true,
	],
	[
		'an end after its start',
		field('date', { after: 'from' }),
		{ own: '2026-03-01', from: '2026-02-01' },
		false,
	],
	[
		'a total that adds up',
		field('amount', { sumOf: ['a', 'b'] }),
		{ own: '0.30 EUR', a: '0.10 EUR', b: '0.20 EUR' },
		false,
	],
	[
		'a total a cent off',
		field('amount', { sumOf: ['a', 'b'] }),
		{ own: '0.31 EUR', a: '0.10 EUR', b: '0.20 EUR' },
		true,
	],
	[
		'a total with a part missing',
		field('amount', { sumOf: ['a', 'b'] }),
		{ own: '0.10 EUR', a: '0.10 EUR' },
		true,
	],
	[
		'a total over two currencies',
		field('amount', { sumOf: ['a'] }),
		{ own: '0.10 EUR', a: '0.10 GBP' },
		true,
	],
	['no value at all', field('number', { least: 1 }), {}, false],
] as const) {
	test(`output-validation: ${what} ${broken ? 'breaks' : 'keeps'} its rule`, () => {
		assert.equal(rulesBroken(one, new Map(Object.entries(values))).length > 0, broken);
	});
}
