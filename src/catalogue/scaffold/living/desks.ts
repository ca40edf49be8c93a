/**
 * The other desks of the example organisation that use its triage, as tables: what each one is, and
 * what it has on record. Five teams without a change to the design make it a platform service.
 */
import type { Outcome } from '#schemas/outcome.ts';
import type { ToldUse } from './told-use.ts';
import { threshold } from './uses.ts';

/** A month by month series, oldest first. */
export interface DeskSeries {
	metric: string;
	target: Outcome['target'];
	owner: string;
	source: string;
	/** Ends of the drawing, for the main measure. */
	scale?: { from: number; to: number };
	n?: number;
	counted?: true;
	baseline?: { period: string; value: number };
	from: string;
	values: readonly (number | string)[];
	/** Months after its month until a value is final. */
	lag?: number;
}

/** Its use, but for what is the same at each desk, and what is on record of it. */
export interface Desk
	extends Pick<
		ToldUse,
		| 'title'
		| 'summary'
		| 'aliases'
		| 'businessOwner'
		| 'reviewed'
		| 'state'
		| 'entered'
		| 'pilotEnds'
		| 'exit'
		| 'settings'
		| 'switchOff'
	> {
	owner: string;
	outcome: string;
	/** Fields of the case that the desk has; the rest of the sources is the same at each. */
	fields: string[];
	dataOwner: string;
	classifiedOn: string;
	change: { date: string; summary: string };
	/** First evidence of every control, and the day on which what the pattern does not prove again. */
	evidence: { first: string; again: string };
	runs: readonly string[];
	trained: readonly (readonly [on: string, people: number])[];
	drills: readonly { on: string; minutes: number; source: string }[];
	measures: readonly [DeskSeries, ...DeskSeries[]];
	spend: readonly [period: string, tasks: number, amount: number];
	check: { on: string; run: string };
	approved: string;
}

const samples = {
	metric: 'task-success-rate',
	target: { atLeast: 88 },
	owner: 'Service Quality Lead',
	source: 'Weekly sample of 50 cases, read by a person',
	n: 200,
	counted: true,
} as const;

export const desks: Readonly<Record<string, Desk>> = {
	'people-questions-triage': {
		title: 'People questions triage',
		summary:
			'Sorts about 5,200 employee questions a month about contracts, leave and pay. Questions about health never reach it.',
		aliases: ['employee questions', 'HR desk triage'],
		owner: 'people-and-learning',
		businessOwner: 'Head of People Services',
		outcome: 'routine-paperwork',
		reviewed: '2026-05-15',
		state: 'live',
		entered: ['2026-05-18', '2026-07-20', '2026-09-28', '2026-11-09'],
		pilotEnds: '2026-07-17',
		exit: [
			'At least 88% of labels are right in queue and priority on 500 questions.',
			'No question about health is in the prompt log for four weeks in a row.',
		],
		fields: ['subject', 'first message', 'language', 'queue', 'category', 'priority'],
		dataOwner: 'Head of People Services',
		classifiedOn: '2026-05-11',
		settings: threshold('0.85'),
		switchOff: {
			who: 'People Desk Duty Lead',
			how: 'Set triage.people.enabled to false in the settings of the service desk.',
		},
		change: { date: '2026-05-15', summary: 'First version, for questions about leave and pay.' },
		evidence: { first: '2026-07-06', again: '2026-10-12' },
		runs: ['2026-07-10', '2026-10-14'],
		trained: [
			['2026-07-13', 18],
			['2026-10-15', 21],
		],
		drills: [
			{ on: '2026-07-15', minutes: 6, source: 'Drill report of 15 July 2026' },
			{ on: '2026-10-16', minutes: 3, source: 'Drill report of 16 October 2026' },
		],
		measures: [
			{
				metric: 'hours-reclaimed',
				target: { from: 90, to: 140 },
				scale: { from: 0, to: 600 },
				owner: 'Head of People Services',
				source: 'Timed samples and task counts of the service desk',
				n: 5200,
				baseline: { period: '2026-04', value: 0 },
				from: '2026-06',
				values: [31, 64, 88, 97, 104],
			},
			{ ...samples, from: '2026-07', values: [90, 91.5, 92, 92] },
		],
		spend: ['2026-10', 5200, 495],
		check: { on: '2026-11-28', run: '377' },
		approved: '2026-09-14',
	},
	'workplace-requests-triage': {
		title: 'Workplace requests triage',
		summary:
			'Sorts about 6,900 requests a month about rooms, equipment and access passes. Faults with a safety word go to the duty line.',
		aliases: ['facilities triage'],
		owner: 'workplace-services',
		businessOwner: 'Head of Workplace Services',
		outcome: 'routine-paperwork',
		reviewed: '2026-11-17',
		state: 'live',
		entered: ['2026-06-29', '2026-08-31', '2026-11-02'],
		pilotEnds: '2026-08-28',
		exit: [
			'At least 88% of labels are right in queue and priority on 500 requests.',
			'Every request with a safety word reaches the duty line within two minutes.',
		],
		fields: ['subject', 'first message', 'building', 'queue', 'category', 'priority'],
		dataOwner: 'Head of Workplace Services',
		classifiedOn: '2026-06-22',
		settings: threshold('0.80'),
		switchOff: {
			who: 'Workplace Duty Manager',
			how: 'Set triage.workplace.enabled to false in the settings of the service desk.',
		},
		change: { date: '2026-06-26', summary: 'First version, for the three largest buildings.' },
		evidence: { first: '2026-08-17', again: '2026-10-19' },
		runs: ['2026-08-20', '2026-10-21'],
		trained: [
			['2026-08-24', 26],
			['2026-10-22', 30],
		],
		drills: [
			{ on: '2026-08-25', minutes: 9, source: 'Drill report of 25 August 2026' },
			{ on: '2026-10-23', minutes: 5, source: 'Drill report of 23 October 2026' },
		],
		measures: [
			{
				metric: 'hours-reclaimed',
				target: { from: 120, to: 180 },
				scale: { from: 0, to: 600 },
				owner: 'Head of Workplace Services',
				source: 'Timed samples and task counts of the service desk',
				n: 6900,
				baseline: { period: '2026-05', value: 0 },
				from: '2026-07',
				values: [22, 58, 81, 84],
			},
			{ ...samples, from: '2026-08', values: [89, 89.5, 91] },
		],
		spend: ['2026-10', 6900, 655],
		check: { on: '2026-11-27', run: '298' },
		approved: '2026-10-26',
	},
	'quote-request-triage': {
		title: 'Quote request triage',
		summary:
			'Sorts about 4,600 requests for a quote a month, so that a seller reads the urgent ones on the same day.',
		aliases: ['quote triage', 'sales enquiries'],
		owner: 'document-operations',
		businessOwner: 'Head of Sales',
		outcome: 'more-quotes-won',
		reviewed: '2026-11-12',
		state: 'live',
		entered: ['2026-06-01', '2026-07-27'],
		pilotEnds: '2026-07-24',
		exit: [
			'At least 88% of labels are right in queue and priority on 500 requests.',
			'Sellers answer urgent requests on the same day for two weeks in a row.',
		],
		fields: ['subject', 'first message', 'product', 'language', 'queue', 'priority'],
		dataOwner: 'Customer Data Owner',
		classifiedOn: '2026-05-26',
		settings: threshold('0.80'),
		switchOff: {
			who: 'Document Operations Duty Lead',
			how: 'Set triage.quotes.enabled to false in the settings of the service desk.',
		},
		change: { date: '2026-05-29', summary: 'First version, for requests through the web form.' },
		evidence: { first: '2026-07-13', again: '2026-10-12' },
		runs: ['2026-07-17', '2026-10-16'],
		trained: [
			['2026-07-20', 12],
			['2026-10-19', 14],
		],
		drills: [
			{ on: '2026-07-21', minutes: 8, source: 'Drill report of 21 July 2026' },
			{ on: '2026-10-20', minutes: 5, source: 'Drill report of 20 October 2026' },
		],
		measures: [
			{
				metric: 'conversion-rate',
				target: { from: 19.5, to: 22 },
				scale: { from: 15, to: 25 },
				owner: 'Head of Sales',
				source: 'Opportunity records in the CRM, 90 days after each month',
				n: 4600,
				counted: true,
				baseline: { period: '2026-03', value: 17.5 },
				from: '2026-05',
				values: [17.2, 17.9, 18.3],
				lag: 3,
			},
			{ ...samples, from: '2026-08', values: [88.5, 90, 89.5] },
		],
		spend: ['2026-10', 4600, 437],
		check: { on: '2026-11-28', run: '415' },
		approved: '2026-10-21',
	},
};
