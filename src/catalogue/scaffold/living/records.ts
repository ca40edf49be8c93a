/** The records of the example organisation: what its uses proved, measured, drilled and decided. */
import type { CatalogueRecord } from '#schemas/record.ts';
import type { Subject } from '../../judge/records/kept.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Desk, desks } from './desks.ts';
import {
	type About,
	check,
	decision,
	drill,
	evaluation,
	evidence,
	measurements,
	spend,
	training,
} from './record-makers.ts';

const TRIAGE = {
	dataset: 'Triage labelled set',
	languages: ['English', 'German', 'French'],
};

/** Controls that each use proves for itself; the pattern proves the others again for all of them. */
const OF_EACH_USE = ['abuse-monitoring', 'drift-monitoring', 'feedback-channel', 'release-gate'];

/** What each subject has on record, by its name. */
const stories: Readonly<Record<string, (about: About) => CatalogueRecord[]>> = {
	'patterns/support-case-triage': (about) => [
		...evaluation(about, {
			...TRIAGE,
			run: 1,
			on: '2026-04-09',
			fails: 'false-negatives',
			candidate: 'Draft of 8 April 2026',
		}),
		...evaluation(about, { ...TRIAGE, run: 2, on: '2026-04-16' }),
		...evidence(about, {
			from: '2026-10-05',
			only: [
				'access-control',
				'data-classification',
				'data-loss-prevention',
				'drift-monitoring',
				'model-version-pinning',
				'output-validation',
				'prompt-change-control',
				'prompt-injection-filter',
				'prompt-response-logging',
				'rate-spend-limits',
			],
			older: { 'drift-monitoring': '2026-05-21' },
		}),
	],
	'patterns/knowledge-summarisation': (about) => [
		...evidence(about, {
			from: '2026-04-10',
			only: ['access-control', 'evaluation-harness', 'grounding-citations', 'source-permissions'],
		}),
		...evaluation(about, {
			run: 1,
			on: '2026-04-15',
			dataset: 'Branch questions',
			languages: ['English', 'German'],
			checkedBy: 'Knowledge Base Editor',
		}),
	],
	'patterns/structured-data-extraction': (about) => [
		...evidence(about, {
			from: '2026-09-28',
			only: ['approval-gate', 'output-validation', 'prompt-injection-filter'],
		}),
		...evaluation(about, {
			run: 1,
			on: '2026-09-24',
			dataset: 'Supplier contracts',
			languages: ['English', 'German', 'French'],
			checkedBy: 'Document Quality Lead',
		}),
	],
	'use-cases/consumer-service-desk-triage': (about) => [
		...evidence(about, { from: '2026-05-25', older: { 'drift-monitoring': '2026-05-25' } }),
		...evidence(about, {
			from: '2026-09-07',
			only: [...OF_EACH_USE, 'evaluation-harness'],
			without: ['drift-monitoring'],
		}),
		...training(about, '2026-06-08', 48),
		...training(about, '2026-10-20', 64),
		drill(about, '2026-06-10', {
			controls: ['incident-playbook', 'human-override'],
			what: 'off-switch',
			minutes: 11,
			allowed: 15,
			result: 'worked',
			source: 'Drill report of 10 June 2026',
		}),
		drill(about, '2026-08-26', {
			controls: ['incident-playbook', 'human-override'],
			what: 'off-switch',
			minutes: 4,
			allowed: 15,
			result: 'worked',
			learned: 'The switch is now on the first page of the runbook.',
			source: 'Drill report of 26 August 2026',
		}),
		drill(about, '2026-11-02', {
			controls: ['incident-playbook'],
			what: 'fallback',
			minutes: 6,
			allowed: 15,
			result: 'worked',
			source: 'Drill report of 2 November 2026',
		}),
		...evaluation(about, { ...TRIAGE, run: 1, on: '2026-06-05' }),
		...evaluation(about, { ...TRIAGE, run: 2, on: '2026-09-04', grouped: true }),
		...measurements(about, {
			metric: 'first-contact-resolution',
			n: 41_200,
			baseline: { period: '2026-03', value: 58 },
			from: '2026-04',
			values: [58.4, 59.1, 60.2, 61.5, 62.2, 62.8, 63],
			source: 'Case report of the service desk',
			by: 'Head of Customer Care',
			counted: true,
		}),
		...measurements(about, {
			metric: 'task-success-rate',
			n: 200,
			from: '2026-05',
			values: [86, 87.5, 89, 90, 92.5, 93],
			source: 'Weekly samples of the month',
			by: 'Service Quality Lead',
			counted: true,
		}),
		...measurements(about, {
			metric: 'latency-p95',
			from: '2026-05',
			values: [3.1, 3, 2.9, 2.9, 'The trace store was being moved.', 2.8],
			source: 'Trace store',
			by: 'AI Platform Engineering',
		}),
		spend(about, '2026-09', [40_600, 3860]),
		spend(about, '2026-10', [41_200, 3910]),
		...check(about, '2026-11-28', '1842'),
		decision(about, '2026-11-05', {
			about: 'council',
			decided: 'agreed',
			seat: 'business',
			because:
				'The desk may add its four smaller queues, one a week, while no urgent case waits longer.',
			source: 'Minutes of the council of 5 November 2026, item 4',
		}),
	],
	'use-cases/business-accounts-triage': (about) => [
		...evidence(about, { from: '2026-10-05', without: ['abuse-monitoring'] }),
		...training(about, '2026-10-13', 22),
		drill(about, '2026-10-14', {
			controls: ['incident-playbook', 'human-override'],
			what: 'off-switch',
			minutes: 7,
			allowed: 15,
			result: 'worked',
			source: 'Drill report of 14 October 2026',
		}),
		...evaluation(about, { ...TRIAGE, run: 1, on: '2026-10-12' }),
		...measurements(about, {
			metric: 'first-contact-resolution',
			n: 9800,
			baseline: { period: '2026-06', value: 61 },
			from: '2026-07',
			values: [61.2, 62.9, 64.8, 66],
			source: 'Case report of the service desk',
			by: 'Head of Business Customer Care',
			counted: true,
		}),
		...measurements(about, {
			metric: 'task-success-rate',
			n: 200,
			from: '2026-08',
			values: [88, 89, 90.5],
			source: 'Weekly samples of the month',
			by: 'Service Quality Lead',
			counted: true,
		}),
		spend(about, '2026-10', [9800, 930]),
		...check(about, '2026-11-28', '611', 'src/checks/output.ts'),
	],
	'use-cases/branch-procedure-summaries': (about) => [
		...evidence(about, { from: '2026-06-22' }),
		...training(about, '2026-06-30', 140),
		...evaluation(about, {
			run: 1,
			on: '2026-06-26',
			dataset: 'Branch questions',
			languages: ['English', 'German'],
			checkedBy: 'Knowledge Base Editor',
		}),
		...measurements(about, {
			metric: 'hours-reclaimed',
			n: 12_900,
			baseline: { period: '2026-04', value: 0 },
			from: '2026-07',
			values: [210, 268, 317, 342],
			source: 'Timed samples and task counts',
			by: 'Head of Knowledge Management',
		}),
		...measurements(about, {
			metric: 'factuality',
			n: 200,
			from: '2026-07',
			values: [93, 94.5, 96, 96.5],
			source: 'Weekly samples of the month',
			by: 'Knowledge Base Editor',
			counted: true,
		}),
		spend(about, '2026-10', [12_900, 480, 342]),
		...check(about, '2026-11-27', '204'),
	],
	'use-cases/project-meeting-notes': (about) => [
		...measurements(about, {
			metric: 'hours-reclaimed',
			n: 140,
			baseline: { period: '2026-05', value: 0 },
			from: '2026-07',
			values: [9, 12],
			source: 'Timed samples of the project office',
			by: 'Head of Project Office',
		}),
		...measurements(about, {
			metric: 'override-rate',
			n: 400,
			from: '2026-07',
			values: [54, 51],
			source: 'Drafted actions that the organiser changed',
			by: 'Head of Project Office',
			counted: true,
		}),
		decision(about, '2026-09-18', {
			about: 'council',
			decided: 'agreed',
			seat: 'business',
			because:
				'The pilot is stopped. Organisers changed half of the actions, and a month saved 12 hours instead of 40.',
			source: 'Minutes of the council of 18 September 2026, item 3',
		}),
	],
	'use-cases/supplier-contract-capture': (about) => [
		...evaluation(about, {
			run: 1,
			on: '2026-11-24',
			fails: 'false-positives',
			grouped: true,
			dataset: 'Supplier contracts',
			languages: ['English', 'German', 'French'],
			checkedBy: 'Document Quality Lead',
		}),
		...measurements(about, {
			metric: 'hours-reclaimed',
			baseline: { period: '2026-10', value: 0 },
			from: '2026-11',
			values: [],
			source: 'Timed samples and task counts',
			by: 'Head of Document Operations',
		}),
	],
	'use-cases/claims-file-briefs': (about) => [
		...evaluation(about, {
			run: 1,
			on: '2026-11-24',
			dataset: 'Closed claims files',
			languages: ['English', 'German'],
			checkedBy: 'Claims Quality Lead',
			candidate: 'Draft of 20 November 2026',
		}),
		...evidence(about, {
			from: '2026-11-27',
			only: [
				'access-control',
				'data-classification',
				'impact-assessment',
				'prompt-response-logging',
				'retention-policy',
				'user-disclosure',
			],
		}),
		drill(about, '2026-11-29', {
			controls: ['incident-playbook', 'human-override', 'kill-switch-rollback'],
			what: 'off-switch',
			minutes: 7,
			allowed: 15,
			result: 'worked',
			source: 'Drill report of 29 November 2026',
			by: 'Claims Duty Manager',
		}),
	],
};

/** What a desk of the table has on record. */
function deskRecords(desk: Desk, about: About): CatalogueRecord[] {
	return [
		...evidence(about, { from: desk.evidence.first }),
		...evidence(about, { from: desk.evidence.again, only: OF_EACH_USE }),
		...desk.trained.flatMap(([on, people]) => training(about, on, people)),
		...desk.drills.map(({ on, minutes, source }) =>
			drill(about, on, {
				controls: ['incident-playbook', 'human-override'],
				what: 'off-switch',
				minutes,
				allowed: 15,
				result: 'worked',
				source,
				by: desk.switchOff.who,
			}),
		),
		...desk.runs.flatMap((on, at) => evaluation(about, { ...TRIAGE, run: at + 1, on })),
		...desk.measures.flatMap(({ owner, ...series }) =>
			measurements(about, { ...series, by: owner }),
		),
		spend(about, desk.spend[0], [desk.spend[1], desk.spend[2]]),
		...check(about, desk.check.on, desk.check.run),
	];
}

/** Every record of a subject, in the order in which they were added. */
export const recordsFor = (
	subject: Subject,
	catalogue: Catalogue,
	months: number,
): CatalogueRecord[] => storyOf(subject)?.({ subject, catalogue, months }) ?? [];

function storyOf({ collection, id }: Subject): ((about: About) => CatalogueRecord[]) | undefined {
	const desk = collection === 'use-cases' ? desks[id] : undefined;
	if (desk) return (about) => deskRecords(desk, about);
	return stories[`${collection}/${id}`];
}
