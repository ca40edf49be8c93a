import { expect, test } from 'vitest';
import type { Statement } from '#schemas/approvals.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { about, evidence, recordFile } from '#tests/support/records.ts';
import { approvalEntry, council, lea, sol, tess } from '#tests/support/signer.ts';
import type { Entry } from '../model/catalogue.ts';
import { changeEvents } from './changes.ts';
import type { CatalogueEvent, EventKind } from './event.ts';

const KINDS: readonly EventKind[] = [
	'approved',
	'waiver',
	'waiver-ended',
	'lapsed',
	'stage',
	'incident',
	'incident-closed',
];
const said = ({ date, title, kind }: CatalogueEvent) => `${date} ${title}: ${kind}`;
const eventsOf = (...entries: readonly Entry[]) =>
	changeEvents(catalogueOf(...entries)).filter(({ kind }) => KINDS.includes(kind));

const pattern = entry('patterns', 'summary', { title: 'Summary', changes: [], waivers: [] });
const others = [entry('prompts'), entry('models'), entry('controls'), entry('connectors')];
const waiver = {
	control: 'logging',
	because: 'The log store moves to another place this winter.',
	compensatedBy: 'The team keeps the answers of each day for a month.',
	by: 'Sol Security',
	seat: 'security',
	granted: '2026-10-01',
	expires: '2026-11-10',
} as const;

test('a version is approved when the last of its seats has signed, and not before', () => {
	const base = catalogueOf(council, pattern, ...others);
	const signed = (by: typeof tess, seat: Statement['seat'], date: string) =>
		approvalEntry(by, seat, 'patterns/summary', base, { date });
	const all = [
		signed(tess, 'technology', '2026-11-10'),
		signed(sol, 'security', '2026-11-12'),
		signed(lea, 'legal', '2026-11-11'),
	];
	const approved = (...approvals: readonly Entry[]) =>
		eventsOf(council, pattern, ...others, ...approvals).filter(({ kind }) => kind === 'approved');
	const [first, ...rest] = all;
	expect(approved(...rest)).toEqual([]);
	const [event] = approved(...(first ? [first] : []), ...rest);
	expect(event).toMatchObject({ version: '1.0.0', pattern: 'summary' });
	expect(event?.date).toBe('2026-11-10');
	expect(event?.summary).toMatch(/approved until \d+ \w+ 20\d\d\.$/);
});

test('a waiver is told when it is granted, and again on the day after its last', () => {
	expect(
		eventsOf(entry('patterns', 'summary', { ...pattern.data, waivers: [waiver] })).map(said),
	).toEqual(['2026-11-11 Summary: waiver-ended', '2026-10-01 Summary: waiver']);
	const live = { ...waiver, expires: TODAY };
	const kinds = eventsOf(entry('patterns', 'summary', { ...pattern.data, waivers: [live] }));
	expect(kinds.map(({ kind }) => kind)).toEqual(['waiver']);
});

test('proof that is too old lapses on the day after it was good', () => {
	const here = about(pattern, ...others);
	const old = recordFile(pattern, [evidence(here, { on: '2024-01-10' })]);
	expect(eventsOf(pattern, ...others, old).map(said)).toEqual(['2025-01-11 Summary: lapsed']);
});

test('stages and incidents of a use are also in the feed of its pattern; what is to come is not told', () => {
	const use = entry('use-cases', 'office-summary', {
		title: 'Office',
		example: true,
		stages: [
			{ stage: 'pilot', entered: '2026-10-01' },
			{ stage: 'early-production', entered: '2027-01-01' },
		],
	});
	const incident = entry('incidents', 'wrong-summary', { use: 'office-summary' });
	const events = eventsOf(pattern, use, incident);
	expect(events.map(said)).toEqual([
		'2026-10-12 Office: incident-closed',
		'2026-10-10 Office: incident',
		'2026-10-01 Office: stage',
	]);
	expect(events.map((event) => [event.pattern, event.example])).toEqual(
		events.map(() => ['summary', true]),
	);
	expect(events[1]).toMatchObject({
		path: '/incidents/wrong-summary/',
		summary: 'INC-2026-001, severity 3, minor: A wrong summary.',
	});
});
