import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { about, evidence, recordFile } from '#tests/support/records.ts';
import { controlsProven } from './controls-proven.ts';

const proven = async (on: string | undefined, more: Partial<Pattern> = {}) => {
	const pattern = entry('patterns', 'summary', { stage: 'early-production', ...more });
	const control = entry('controls');
	const files = on ? [recordFile(pattern, [evidence(about(pattern), { on })])] : [];
	const all = await problemsOf(controlsProven, pattern, control, ...files);
	return all.map(({ message }) => message);
};

test('needs no proof in a pilot, and does from early production', async () => {
	expect(await proven(undefined, { stage: 'pilot' })).toEqual([]);
	expect(await proven(undefined)).toEqual([
		'the control "logging" is not proven, although the pattern is at early production.',
	]);
	expect(await proven('2026-11-22')).toEqual([]);
});

test('has proof that is not older than the months of the tier', async () => {
	expect(await proven('2025-11-22')).toEqual([]);
	expect(await proven('2025-11-21')).toEqual([
		'the proof of "logging" was good until 2026-11-21. At this tier it lasts 12 months.',
	]);
	expect(await proven('2026-05-21', { tier: 'medium' })).toEqual([
		'the proof of "logging" was good until 2026-11-21. At this tier it lasts 6 months.',
	]);
});
