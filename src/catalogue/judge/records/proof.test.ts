import { describe, expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import type { Waiver } from '#schemas/waiver.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, drill, evidence, recordFile } from '#tests/support/records.ts';
import type { Unnamed } from './id.ts';
import { proofCounts, proofsOf } from './proof.ts';

const pattern = entry('patterns');
const logging = entry('controls', 'logging', {
	evidence: [
		{ kind: 'log-config', what: 'Export of the settings.', from: 'low', inDateFor: 'a year' },
		{ kind: 'drill-record', what: 'The drill of the year.', from: 'low', inDateFor: 'a year' },
	],
});

function stateOf(records: readonly Unnamed[], data: Partial<UseCase> = {}) {
	const useCase = entry('use-cases', 'office-summary', data);
	const files = records.length > 0 ? [recordFile(useCase, records)] : [];
	const catalogue = catalogueOf(pattern, logging, useCase, ...files);
	return {
		state: proofsOf(useCase, catalogue).get('logging')?.state,
		counts: proofCounts(useCase, catalogue),
	};
}
const here = about(entry('use-cases'), pattern, logging);

describe('a control of a use case', () => {
	test.each<[string, Unnamed[], string]>([
		['planned while nothing shows it', [], 'planned'],
		['proven by evidence of a kind it asks for', [evidence(here)], 'proven'],
		['not proven by another kind', [evidence(here, { evidence: 'red-team-report' })], 'planned'],
		['lapsed once the evidence is too old', [evidence(here, { on: '2025-11-21' })], 'lapsed'],
		['not proven by a drill that failed', [drill(here, { result: 'failed' })], 'planned'],
		[
			'not proven any more after a drill that failed',
			[evidence(here, { on: '2026-10-01' }), drill(here, { result: 'failed' })],
			'planned',
		],
		[
			'not proven by evidence for other content',
			[evidence(here, { of: { version: '1.0.0', digest: '9'.repeat(64) } })],
			'planned',
		],
	])('is %s', (_, records, state) => expect(stateOf(records).state).toBe(state));

	test('is counted once: the states add up to what is required', () => {
		const { required, ...states } = stateOf([evidence(here)]).counts;
		expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(required);
	});
});

describe('a waiver', () => {
	const granted: Waiver = {
		control: 'logging',
		because: 'The settings are exported in December.',
		compensatedBy: 'The office reads the log by hand until then.',
		by: 'Ada Example',
		seat: 'technology',
		granted: '2026-11-01',
		expires: '2026-12-31',
	};
	test.each<[string, Partial<Waiver>, string]>([
		['lifts the control while it is live', {}, 'waived'],
		['that has ended lifts nothing', { expires: '2026-11-10' }, 'planned'],
		['for longer than the policy allows lifts nothing', { expires: '2027-11-01' }, 'planned'],
		['by a seat that does not approve lifts nothing', { seat: 'hr' }, 'planned'],
	])('%s', (_, changed, state) => {
		const waivers = [{ ...granted, ...changed }];
		expect(stateOf([], { waivers }).state).toBe(state);
	});
});
