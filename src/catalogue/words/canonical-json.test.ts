import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson as inStarter } from '#starter/handover/bundle.ts';
import { canonicalJson } from './canonical-json.ts';

/** Any JSON value, with keys of every kind and with the gaps that an optional field leaves. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'medium' },
		fc.jsonValue(),
		fc.constant(undefined),
		fc.string({ unit: 'binary' }),
		fc.array(tie('value')),
		fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
	),
}));

/** The same value, with its keys in the opposite order. */
function reversed(of: unknown): unknown {
	if (Array.isArray(of)) return of.map(reversed);
	if (typeof of !== 'object' || of === null) return of;
	return Object.fromEntries(
		Object.entries(of)
			.reverse()
			.map(([key, inner]) => [key, reversed(inner)]),
	);
}

test('a starter and the catalogue write one text for one value, so their digests agree', () =>
	fc.assert(
		fc.property(value, (one) => {
			expect(inStarter(one)).toBe(canonicalJson(one));
		}),
	));

test('the text does not depend on the order of keys, and says the value again', () =>
	fc.assert(
		fc.property(fc.jsonValue(), (one) => {
			const text = canonicalJson(one);
			expect(canonicalJson(reversed(one))).toBe(text);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
		}),
	));
