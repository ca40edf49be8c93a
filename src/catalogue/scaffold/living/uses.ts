/** The uses of the example organisation, each at another point of its life, as tables. */
import { exampleMembers } from '../../judge/signature/example-keys.ts';
import { change, sourceOf, type ToldUse } from './told-use.ts';

const security = exampleMembers.find(({ seat }) => seat === 'security')?.member.name ?? '';

/** What every use of the triage is. */
export const triage = {
	pattern: 'support-case-triage',
	owner: 'service-operations',
	outcome: 'first-contact',
	tier: 'medium',
	data: 'confidential',
	personalData: 'ordinary',
	model: { model: 'general-chat', fallback: 'local-private' },
	connectors: [
		{ connector: 'service-desk', access: 'write', data: 'confidential' },
		{ connector: 'crm', access: 'read', data: 'confidential' },
		{ connector: 'model-gateway', access: 'invoke', data: 'confidential' },
	],
} as const;

const nameless = { data: 'confidential', personalData: 'none' } as const;

/** The log of every prompt and answer. */
export const promptLog = (classifiedOn: string) =>
	sourceOf(nameless, {
		system: 'Prompt log',
		direction: 'writes',
		fields: ['prompt', 'answer', 'versions', 'time taken', 'cost'],
		keptFor: '180 days, with names replaced',
		dataOwner: 'Head of AI Platform Engineering',
		classifiedOn,
	});

const customers = (fields: readonly string[], classifiedOn: string) => [
	sourceOf(triage, {
		system: 'Service desk',
		direction: 'both',
		fields,
		keptFor: 'Not kept outside the service desk',
		dataOwner: 'Customer Data Owner',
		classifiedOn,
	}),
	sourceOf(nameless, {
		system: 'CRM',
		direction: 'reads',
		fields: ['products held', 'service level'],
		keptFor: 'Not kept',
		dataOwner: 'Customer Data Owner',
		classifiedOn,
	}),
];

/** A setting of the triage that a use may choose within limits. */
export const threshold = (value: string) => [
	{ name: 'Confidence threshold', value, allowed: '0.80 or above' },
];

const hours = { from: 0, to: 600 };
const share = { from: 50, to: 75 };
const rightLabels: ToldUse['measures'][number] = {
	metric: 'task-success-rate',
	target: { atLeast: 88 },
	owner: 'Service Quality Lead',
	source: 'Weekly sample of 50 cases, read by a person',
};
const caseReport = 'Monthly case report of the service desk';

const answers = {
	pattern: 'knowledge-summarisation',
	owner: 'knowledge-management',
	outcome: 'routine-paperwork',
	tier: 'low',
	data: 'internal',
	personalData: 'none',
} as const;

const contracts = {
	pattern: 'structured-data-extraction',
	owner: 'document-operations',
	outcome: 'routine-paperwork',
	tier: 'medium',
	data: 'confidential',
	personalData: 'ordinary',
} as const;

const briefs = {
	pattern: 'case-decision-brief',
	owner: 'document-operations',
	outcome: 'complete-files',
	tier: 'high',
	data: 'restricted',
	personalData: 'special',
} as const;

const meetings = {
	pattern: 'meeting-actions',
	owner: 'workplace-services',
	outcome: 'routine-paperwork',
	tier: 'medium',
	data: 'confidential',
	personalData: 'ordinary',
} as const;

export const uses: Readonly<Record<string, ToldUse>> = {
	'consumer-service-desk-triage': {
		title: 'Consumer service desk triage',
		summary:
			'Sorts about 41,000 customer cases a month into a queue, a category and a priority. An agent takes the cases it is unsure of.',
		aliases: ['consumer triage'],
		reviewed: '2026-11-16',
		base: triage,
		businessOwner: 'Head of Customer Care',
		state: 'live',
		entered: ['2026-04-27', '2026-06-15', '2026-09-21', '2026-10-26', '2026-11-23'],
		exit: [
			'At least 88% of labels are right in queue and priority on 500 cases.',
			'No urgent case waits longer than before for four weeks in a row.',
			'Agents correct a wrong label in under one minute.',
		],
		pilotEnds: '2026-06-12',
		sources: [
			...customers(
				['subject', 'first message', 'time of arrival', 'language', 'queue', 'priority'],
				'2026-04-14',
			),
			promptLog('2026-04-16'),
		],
		settings: threshold('0.85'),
		switchOff: {
			who: 'Service Desk Duty Manager',
			how: 'Set triage.enabled to false in the settings of the service desk.',
		},
		measures: [
			{
				metric: 'first-contact-resolution',
				headline: true,
				target: { from: 64, to: 68 },
				scale: share,
				owner: 'Head of Customer Care',
				source: caseReport,
			},
			rightLabels,
			{
				metric: 'latency-p95',
				target: { atMost: 3 },
				owner: 'Head of AI Platform Engineering',
				source: 'Trace store',
			},
		],
		plans: [
			{
				control: 'drift-monitoring',
				next: 'Compare the live labels with the corrections since May, and record the review.',
				who: 'Service Quality Lead',
				by: '2027-03-31',
			},
		],
		changes: [change('2026-04-24', 'First version, for the two largest consumer queues.')],
	},
	'business-accounts-triage': {
		title: 'Business accounts triage',
		summary:
			'Sorts about 9,800 business customer cases a month, each with a service level in its contract.',
		aliases: ['business triage'],
		reviewed: '2026-11-20',
		base: { ...triage, owner: 'customer-operations' },
		businessOwner: 'Head of Business Customer Care',
		state: 'live',
		entered: ['2026-07-06', '2026-10-19'],
		exit: [
			'At least 88% of labels are right in queue and priority on 400 cases.',
			'Account managers report no case that was filed with the wrong team for two weeks.',
		],
		pilotEnds: '2026-10-16',
		sources: [
			...customers(
				['subject', 'first message', 'language', 'queue', 'category', 'priority'],
				'2026-06-29',
			),
			promptLog('2026-06-30'),
		],
		settings: threshold('0.80'),
		switchOff: {
			who: 'Service Desk Duty Manager',
			how: 'Set triage.business.enabled to false in the settings of the service desk.',
		},
		measures: [
			{
				metric: 'first-contact-resolution',
				headline: true,
				target: { from: 65, to: 69 },
				scale: share,
				owner: 'Head of Business Customer Care',
				source: caseReport,
			},
			rightLabels,
		],
		plans: [
			{
				control: 'abuse-monitoring',
				next: 'Give this desk an alarm of its own at the model gateway.',
				who: 'AI Platform Engineering',
				by: '2027-03-31',
			},
		],
		waivers: [
			{
				control: 'abuse-monitoring',
				because: 'The alarm of the gateway cannot tell the two service desks apart.',
				compensatedBy: 'A person reads 50 cases a day, chosen at random, until it can.',
				by: security,
				seat: 'security',
				granted: '2026-10-16',
				expires: '2027-01-13',
			},
		],
		changes: [
			change('2026-07-03', 'First version, for business customers with a service contract.'),
		],
	},
	'branch-procedure-summaries': {
		title: 'Branch procedure summaries',
		summary:
			'Answers procedure questions from branch staff, with a link to each source. About 12,900 questions a month.',
		aliases: ['procedure finder'],
		reviewed: '2026-11-18',
		base: answers,
		businessOwner: 'Head of Knowledge Management',
		state: 'paused',
		entered: ['2026-05-04', '2026-07-06'],
		exit: [
			'At least 90% of sampled answers are fully supported by their sources.',
			'Branch staff open a source for one answer in five or more.',
		],
		pilotEnds: '2026-07-03',
		sources: [
			sourceOf(answers, {
				system: 'Knowledge base',
				direction: 'reads',
				fields: ['title', 'text', 'owner', 'date of change'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Knowledge Management',
				classifiedOn: '2026-04-22',
			}),
		],
		connectors: [
			{ connector: 'knowledge-base', access: 'read', data: 'internal' },
			{ connector: 'model-gateway', access: 'invoke', data: 'internal' },
		],
		switchOff: {
			who: 'Knowledge Base Editor on duty',
			how: 'Turn off the answer box in the settings of the knowledge base.',
		},
		measures: [
			{
				metric: 'hours-reclaimed',
				headline: true,
				target: { from: 300, to: 400 },
				scale: hours,
				owner: 'Head of Knowledge Management',
				source: 'Timed samples and task counts of the trace store',
			},
			{
				metric: 'factuality',
				target: { atLeast: 90 },
				owner: 'Knowledge Base Editor',
				source: 'Weekly sample of 50 answers, read by a person',
			},
		],
		changes: [change('2026-04-30', 'First version, for the procedures of the branches.')],
	},
	'supplier-contract-capture': {
		title: 'Supplier contract capture',
		summary:
			'Reads ten fields from supplier contracts. A clerk confirms each record before it is saved.',
		aliases: ['contract intake'],
		reviewed: '2026-11-24',
		base: contracts,
		businessOwner: 'Head of Document Operations',
		state: 'pilot',
		entered: ['2026-11-02'],
		exit: [
			'At least 97% of records have every critical field right or open before review.',
			'A clerk confirms a record in under three minutes.',
			'No value is saved without a clerk for the whole of the pilot.',
		],
		pilotEnds: '2027-03-31',
		sources: [
			sourceOf(contracts, {
				system: 'Document store',
				direction: 'reads',
				fields: ['contract text', 'label', 'version'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Supplier Management',
				classifiedOn: '2026-10-21',
			}),
			sourceOf(contracts, {
				system: 'Workflow engine',
				direction: 'both',
				fields: ['captured values', 'sources', 'reviewer'],
				keptFor: 'Seven years, with the contract',
				dataOwner: 'Head of Document Operations',
				classifiedOn: '2026-10-21',
			}),
		],
		connectors: [
			{ connector: 'document-store', access: 'read', data: 'confidential' },
			{ connector: 'workflow-engine', access: 'write', data: 'confidential' },
			{ connector: 'model-gateway', access: 'invoke', data: 'confidential' },
		],
		switchOff: {
			who: 'Document Operations Duty Lead',
			how: 'Pause the process "supplier contract" in the workflow engine.',
		},
		variations: [
			{
				what: 'Two clerks confirm each record during the pilot instead of one.',
				why: 'The first 100 contracts show how often two clerks disagree.',
			},
		],
		measures: [
			{
				metric: 'hours-reclaimed',
				headline: true,
				target: { from: 100, to: 200 },
				scale: hours,
				owner: 'Head of Document Operations',
				source: 'Timed samples and task counts of the workflow engine',
				firstValueDue: '2027-02-15',
			},
			{
				metric: 'error-balance',
				part: 'Missed (value printed, left empty)',
				target: { atMost: 4 },
				owner: 'Document Quality Lead',
				source: 'Records that two clerks have confirmed',
			},
		],
		changes: [
			change(
				'2026-11-20',
				'Contracts with annexes are read as well, and two clerks confirm each record.',
				'1.1.0',
			),
			change('2026-10-26', 'First version, for contracts without annexes.'),
		],
	},
	'claims-file-briefs': {
		title: 'Claims file briefs',
		summary:
			'Collects the passages of a claims file for each criterion. About 310 files a month. An officer decides.',
		aliases: ['claims brief'],
		reviewed: '2026-11-28',
		base: briefs,
		businessOwner: 'Chief Claims Officer',
		state: 'pilot',
		entered: ['2026-11-30'],
		exit: [
			'At least 95% of decisive passages are found in 160 closed files, in each language.',
			'Officers decide as two other officers would have decided without a brief.',
			'No claim is decided from a brief during the pilot.',
		],
		pilotEnds: '2027-04-30',
		sources: [
			sourceOf(briefs, {
				system: 'Document store',
				direction: 'reads',
				fields: ['letters', 'medical reports', 'call notes'],
				keptFor: 'Not kept outside the claims file',
				dataOwner: 'Head of Claims Records',
				classifiedOn: '2026-11-26',
			}),
			sourceOf(contracts, {
				system: 'Workflow engine',
				direction: 'reads',
				fields: ['case type', 'dates', 'officer'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Document Operations',
				classifiedOn: '2026-11-26',
			}),
		],
		model: { model: 'local-private', fallback: 'local-private' },
		connectors: [
			{ connector: 'document-store', access: 'read', data: 'restricted' },
			{ connector: 'workflow-engine', access: 'read', data: 'confidential' },
			{ connector: 'model-gateway', access: 'invoke', data: 'restricted' },
		],
		switchOff: {
			who: 'Claims Duty Manager',
			how: 'Pause the process "claims brief" in the workflow engine.',
		},
		measures: [
			{
				metric: 'error-balance',
				part: 'Decisive passages missed',
				headline: true,
				target: { atMost: 5 },
				scale: { from: 0, to: 15 },
				owner: 'Claims Quality Lead',
				source: 'Passages that officers or appeals added',
				firstValueDue: '2027-01-15',
			},
			{
				metric: 'override-rate',
				target: { from: 8, to: 25 },
				owner: 'Claims Quality Lead',
				source: 'Briefs with a passage added, moved or struck out',
			},
		],
		plans: [
			{
				control: 'evaluation-harness',
				next: 'Run the marked files again on the prompts that are proposed.',
				who: 'Claims Quality Lead',
				by: '2026-12-11',
			},
			{
				control: 'red-team-testing',
				next: 'Attack the brief with hidden text and with files that differ only in a name.',
				who: 'Information Security',
				by: '2026-12-15',
			},
			{
				control: 'release-gate',
				next: 'Bring the impact assessment to the four seats that have not signed.',
				who: 'AI Governance Council',
				by: '2026-12-17',
			},
			{
				control: 'role-training',
				next: 'Train the 12 officers of the pilot on ten files each.',
				who: 'People and Learning',
				by: '2026-12-18',
			},
		],
		changes: [change('2026-11-28', 'First version, for household claims above £5,000.')],
	},
	// It was stopped because of what it measured. Its entry and its records stay.
	'project-meeting-notes': {
		title: 'Project meeting notes',
		summary:
			'Drafted the actions of about 140 project meetings a month. Stopped on 18 September 2026: organisers rewrote half of them.',
		aliases: ['meeting notes'],
		reviewed: '2026-09-18',
		base: meetings,
		businessOwner: 'Head of Project Office',
		state: 'retired',
		entered: ['2026-06-15'],
		exit: [
			'Organisers change at most a quarter of the drafted actions.',
			'At least 40 hours a month are saved in the project office.',
		],
		pilotEnds: '2026-09-18',
		sources: [
			sourceOf(meetings, {
				system: 'Email, calendar and chat',
				direction: 'reads',
				fields: ['transcript', 'agenda', 'names of those invited'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Workplace Services',
				classifiedOn: '2026-06-08',
			}),
		],
		connectors: [
			{ connector: 'mail-collab', access: 'read', data: 'confidential' },
			{ connector: 'model-gateway', access: 'invoke', data: 'confidential' },
		],
		switchOff: {
			who: 'Workplace Duty Manager',
			how: 'Turn off the task "draft actions" in the workflow engine.',
		},
		measures: [
			{
				metric: 'hours-reclaimed',
				headline: true,
				target: { from: 40, to: 80 },
				scale: hours,
				owner: 'Head of Project Office',
				source: 'Timed samples of the project office',
			},
			{
				metric: 'override-rate',
				target: { from: 8, to: 25 },
				owner: 'Head of Project Office',
				source: 'Drafted actions that the organiser changed',
			},
		],
		changes: [change('2026-06-12', 'First version, for meetings of the project office.')],
	},
};
