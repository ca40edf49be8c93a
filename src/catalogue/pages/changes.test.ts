import { expect, test } from 'vitest';
import type { Change } from '#schemas/fields.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { changeEvents } from './changes.ts';
import type { CatalogueEvent } from './event.ts';

const change = (version: string, date: string, more: Partial<Change> = {}): Change => ({
	version,
	date,
	impact: 'minor',
	summary: `What ${version} changed.`,
	...more,
});
const said = ({ kind, date, title, version }: CatalogueEvent) =>
	[date, title, version ?? '-', kind].join(' ');
const eventsOf = (...entries: readonly Entry[]) => changeEvents(catalogueOf(...entries));

test('each version of an entry is an event, and a higher first number is a breaking one', () => {
	const changes = [
		change('2.0.0', '2026-11-03', { impact: 'major', action: 'Move the callers by June.' }),
		change('1.1.0', '2026-11-02'),
		change('1.0.0', '2026-11-01'),
	];
	const events = eventsOf(entry('patterns', 'triage', { title: 'Triage', changes }));
	expect(events.map(said)).toEqual([
		'2026-11-03 Triage 2.0.0 breaking',
		'2026-11-02 Triage 1.1.0 changed',
		'2026-11-01 Triage 1.0.0 new',
	]);
	expect(events.map(({ action }) => action)).toEqual([
		'Move the callers by June.',
		'New behaviour. Teams can upgrade without changing anything.',
		'',
	]);
});

test('the events of all collections stand newest first, those of a prompt also with its pattern', () => {
	const events = eventsOf(
		entry('patterns', 'triage', { title: 'Triage', changes: [change('1.0.0', '2026-11-02')] }),
		entry(
			'prompts',
			'ask',
			{ 'catalogue.changes': [change('1.0.0', '2026-11-03')] },
			{ parent: 'triage' },
		),
		entry('controls', 'gate', { title: 'Gate', changes: [change('1.0.0', '2026-11-01')] }),
	);
	expect(events.map(({ title, pattern }) => [title, pattern])).toEqual([
		['ask', 'triage'],
		['Triage', 'triage'],
		['Gate', undefined],
	]);
});

test('a version of a prompt leads to the comparison with the one before, where both are kept', () => {
	const changes = [change('1.1.0', '2026-11-03'), change('1.0.0', '2026-11-01')];
	const now = { version: '1.1.0', 'catalogue.changes': changes };
	const compared = (kept: string) =>
		eventsOf(entry('prompts', 'ask', now), entry('releases', `ask@${kept}`)).map(
			(event) => event.compared,
		);
	expect(compared('1.0.0')).toEqual(['/prompts/ask/compare/1.0.0-to-1.1.0/', undefined]);
	expect(compared('0.9.0')).toEqual([undefined, undefined]);
});

test('an entry is deprecated with its newest version, or with its last review', () => {
	const old = { status: 'deprecated', reviewed: '2026-10-01' } as const;
	const deprecated = eventsOf(
		entry('controls', 'a', { ...old, title: 'With log', changes: [change('1.0.0', '2026-11-01')] }),
		entry('controls', 'b', { ...old, title: 'Without', changes: undefined }),
	).filter(({ kind }) => kind === 'deprecated');
	expect(deprecated.map(said)).toEqual([
		'2026-11-01 With log 1.0.0 deprecated',
		'2026-10-01 Without 1.0.0 deprecated',
	]);
});

test('a tombstone is an event of the pattern that is gone, and names what to take instead', () => {
	const tomb = (successor?: string) =>
		entry('withdrawn', 'patterns.old', {
			title: 'Old way',
			version: '1.4.0',
			withdrawn: '2026-11-05',
			because: 'Nothing runs on it any more.',
			successor,
		});
	const [event] = eventsOf(tomb());
	expect(event).toMatchObject({
		kind: 'withdrawn',
		date: '2026-11-05',
		path: '/patterns/old/',
		version: '1.4.0',
		summary: 'Nothing runs on it any more.',
		pattern: 'old',
	});
	expect(event?.action).toContain('ask its owner');
	const next = entry('patterns', 'new', { title: 'New way', changes: [change('1.0.0', TODAY)] });
	expect(eventsOf(tomb('new'), next).at(-1)?.action).toContain('move to New way.');
});

test('a missed review is an event of the day it was due, for an approved pattern only', () => {
	const pattern = (status: 'approved' | 'proposed', reviewed: string) =>
		entry('patterns', 'triage', { status, reviewed, changes: [change('1.0.0', '2024-01-01')] });
	const missed = (...args: Parameters<typeof pattern>) =>
		eventsOf(pattern(...args)).filter(({ kind }) => kind === 'overdue');
	expect(missed('approved', '2024-02-01').map(({ date }) => date)).toEqual(['2025-02-01']);
	expect(missed('approved', TODAY)).toEqual([]);
	expect(missed('proposed', '2024-02-01')).toEqual([]);
});
