/** What the pages of a use case, an incident and an evaluation run answer. */
import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { about, check, evaluation, measurement, recordFile } from '#tests/support/records.ts';
import { approvalEntry, council, tess } from '#tests/support/signer.ts';
import { contextOf } from '../copy/context.ts';
import { settle } from '../judge/approval/settle.ts';
import type { Entry } from '../model/catalogue.ts';
import { labelAt } from '../model/labels.ts';
import { pageMarkdown, sheetMarkdown } from '../print/markdown/page.ts';
import { runsOf } from './evaluation/runs.ts';
import { evaluationSheet } from './evaluation/sheet.ts';
import { incidentPage } from './incident.ts';
import { outcomePage } from './outcome.ts';
import { patternColumns } from './pattern-list.ts';
import { useCasePage } from './use-case/page.ts';
import { USED_BY_COLUMNS } from './used-by.ts';

const context = (...entries: readonly Entry[]) =>
	contextOf(catalogueOf(...entries), (path) => `https://host.example${path}`);
const pattern = entry('patterns');

describe('the page of a use case', () => {
	const use = entry('use-cases', 'desk', { state: 'live', liveSince: '2026-03-02' });
	const said = (...more: readonly Entry[]) => {
		const all = context(pattern, use, ...more);
		return pageMarkdown(useCasePage(use, all), use, all).markdown;
	};

	test('has its nine sections in their order', () => {
		const { sections } = useCasePage(use, context(pattern, use));
		expect(sections.map(({ id }) => id)).toEqual([
			'built-on',
			'data',
			'model',
			'controls',
			'gates',
			'measures',
			'waivers',
			'incidents',
			'approval',
		]);
	});

	test('names its stage apart from the stage of the pattern, as the schemas do', () => {
		const [own, other] = [labelAt('use-cases', 'stage'), labelAt('patterns', 'stage')];
		expect(own).not.toBe(other);
		const { block } = useCasePage(use, context(pattern, use));
		expect(block?.cells.map(({ label }) => label)).toContain(own);
		expect(USED_BY_COLUMNS).toContain(own);
		expect(patternColumns.map(({ label }) => label)).toContain(other);
	});

	test('says that nobody has checked the running copy, and what to run', () => {
		expect(said()).toContain('npm run record check use-cases/desk');
	});

	test('puts a part that has drifted first, and warns before everything else', () => {
		const parts = (['match', 'drift'] as const).map((verdict) => ({
			part: 'file' as const,
			name: `${verdict}.ts`,
			approved: {},
			running: {},
			verdict,
		}));
		const text = said(recordFile(use, [check(about(use, pattern), { parts })]));
		expect(text).toContain('**1 part differs from what was approved.**');
		expect(text.indexOf('**drift.ts**')).toBeLessThan(text.indexOf('**match.ts**'));
	});

	describe('with its approval complete', () => {
		const approvedUse = entry('use-cases', 'desk', {
			status: 'proposed',
			state: 'live',
			liveSince: '2026-03-02',
		});
		const head = (...parts: readonly { name: string; verdict: 'match' | 'drift' }[]) => {
			const records =
				parts.length === 0
					? []
					: [
							recordFile(approvedUse, [
								check(about(approvedUse, pattern), {
									parts: parts.map((one) => ({
										...one,
										part: 'file' as const,
										approved: {},
										running: {},
										...(one.verdict === 'drift' && { changedOn: '2026-11-03' }),
									})),
								}),
							]),
						];
			const base = [pattern, approvedUse, council, ...records];
			const approval = approvalEntry(tess, 'technology', 'use-cases/desk', catalogueOf(...base), {
				reviewBy: '2027-11-02',
			});
			const all = context(...base, approval);
			settle(all.catalogue);
			const [use] = all.catalogue['use-cases'].values();
			if (!use) throw new Error('The fixture has no use.');
			const { block, notices } = useCasePage(use, all);
			return { stamp: block?.stamp, text: JSON.stringify([block, notices]) };
		};

		test('is not what was approved until the last seat has signed', () => {
			const { approval } = minimal.policy();
			const seats = { ...approval.seats, low: ['technology', 'security'] } as typeof approval.seats;
			const two = entry('policy', 'policy', { approval: { ...approval, seats } });
			const base = [pattern, approvedUse, council, two];
			const signed = approvalEntry(tess, 'technology', 'use-cases/desk', catalogueOf(...base), {
				reviewBy: '2027-11-02',
			});
			const text = JSON.stringify(useCasePage(approvedUse, context(...base, signed)).block);
			expect(text).toContain('1 of 2 seats approved this page so far');
			expect(text).not.toContain('what was approved');
		});

		test('says in green that it is approved only while what runs is that', () => {
			const sound = head({ name: 'a.ts', verdict: 'match' });
			expect(sound.stamp).toMatchObject({ state: 'approved' });
			expect(sound.text).toContain('it runs as approved');
		});

		test('takes the worst of its parts as the verdict, and says which differs since when', () => {
			const { stamp, text } = head(
				{ name: 'a.ts', verdict: 'match' },
				{ name: 'b.ts', verdict: 'drift' },
			);
			expect(stamp).toMatchObject({ label: 'Not running as approved', tone: 'bad' });
			expect(text).not.toContain('This page is what was approved');
			expect(text).toContain('b.ts has differed since 3 November 2026.');
		});

		test('does not say that it runs as approved where nobody has checked', () => {
			expect(head().text).toContain('What runs has not been checked');
		});
	});

	test('shows a month without a value as a gap, in words as well', () => {
		const metric = entry('metrics', 'business-impact');
		const here = about(use, metric);
		const values = [
			measurement(here, { period: '2026-08', value: 90 }),
			measurement(here, { period: '2026-09', value: null, why: 'The export failed.' }),
			measurement(here, { period: '2026-10', value: 92 }),
		];
		expect(said(metric, recordFile(use, values))).toContain('90, none, 92');
	});
});

describe('the page of an incident', () => {
	const base = catalogueOf().policy;
	const policy = entry('policy', 'policy', {
		incidents: {
			...base.incidents,
			duties: [
				{ id: 'tell', duty: 'Tell the office', from: 'Policy', hours: 48, severities: ['sev-2'] },
				{ id: 'law', duty: 'Tell the regulator', from: 'Law', hours: 72, severities: ['sev-2'] },
			],
		},
	});
	const known = { at: '2026-11-10T09:25Z', by: 'Duty manager', what: 'It was the model.' };
	const incident = (duties: Entry<'incidents'>['data']['duties'], closed?: typeof known) =>
		entry('incidents', 'hit', { severity: 'sev-2', known, duties, closed });
	const said = (one: Entry<'incidents'>) => {
		const all = context(policy, one);
		return pageMarkdown(incidentPage(one, all), one, all).markdown;
	};

	test('says how the next one is recorded', () => {
		const text = said(incident([]));
		expect(text).toContain('## Record an incident');
		expect(text).toContain('npm run new -- incident');
	});

	test('says for each duty when its clock ends, and whether somebody was told in time', () => {
		const text = said(
			incident([
				{ duty: 'tell', done: '2026-11-11T10:00Z', source: 'Ticket 4' },
				{
					duty: 'law',
					doesNotApply: { by: 'Legal', on: '2026-11-11', because: 'No person is affected.' },
				},
			]),
		);
		expect(text).toContain('| In time | 10 Nov 2026, 09:25 | 12 Nov 2026, 09:25 |');
		expect(text).toContain('Does not apply');
		expect(text).toContain('Decided by Legal, 11 Nov 2026.');
		expect(text).not.toContain('overdue');
	});

	test('warns at its head when a clock has run out or nobody decided', () => {
		const text = said(incident([{ duty: 'tell' }]));
		expect(text).toContain('**2 reports are overdue or not decided.**');
	});

	test('is open until it is closed', () => {
		expect(said(incident([]))).toContain('**State:** Open.');
		const closed = { at: '2026-11-12T11:00Z', by: 'Head of Office', what: 'All is done.' };
		expect(said(incident([], closed))).toContain('**State:** Closed.');
	});
});

describe('the page of an evaluation run', () => {
	const prompt = entry('prompts', 'ask');
	const limits = entry('patterns').data.evaluation.limits.map((limit) => ({
		...limit,
		unit: '%',
		limit: { atLeast: 90 },
	}));
	const tested = entry('patterns', 'summary', {
		prompts: ['ask'],
		evaluation: { ...entry('patterns').data.evaluation, limits },
	});
	const here = about(tested, prompt);
	const said = (...counts: readonly { k: number; n: number }[]) => {
		const runs = counts.map((one, at) => evaluation(here, { run: at + 1 }, one));
		const all = context(tested, prompt, recordFile(tested, runs));
		const last = runsOf(tested, all.catalogue).at(-1);
		if (!last) throw new Error('there is no run');
		return sheetMarkdown(evaluationSheet(tested, last, all.catalogue), undefined, false, all)
			.markdown;
	};

	test.each([
		[{ k: 490, n: 500 }, '**Result:** Passed.'],
		[{ k: 400, n: 500 }, '**Result:** Not passed.'],
		[{ k: 19, n: 20 }, '**Result:** Not resolved.'],
	])('of %j says %s', (counts, result) => expect(said(counts)).toContain(result));

	test('has the interval of Wilson beside each rate', () => {
		// wilson(19, 20) at 95%, from an independent table.
		expect(said({ k: 19, n: 20 })).toContain('76.4 to 99.1%');
	});

	test('says how many cases would decide what these cannot', () => {
		expect(said({ k: 19, n: 20 })).toContain('## How many cases would decide it');
		expect(said({ k: 490, n: 500 })).not.toContain('## How many cases would decide it');
	});

	test('says whether two runs can be told apart', () => {
		expect(said({ k: 470, n: 500 }, { k: 472, n: 500 })).toContain('too close to tell apart');
		expect(said({ k: 400, n: 500 }, { k: 490, n: 500 })).toContain('differ by more than chance');
	});
});

test('an outcome without a use says so, and how to add one', () => {
	const outcome = entry('outcomes');
	const all = context(outcome);
	expect(pageMarkdown(outcomePage(outcome, all), outcome, all).markdown).toContain(
		'No use cases serve this outcome yet.',
	);
});

test('an outcome of many uses has some on its page, and leads to all of them', () => {
	const outcome = entry('outcomes');
	const pattern = entry('patterns', 'summary');
	const uses = Array.from({ length: 41 }, (_, at) => entry('use-cases', `desk-${at}`));
	const all = context(outcome, pattern, ...uses);
	const { sections } = outcomePage(outcome, all);
	const [shown, more] = sections.find(({ id }) => id === 'uses')?.blocks ?? [];
	if (shown?.kind !== 'table') throw new Error('The uses are not in a table.');
	expect(shown.groups[0]?.rows).toHaveLength(40);
	expect(JSON.stringify(more)).toContain(`"to":"/portfolio/${outcome.id}/"`);
});
