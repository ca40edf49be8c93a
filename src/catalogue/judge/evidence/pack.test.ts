import { describe, expect, test } from 'vitest';
import type { Policy } from '#schemas/policy.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import {
	about,
	drill,
	evaluation,
	evidence,
	recordFile,
	training,
} from '#tests/support/records.ts';
import type { Unnamed } from '../records/id.ts';
import { gapsOf, packOf, packTime, packView } from './pack.ts';

type Item = Policy['evidencePack'][number];

const item = (over: Partial<Item>): Item => ({ item: 'It', from: 'low', frameworks: [], ...over });
const use = entry('use-cases', 'office-summary', { reviewed: '2026-11-01', state: 'live' });
const pattern = entry('patterns', 'summary');
const others = [pattern, entry('prompts'), entry('controls', 'logging'), entry('models')];
const here = about(use, ...others);

/** The one item of a pack, with these records. */
function shown(asked: Item, records: readonly Unnamed[] = [], subject = use) {
	const policy = entry('policy', 'policy', { evidencePack: [asked] });
	const files = records.length > 0 ? [recordFile(subject, records)] : [];
	const pack = packOf(subject, catalogueOf(subject, ...others, policy, ...files));
	return pack?.items[0];
}

describe('an item that a record shows', () => {
	const log = item({ kind: 'log-config' });

	test('is missing without one, and says who supplies it and by when', () => {
		expect(shown(log)).toMatchObject({
			state: 'missing',
			toDo: { who: 'Office', by: '2027-11-01', from: 'review' },
		});
	});

	test('is held while the record is in date', () => {
		expect(shown(log, [evidence(here, { on: '2026-11-10' })])).toMatchObject({
			state: 'held',
			dated: '2026-11-10',
			goodUntil: '2027-11-10',
			toDo: undefined,
		});
	});

	test('has lapsed when its months are over', () => {
		const old = evidence(here, { on: '2026-08-10' });
		expect(shown({ ...log, goodForMonths: 3 }, [old])).toMatchObject({
			state: 'lapsed',
			goodUntil: '2026-11-10',
		});
	});

	test('has lapsed when the record is about another version', () => {
		const other = evidence(here, { of: { version: '0.9.0', digest: '3'.repeat(64) } });
		expect(shown(log, [other])?.state).toBe('lapsed');
	});

	test('is not shown by a record of another kind', () => {
		expect(shown(log, [evidence(here, { evidence: 'test-report' })])?.state).toBe('missing');
	});

	test('is due when the team has planned it', () => {
		const planned = entry('use-cases', use.id, {
			...use.data,
			plans: [{ control: 'logging', next: 'Export it.', who: 'Clerk', by: '2026-12-01' }],
		});
		expect(shown({ ...log, control: 'logging' }, [], planned)?.toDo).toEqual({
			who: 'Clerk',
			by: '2026-12-01',
			from: 'plan',
			next: 'Export it.',
		});
	});
});

describe('an item that the catalogue finds itself', () => {
	test.each([
		['no waivers', item({ check: 'waivers' }), [], 'none-in-force'],
		['no run', item({ check: 'evaluation' }), [], 'missing'],
		['a run of these prompts', item({ check: 'evaluation' }), [evaluation(here)], 'held'],
		[
			'a run on another model version',
			item({ check: 'evaluation' }),
			[evaluation(here, { pin: '2025-01-01' })],
			'lapsed',
		],
		['no drill', item({ check: 'drill' }), [], 'missing'],
		['a drill that worked', item({ check: 'drill' }), [drill(here)], 'held'],
		[
			'a drill that failed',
			item({ check: 'drill' }),
			[drill(here, { result: 'failed' })],
			'missing',
		],
		['nobody trained', item({ check: 'training' }), [], 'missing'],
		['everybody trained', item({ check: 'training' }), trained(12), 'held'],
		['one person not trained', item({ check: 'training' }), trained(11), 'missing'],
		['nobody approved it', item({ check: 'approval' }), [], 'missing'],
	])('%s', (_, asked, records, state) => {
		expect(shown(asked, records)?.state).toBe(state);
	});
});

test('a limit that was missed is named with the value and with what it had to be', () => {
	const missed = evaluation(here, {}, { k: 250, n: 500 });
	const said = shown(item({ check: 'evaluation' }), [missed])?.what;
	expect(said).toMatch(
		/ not met\. Not met: \w[^;]*\([^)]+\): 50%, and the limit is \d+% or (?:more|less)/,
	);
	expect(shown(item({ check: 'evaluation' }), [evaluation(here)])?.what).not.toContain('Not met');
});

test('each waiver in force is named with its own end', () => {
	const waiver = (control: string, expires: string) => ({
		control,
		because: 'The tool comes next month.',
		compensatedBy: 'A person looks at each case.',
		by: 'Head of Office',
		seat: 'business' as const,
		granted: '2026-11-01',
		expires,
	});
	const waived = entry('use-cases', use.id, {
		...use.data,
		waivers: [waiver('logging', '2026-12-20'), waiver('gate', '2027-01-10')],
	});
	expect(shown(item({ check: 'waivers' }), [], waived)?.what).toBe(
		'2 waivers in force: logging until 20 Dec 2026 and gate until 10 Jan 2027',
	);
});

function trained(count: number): Unnamed[] {
	return pattern.data.people.map(({ role }) => training(here, { role, trained: count }));
}

test('an item whose condition does not hold is not required, and is told apart', () => {
	const outside = item({ kind: 'disclosure-text', when: [{ reach: ['external'] }] });
	const policy = entry('policy', 'policy', { evidencePack: [outside] });
	const inside = packOf(use, catalogueOf(use, ...others, policy));
	expect([inside?.items.length, inside?.notRequired.length]).toEqual([0, 1]);
	const external = entry('patterns', 'summary', {
		exposure: { ...pattern.data.exposure, reach: 'external' },
	});
	const asked = packOf(use, catalogueOf(use, external, ...others.slice(1), policy));
	expect(gapsOf(asked ?? { items: [] }).map(({ state }) => state)).toEqual(['missing']);
});

describe('the time of a pack', () => {
	const commit = { id: 'a'.repeat(40), at: '2026-11-15T10:00:00Z' };
	const catalogue = { ...catalogueOf(use, ...others), commit };

	test('is that of the commit, and what came later is left out', () => {
		expect(packTime(catalogue)).toEqual({ day: '2026-11-15', at: commit.at, commit: commit.id });
		expect(packView(catalogue).today).toBe('2026-11-15');
	});

	test('is today without a commit, and where the commit is from the future', () => {
		expect(packTime(catalogueOf(use)).day).toBe(TODAY);
		const later = { ...commit, at: '2030-01-01T00:00:00Z' };
		expect(packTime({ ...catalogue, commit: later })).toEqual({
			day: TODAY,
			at: `${TODAY}T00:00:00Z`,
			commit: undefined,
		});
	});
});
