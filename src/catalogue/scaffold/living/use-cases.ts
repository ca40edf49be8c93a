/** The uses of the example organisation, each at another point of its life. */
import type { UseCase } from '#schemas/use-case.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import { exampleMembers } from '../../judge/signature/example-keys.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import type { Given } from '../complete.ts';
import { type Desk, desks } from './desks.ts';
import { retired } from './retired.ts';
import { moved } from './told.ts';

/** What is read from the catalogue as it is now. */
type Own = Omit<Given<UseCase>, 'builtOn' | 'prompts' | 'model' | 'decisionRights'> & {
	pattern: string;
	model: { model: string; fallback: string };
};

const security = exampleMembers.find(({ seat }) => seat === 'security')?.member.name ?? '';

const triage = {
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

const promptLog = (classifiedOn: string) =>
	({
		system: 'Prompt log',
		direction: 'writes',
		data: 'confidential',
		personalData: 'none',
		fields: ['prompt', 'answer', 'versions', 'time taken', 'cost'],
		keptFor: '180 days, with names replaced',
		dataOwner: 'Head of AI Platform Engineering',
		classifiedOn,
	}) as const;

const share = { from: 50, to: 75 };

const uses: Readonly<Record<string, Own>> = {
	'consumer-service-desk-triage': {
		title: 'Consumer service desk triage',
		summary:
			'Sorts about 41,000 customer cases a month into a queue, a category and a priority. An agent takes the cases it is unsure of.',
		aliases: ['consumer triage'],
		status: 'proposed',
		version: '1.0.0',
		reviewed: '2026-11-16',
		example: true,
		...triage,
		businessOwner: 'Head of Customer Care',
		state: 'live',
		stage: 'portfolio-optimisation',
		stages: [
			{ stage: 'pilot', entered: '2026-04-27' },
			{ stage: 'early-production', entered: '2026-06-15' },
			{ stage: 'scaled-rollout', entered: '2026-09-21' },
			{ stage: 'enterprise-operations', entered: '2026-10-26' },
			{ stage: 'portfolio-optimisation', entered: '2026-11-23' },
		],
		liveSince: '2026-06-15',
		pilot: {
			exit: [
				'At least 88% of labels are right in queue and priority on 500 cases.',
				'No urgent case waits longer than before for four weeks in a row.',
				'Agents correct a wrong label in under one minute.',
			],
			ends: '2026-06-12',
		},
		sources: [
			{
				system: 'Service desk',
				direction: 'both',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['subject', 'first message', 'time of arrival', 'language', 'queue', 'priority'],
				keptFor: 'Not kept outside the service desk',
				dataOwner: 'Customer Data Owner',
				classifiedOn: '2026-04-14',
			},
			{
				system: 'CRM',
				direction: 'reads',
				data: 'confidential',
				personalData: 'none',
				fields: ['products held', 'service level'],
				keptFor: 'Not kept',
				dataOwner: 'Customer Data Owner',
				classifiedOn: '2026-04-14',
			},
			promptLog('2026-04-16'),
		],
		settings: [{ name: 'Confidence threshold', value: '0.85', allowed: '0.80 or above' }],
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
				source: 'Monthly case report of the service desk',
			},
			{
				metric: 'task-success-rate',
				target: { atLeast: 88 },
				owner: 'Service Quality Lead',
				source: 'Weekly sample of 50 cases, read by a person',
			},
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
		changes: [
			{
				version: '1.0.0',
				date: '2026-04-24',
				impact: 'minor',
				summary: 'First version, for the two largest consumer queues.',
			},
		],
	},
	'business-accounts-triage': {
		title: 'Business accounts triage',
		summary:
			'Sorts about 9,800 cases of business customers a month, each with a service level in its contract.',
		aliases: ['business triage'],
		status: 'proposed',
		version: '1.0.0',
		reviewed: '2026-11-20',
		example: true,
		...triage,
		owner: 'customer-operations',
		businessOwner: 'Head of Business Customer Care',
		state: 'live',
		stage: 'early-production',
		stages: [
			{ stage: 'pilot', entered: '2026-07-06' },
			{ stage: 'early-production', entered: '2026-10-19' },
		],
		liveSince: '2026-10-19',
		pilot: {
			exit: [
				'At least 88% of labels are right in queue and priority on 400 cases.',
				'Account managers report no case that was filed with the wrong team for two weeks.',
			],
			ends: '2026-10-16',
		},
		sources: [
			{
				system: 'Service desk',
				direction: 'both',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['subject', 'first message', 'language', 'queue', 'category', 'priority'],
				keptFor: 'Not kept outside the service desk',
				dataOwner: 'Customer Data Owner',
				classifiedOn: '2026-06-29',
			},
			{
				system: 'CRM',
				direction: 'reads',
				data: 'confidential',
				personalData: 'none',
				fields: ['products held', 'service level'],
				keptFor: 'Not kept',
				dataOwner: 'Customer Data Owner',
				classifiedOn: '2026-06-29',
			},
			promptLog('2026-06-30'),
		],
		settings: [{ name: 'Confidence threshold', value: '0.80', allowed: '0.80 or above' }],
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
				source: 'Monthly case report of the service desk',
			},
			{
				metric: 'task-success-rate',
				target: { atLeast: 88 },
				owner: 'Service Quality Lead',
				source: 'Weekly sample of 50 cases, read by a person',
			},
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
			{
				version: '1.0.0',
				date: '2026-07-03',
				impact: 'minor',
				summary: 'First version, for business customers with a service contract.',
			},
		],
	},
	'branch-procedure-summaries': {
		title: 'Branch procedure summaries',
		summary:
			'Answers questions of branch staff about procedures, with a link to each source. About 12,900 questions a month.',
		aliases: ['procedure finder'],
		status: 'proposed',
		version: '1.0.0',
		reviewed: '2026-11-18',
		example: true,
		pattern: 'knowledge-summarisation',
		owner: 'knowledge-management',
		outcome: 'routine-paperwork',
		tier: 'low',
		data: 'internal',
		personalData: 'none',
		businessOwner: 'Head of Knowledge Management',
		state: 'paused',
		stage: 'early-production',
		stages: [
			{ stage: 'pilot', entered: '2026-05-04' },
			{ stage: 'early-production', entered: '2026-07-06' },
		],
		liveSince: '2026-07-06',
		pilot: {
			exit: [
				'At least 90% of sampled answers are fully supported by their sources.',
				'Branch staff open a source for one answer in five or more.',
			],
			ends: '2026-07-03',
		},
		sources: [
			{
				system: 'Knowledge base',
				direction: 'reads',
				data: 'internal',
				personalData: 'none',
				fields: ['title', 'text', 'owner', 'date of change'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Knowledge Management',
				classifiedOn: '2026-04-22',
			},
		],
		model: { model: 'general-chat', fallback: 'local-private' },
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
				scale: { from: 0, to: 600 },
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
		changes: [
			{
				version: '1.0.0',
				date: '2026-04-30',
				impact: 'minor',
				summary: 'First version, for the procedures of the branches.',
			},
		],
	},
	'supplier-contract-capture': {
		title: 'Supplier contract capture',
		summary:
			'Reads ten fields from supplier contracts. A clerk confirms each record before it is saved.',
		aliases: ['contract intake'],
		status: 'proposed',
		version: '1.1.0',
		reviewed: '2026-11-24',
		example: true,
		pattern: 'structured-data-extraction',
		owner: 'document-operations',
		outcome: 'routine-paperwork',
		tier: 'medium',
		data: 'confidential',
		personalData: 'ordinary',
		businessOwner: 'Head of Document Operations',
		state: 'pilot',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-11-02' }],
		pilot: {
			exit: [
				'At least 97% of records have every critical field right or open before review.',
				'A clerk confirms a record in under three minutes.',
				'No value is saved without a clerk for the whole of the pilot.',
			],
			ends: '2027-03-31',
		},
		sources: [
			{
				system: 'Document store',
				direction: 'reads',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['contract text', 'label', 'version'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Supplier Management',
				classifiedOn: '2026-10-21',
			},
			{
				system: 'Workflow engine',
				direction: 'both',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['captured values', 'sources', 'reviewer'],
				keptFor: 'Seven years, with the contract',
				dataOwner: 'Head of Document Operations',
				classifiedOn: '2026-10-21',
			},
		],
		model: { model: 'general-chat', fallback: 'local-private' },
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
				scale: { from: 0, to: 600 },
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
			{
				version: '1.1.0',
				date: '2026-11-20',
				impact: 'minor',
				summary: 'Contracts with annexes are read as well, and two clerks confirm each record.',
			},
			{
				version: '1.0.0',
				date: '2026-10-26',
				impact: 'minor',
				summary: 'First version, for contracts without annexes.',
			},
		],
	},
	'claims-file-briefs': {
		title: 'Claims file briefs',
		summary:
			'Collects the passages of a claims file for each criterion. About 310 files a month. An officer decides.',
		aliases: ['claims brief'],
		status: 'proposed',
		version: '1.0.0',
		reviewed: '2026-11-28',
		example: true,
		pattern: 'case-decision-brief',
		owner: 'document-operations',
		outcome: 'complete-files',
		tier: 'high',
		data: 'restricted',
		personalData: 'special',
		businessOwner: 'Chief Claims Officer',
		state: 'pilot',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-11-30' }],
		pilot: {
			exit: [
				'At least 95% of decisive passages are found in 160 closed files, in each language.',
				'Officers decide as two other officers would have decided without a brief.',
				'No claim is decided from a brief during the pilot.',
			],
			ends: '2027-04-30',
		},
		sources: [
			{
				system: 'Document store',
				direction: 'reads',
				data: 'restricted',
				personalData: 'special',
				fields: ['letters', 'medical reports', 'call notes'],
				keptFor: 'Not kept outside the claims file',
				dataOwner: 'Head of Claims Records',
				classifiedOn: '2026-11-26',
			},
			{
				system: 'Workflow engine',
				direction: 'reads',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['case type', 'dates', 'officer'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Document Operations',
				classifiedOn: '2026-11-26',
			},
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
		changes: [
			{
				version: '1.0.0',
				date: '2026-11-28',
				impact: 'minor',
				summary: 'First version, for household claims above £5,000.',
			},
		],
	},
};

/** A desk of the table as a use of the triage. */
function useAt(desk: Desk): Own {
	const { title, summary, aliases, owner, businessOwner, outcome, reviewed, state } = desk;
	const { stages, settings, switchOff, change, fields, dataOwner, classifiedOn } = desk;
	return {
		...{ title, summary, aliases, status: 'proposed', version: '1.0.0', reviewed, example: true },
		...triage,
		...{ owner, businessOwner, outcome, state, stage: stages.at(-1)?.stage ?? 'pilot', stages },
		liveSince: stages.find(({ stage }) => stage === 'early-production')?.entered,
		pilot: { exit: desk.exit, ends: desk.pilotEnds },
		sources: [
			{
				system: 'Service desk',
				direction: 'both',
				...{ data: 'confidential', personalData: 'ordinary', fields, dataOwner, classifiedOn },
				keptFor: 'Not kept outside the service desk',
			},
			promptLog(classifiedOn),
		],
		connectors: triage.connectors.filter(({ connector }) => connector !== 'crm'),
		...{ settings, switchOff },
		measures: desk.measures.map(({ metric, target, owner: measured, source, scale }) => ({
			...{ metric, target, owner: measured, source },
			...(scale && { headline: true as const, scale }),
		})),
		changes: [{ version: '1.0.0', impact: 'minor', ...change }],
	};
}

const all: Readonly<Record<string, Own>> = {
	...uses,
	...Object.fromEntries(Object.entries(desks).map(([id, desk]) => [id, useAt(desk)])),
	...retired,
};

export interface ExampleUse {
	id: string;
	data: Given<UseCase>;
}

/** Each use with the versions and fingerprints that its pattern has today. */
export const useCasesFor = (catalogue: Catalogue, months: number): ExampleUse[] =>
	Object.entries(moved(all, months)).flatMap(([id, own]) => {
		const pattern = catalogue.patterns.get(own.pattern);
		return pattern ? [{ id, data: { ...own, ...builtOn(own, pattern, catalogue) } }] : [];
	});

/** The second version of a use as it was before. */
export function before({ id, data }: ExampleUse): ExampleUse | undefined {
	const { changes = [], variations: _, ...rest } = data;
	const [, ...older] = changes;
	const version = older[0]?.version;
	return version === undefined ? undefined : { id, data: { ...rest, version, changes: older } };
}

function builtOn(own: Own, pattern: Entry<'patterns'>, catalogue: Catalogue) {
	const { data } = pattern;
	const model = catalogue.models.get(own.model.model)?.data;
	return {
		builtOn: { version: data.version, digest: contentDigest(pattern, catalogue) },
		prompts: data.prompts.flatMap((prompt) => {
			const entry = catalogue.prompts.get(prompt);
			const version = entry?.data.version;
			return entry && version ? [{ prompt, version, digest: fileDigest(entry.source) }] : [];
		}),
		model: {
			...own.model,
			pin: model?.pinnedVersion ?? '',
			region: model?.regions[0] ?? '',
		},
		decisionRights: data.decisionRights,
	};
}
