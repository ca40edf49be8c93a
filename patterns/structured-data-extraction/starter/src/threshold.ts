/**
 * Node threshold: which fields are settled, and which a person must look at. No single sign settles
 * a field.
 */
import type { CapturedField, Reading, Why } from './capture.ts';
import { NOTHING, type Pass } from './check.ts';
import { rulesBroken } from './field-rules.ts';
import type { Schema, SchemaField } from './schemas.ts';
import type { Decisions, Differing } from './settle.ts';

/** Fields for which the two passes give different values, or one gives none. */
export function differing({ fields }: Schema, [a, b]: readonly [Pass, Pass]): Differing[] {
	return fields.flatMap((field) => {
		const first = a.readings.get(field.name) ?? NOTHING;
		const second = b.readings.get(field.name) ?? NOTHING;
		return first.value === second.value ? [] : [{ field, first, second }];
	});
}

/**
 * Every field of the record. A field is settled only if both passes agree, every rule is met, both
 * are sure, nothing was flagged, and the field is not critical.
 */
export function markFields(
	schema: Schema,
	passes: readonly [Pass, Pass],
	decisions: Decisions,
	threshold: number,
): CapturedField[] {
	const readings = new Map(
		schema.fields.map((field) => [field.name, readingOf(field, passes, decisions)] as const),
	);
	const values = new Map([...readings].map(([name, { value }]) => [name, value]));
	const doubts: Why[] = [
		...(passes.some(({ flagged }) => flagged) ? ['flagged' as const] : []),
		...(passes.some(({ matches }) => !matches) ? ['type-doubted' as const] : []),
	];
	return schema.fields.map((field) => {
		const reading = readings.get(field.name) ?? NOTHING;
		const broken = rulesBroken(field, values);
		const differs = decisions.has(field.name);
		const isDecided = decisions.get(field.name) !== undefined;
		const isUnsure = reading.value !== undefined && reading.confidence < threshold && !differs;
		const why: Why[] = [
			...(field.critical ? ['critical' as const] : []),
			...(reading.value === undefined ? ['no-value' as const] : []),
			...(isUnsure ? ['low-confidence' as const] : []),
			...(differs ? [isDecided ? ('reconciled' as const) : ('unresolved' as const)] : []),
			...(broken.length > 0 ? ['rule-broken' as const] : []),
			...doubts,
		];
		const { name, type } = field;
		const candidates = differs
			? passes.map((pass) => pass.readings.get(name)?.value ?? 'nothing')
			: [];
		return { ...reading, name, type, why, notes: broken, candidates };
	});
}

function readingOf(
	{ name }: SchemaField,
	[a, b]: readonly [Pass, Pass],
	decisions: Decisions,
): Reading {
	if (decisions.has(name)) return decisions.get(name) ?? NOTHING;
	const first = a.readings.get(name) ?? NOTHING;
	const second = b.readings.get(name) ?? NOTHING;
	return { ...first, confidence: Math.min(first.confidence, second.confidence) };
}
