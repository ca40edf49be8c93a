/** Every closed list of the domain, with the meaning of each value. */
import { type ValueOf, vocabulary } from './vocabulary.ts';

export const status = vocabulary('status', 'this catalogue', {
	draft: ['Draft', 'Being written. Do not build on it; comment on it.'],
	proposed: ['Proposed', 'Complete and in review. Use it in a sandbox only, until it is approved.'],
	published: ['Published', 'Ready to use. Its owner keeps it up to date; it needs no approval.'],
	approved: [
		'Approved',
		'Approved for the use it describes. You can build on it, but do not change what the approval fixes.',
	],
	deprecated: [
		'Deprecated',
		'Still supported, but do not use it for anything new. Plan a move to the successor.',
	],
	withdrawn: ['Withdrawn', 'Turn it off. Its page stays, with the reason and the successor.'],
});
export type Status = ValueOf<typeof status>;

export const reliedKind = vocabulary('what an approval relies on', 'this catalogue', {
	controls: ['Controls', 'The controls that the pattern cites.'],
	connectors: ['Connectors', 'The connectors that the pattern cites.'],
	models: ['Models', 'The models that the pattern or its prompts cite.'],
	patterns: ['Pattern', 'The pattern that a use case is built on.'],
	base: ['Common starter', 'The files that every starter is built on.'],
	demands: ['Requirements of the tier', 'What the policy requires at this tier.'],
	policy: ['Policy', 'Every word of the policy.'],
});
export type ReliedKind = ValueOf<typeof reliedKind>;

export const tier = vocabulary('risk tier', 'project brief, section 3', {
	low: ['Low', 'Pre-approved data and templates, with a light review every twelve months.'],
	medium: [
		'Medium',
		'Confidential or personal data, or people outside: closer review, testing and oversight.',
	],
	high: [
		'High',
		'A decision about a person, or regulated or restricted matters: a full evidence pack.',
	],
});
export type Tier = ValueOf<typeof tier>;

export const dataClass = vocabulary('data class', 'project brief, section 4, NIST SP 800-53 RA-2', {
	public: ['Public', 'Anyone can read it; disclosure does no harm.'],
	internal: ['Internal', 'For staff; disclosure is embarrassing, not harmful.'],
	confidential: [
		'Confidential',
		'For named groups; disclosure harms customers, staff or the organisation.',
	],
	restricted: [
		'Restricted',
		'For named people; disclosure does serious or lasting harm, or breaks the law.',
	],
});
export type DataClass = ValueOf<typeof dataClass>;

export const ceiling = vocabulary('data ceiling', 'project brief, section 6', {
	...dataClass.said,
	'as-carried': [
		'Same as the data sent through it',
		'It does not set a highest class. The class of the source, prompt or tool applies.',
	],
});
export type Ceiling = ValueOf<typeof ceiling>;

export const personalData = vocabulary('personal data', 'project brief, section 4', {
	none: ['None', 'No information about an identifiable person.'],
	ordinary: [
		'Ordinary',
		'Names, contact details, history: personal data outside the special categories.',
	],
	special: [
		'Special category',
		'Health, beliefs, origin, biometrics and the other specially protected kinds.',
	],
});
export type PersonalData = ValueOf<typeof personalData>;

export const effect = vocabulary('effect', 'project brief, section 7, EU AI Act Art. 14', {
	informs: ['Informs', 'A person reads the output and decides what to do.'],
	drafts: ['Drafts', 'A person edits the output and sends or files it.'],
	'acts-with-approval': [
		'Acts with approval',
		'The system acts after a person has accepted this exact action.',
	],
	'acts-alone': ['Acts alone', 'The system acts; a person can correct it later.'],
});

export const reach = vocabulary('reach', 'project brief, section 3', {
	team: ['Team', 'The output stays within one team.'],
	organisation: ['Organisation', 'Other teams receive the output.'],
	external: ['External', 'Customers, partners or the public receive the output.'],
});

export const reversibility = vocabulary('reversibility', 'this catalogue', {
	easy: ['Easy to reverse', 'The person who notices can fix it in minutes.'],
	costly: ['Costly to reverse', 'Fixing it takes work, money or an apology.'],
	none: ['Not reversible', 'It cannot be fixed.'],
});

export const annexIII = vocabulary('Annex III area', 'EU AI Act, Annex III', {
	biometrics: [
		'Biometrics',
		'Identifies people at a distance, sorts them by traits, or reads emotions.',
	],
	'critical-infrastructure': [
		'Critical infrastructure',
		'Safety part of digital infrastructure, road traffic, water, gas, heat or power.',
	],
	education: [
		'Education and vocational training',
		'Admission, marks, the level of education, or watching people in tests.',
	],
	employment: [
		'Employment and management of workers',
		'Hiring, terms of work, promotion, dismissal, allocation of tasks, watching performance.',
	],
	'essential-services': [
		'Essential services and benefits',
		'Public benefits, credit scores, life and health insurance, emergency calls.',
	],
	'law-enforcement': [
		'Law enforcement',
		'Used by or for authorities that prevent, investigate or prosecute offences.',
	],
	migration: [
		'Migration, asylum and border control',
		'Used by or for authorities on entry, visas, asylum or residence.',
	],
	'justice-and-democracy': [
		'Justice and democratic processes',
		'Helps a court or arbitrator decide, or is meant to sway a vote.',
	],
});

export const outcome = vocabulary('outcome', 'project brief, section 2', {
	growth: ['Growth', 'More revenue or more customers served.'],
	'service-efficiency': [
		'Service efficiency',
		'The same service with less waiting or less effort.',
	],
	'risk-reduction': ['Risk reduction', 'Fewer losses, errors or breaches.'],
	'employee-productivity': [
		'Employee productivity',
		'Staff hours returned to work that needs people.',
	],
});
export type Outcome = ValueOf<typeof outcome>;

export const problem = vocabulary('problem', 'project brief, section 6', {
	summarise: ['Summarise', 'There is too much to read.'],
	triage: ['Triage and route', 'Work arrives faster than we can sort it.'],
	draft: ['Draft', 'We write the same kind of thing again and again.'],
	extract: ['Extract and match', 'The facts are stuck inside documents.'],
	answer: ['Answer', 'People wait too long for an answer.'],
	check: ['Check', 'There is never time to check everything.'],
	advise: ['Advise and act', 'Each case needs evidence, judgement or several steps.'],
});
export type Problem = ValueOf<typeof problem>;

export const taskKind = vocabulary('kind of task', 'project brief, section 5', {
	'one-answer': [
		'The same input always has one right answer',
		'A calculation, a lookup or a fixed rule gives it.',
	],
	'several-answers': [
		'Several answers can be good enough',
		'A summary, a label or a first draft. Experts would differ a little.',
	],
	'serious-harm': [
		'One wrong answer does serious harm',
		'It hurts someone, breaks a duty or cannot be undone.',
	],
});
export type TaskKind = ValueOf<typeof taskKind>;

export const technique = vocabulary('technique', 'project brief, section 2', {
	retrieval: ['Retrieval', 'Answers from documents found at the time of the question.'],
	agent: ['Agent', 'The model chooses its next step and calls tools.'],
	'human-approval': [
		'Human approval',
		'A person accepts, corrects or takes over before or after the step.',
	],
	rules: ['Rules', 'Fixed rules decide part of it without a model.'],
});
export type Technique = ValueOf<typeof technique>;

export const layer = vocabulary('layer', 'project brief, section 8', {
	data: ['Data', 'Data foundation: the sources and stores read or written.'],
	orchestration: [
		'Orchestration',
		'The workflow: what happens in which order, and the people in it.',
	],
	model: ['Model', 'The call to a model, always through the model gateway.'],
	policy: ['Policy', 'What decides if a step can happen. Never optional.'],
	observability: ['Observability', 'Traces, logs, evaluation and feedback. Never optional.'],
});
export type Layer = ValueOf<typeof layer>;

export const stage = vocabulary('stage', 'project brief, section 6', {
	pilot: ['Pilot', 'Validate feasibility in a sandbox with exit criteria.'],
	'early-production': [
		'Early production',
		'Prove business value with one team under human oversight.',
	],
	'scaled-rollout': ['Scaled rollout', 'Replicate across teams with reusable templates.'],
	'enterprise-operations': [
		'Enterprise operations',
		'Optimise continuously on a platform with enforced policy.',
	],
	'portfolio-optimisation': [
		'Portfolio optimisation',
		'Steer a portfolio of outcomes, with board oversight.',
	],
});
export type Stage = ValueOf<typeof stage>;

export const nodeKind = vocabulary('node kind', 'this catalogue', {
	store: ['Store', 'Keeps data: a system of record, an index, a log.'],
	service: ['Service', 'Code that does one step.'],
	model: ['Model', 'A call to a model through the gateway.'],
	person: ['Person', 'A person who reads, decides or corrects.'],
});
export type NodeKind = ValueOf<typeof nodeKind>;

export const flowKind = vocabulary('flow kind', 'this catalogue', {
	data: ['Data flow', 'Data passes from one node to the next.'],
	decides: ['Policy decides', 'A policy node permits or stops the other node.'],
	reports: ['Reports to', 'The node writes what it did to observability.'],
});
export type FlowKind = ValueOf<typeof flowKind>;

export const likelihood = vocabulary('likelihood', 'this catalogue', {
	unlikely: ['Unlikely', 'Not expected in a year of use.'],
	possible: ['Possible', 'Expected about once in a year of use.'],
	likely: ['Likely', 'Expected in most months of use.'],
});
export type Likelihood = ValueOf<typeof likelihood>;

export const impact = vocabulary('impact', 'this catalogue', {
	minor: ['Minor', 'Minutes of rework for one person.'],
	moderate: ['Moderate', 'A complaint, a delay of days, or rework for a team.'],
	major: ['Major', 'Harm to people, a breach to report, or lasting loss.'],
});
export type Impact = ValueOf<typeof impact>;

export const riskCategory = vocabulary(
	'risk category',
	'project brief, section 4, FINOS AIGF risk types',
	{
		operational: ['Operational', 'The work goes wrong: quality, supply, people.'],
		security: ['Security', 'Someone makes it go wrong, or sees what they must not see.'],
		'regulatory-compliance': [
			'Regulatory and compliance',
			'A duty in law, contract or policy is missed.',
		],
	},
);

export const controlType = vocabulary('control type', 'project brief, section 4', {
	preventive: ['Preventive', 'Stops the risk before it happens.'],
	detective: ['Detective', 'Shows that the risk has happened.'],
	corrective: ['Corrective', 'Fixes the harm, or limits it.'],
});
export type ControlType = ValueOf<typeof controlType>;

export const codification = vocabulary('codification', 'project brief, section 4', {
	pipeline: ['Pipeline', 'A step in the build or release that fails if the control is not met.'],
	config: ['Configuration', 'A setting that the platform enforces at run time.'],
	runbook: ['Runbook', 'Written steps that named people follow and record.'],
});

export const evidenceKind = vocabulary('evidence kind', 'project brief, section 4', {
	'approval-record': ['Approval record', 'Who approved what, when and on which terms.'],
	'test-report': ['Test report', 'The cases run, results, versions and date.'],
	'model-history': ['Model history', 'Which model version was in use, and when.'],
	'control-mapping': ['Control mapping', 'Which control meets which requirement.'],
	'prompt-history': ['Prompt history', 'Which prompt version was in use, and when.'],
	'classification-record': ['Classification record', 'The class of each source and who set it.'],
	'impact-assessment': ['Impact assessment', 'Who is affected, how, and what is done about it.'],
	'red-team-report': ['Red-team report', 'What was attacked, what held and what did not.'],
	'training-record': ['Training record', 'Who finished which training, and when.'],
	'drill-record': ['Drill record', 'What was rehearsed, how long it took and what failed.'],
	'log-config': ['Log configuration', 'What is logged, where, and who can read it.'],
	'retention-config': ['Retention configuration', 'How long each record is kept.'],
	'disclosure-text': ['Disclosure text', 'What people are told, and where.'],
	'supplier-assessment': ['Supplier assessment', 'What the supplier promises and how you leave.'],
	'monitoring-snapshot': ['Monitoring snapshot', 'The dashboard or query result at a date.'],
});

export type EvidenceKind = ValueOf<typeof evidenceKind>;

export const metricDimension = vocabulary('metric dimension', 'project brief, section 6', {
	adoption: ['Adoption', 'Is it used for the task it was made for?'],
	quality: ['Quality', 'Is the output right and fit to use?'],
	'business-impact': ['Business impact', 'Does the outcome improve?'],
	risk: ['Risk', 'What goes wrong, and is it under control?'],
	'operational-performance': ['Operational performance', 'Is it fast, affordable and available?'],
});

export const metricDirection = vocabulary('metric direction', 'this catalogue', {
	higher: ['Higher is better', 'A rise is an improvement.'],
	lower: ['Lower is better', 'A fall is an improvement.'],
	range: ['Within a range', 'Check values that are too low or too high.'],
});

export const evaluationDimension = vocabulary('evaluation dimension', 'project brief, section 8', {
	factuality: ['Factuality', 'Every statement is supported by its source.'],
	relevance: ['Relevance', 'The output answers what was asked.'],
	safety: ['Safety', 'Attacks and unsafe content are stopped.'],
	tone: ['Tone', 'The output follows the style rule.'],
	'task-success': ['Task success', 'The task is finished correctly.'],
	'false-positives': ['False positives', 'Flagged although it should not be.'],
	'false-negatives': ['False negatives', 'Missed although it should be flagged.'],
	abstention: ['Abstention', 'Declined or handed over when unsure.'],
});
export type EvaluationDimension = ValueOf<typeof evaluationDimension>;

export const authModel = vocabulary(
	'authentication model',
	'project brief, section 6, NIST SP 800-53 IA-5, IA-9',
	{
		'user-delegated': [
			'On behalf of the user',
			'OAuth delegation: the call can do no more than the user can.',
		],
		'service-account': [
			'Service account',
			'OAuth client credentials of a named service; secret held in the vault.',
		],
		'workload-identity': [
			'Workload identity',
			'Federated identity of the running workload; no stored secret.',
		],
		'mutual-tls': ['Mutual TLS', 'Both ends prove who they are with a certificate.'],
		'static-key': [
			'Static key',
			'A long-lived key: an exception, at low tier only, with an expiry date.',
		],
	},
);

export const access = vocabulary('access', 'project brief, section 6', {
	read: ['Read', 'Reads; changes nothing.'],
	draft: ['Draft', 'Creates an unsent draft that a person sends.'],
	comment: ['Comment', 'Adds a comment; changes no content.'],
	'index-write': ['Write to the index', 'Adds to or removes from a search index.'],
	invoke: ['Invoke', 'Calls a model or a tool.'],
	write: ['Write', 'Changes listed, reversible fields without asking.'],
	'write-approved': [
		'Write after approval',
		'Changes a record after a person has accepted this exact change.',
	],
});
export type Access = ValueOf<typeof access>;

export const hosting = vocabulary('hosting', 'project brief, section 8', {
	local: ['Local', 'Runs on machines the organisation controls.'],
	cloud: ['Cloud', 'Runs at a supplier, in a contracted region.'],
	hybrid: ['Hybrid', 'Part local, part cloud, split by data class.'],
});
export type Hosting = ValueOf<typeof hosting>;

export const hostingFactor = vocabulary('deciding factor', 'project brief, section 8', {
	sensitivity: ['Sensitivity', 'The data decides where it may run.'],
	latency: ['Latency', 'The time to answer decides.'],
	regulation: ['Regulation', 'A rule about location or supplier decides.'],
	cost: ['Cost', 'The price per task decides.'],
});

export const telemetrySubject = vocabulary('telemetry subject', 'project brief, section 8', {
	prompt: ['Prompt', 'Which prompt in which version was used.'],
	text: ['Text', 'What went in and what came out.'],
	latency: ['Latency', 'How long the answer took.'],
	'model-version': ['Model version', 'Which model in which version answered.'],
	confidence: ['Confidence', 'How sure it was, and the threshold it had to pass.'],
	'retrieval-source': ['Retrieval source', 'Where retrieved text came from.'],
	'user-action': ['User action', 'What the person did with the output.'],
	escalation: ['Escalation', 'When and why it was handed to a person.'],
});

export const skillTask = vocabulary('skill task', 'project brief, section 5', {
	'prompt-design': ['Prompt design', 'Write, version and review prompts.'],
	'workflow-orchestration': [
		'Workflow orchestration',
		'Put model calls, checks and people in order.',
	],
	'model-evaluation': ['Model evaluation', 'Build cases, run them and read the result.'],
	'safe-data-handling': [
		'Safe data handling',
		'Know the class of the data that goes in, and where it goes.',
	],
	'incident-reporting': ['Incident reporting', 'Notice, stop, report and keep the trace.'],
	'business-case': ['Business case', 'Tie a use to an outcome, baseline and target.'],
	judgement: ['Judgement', 'When not to use AI, when to escalate, how to inspect.'],
});
export type SkillTask = ValueOf<typeof skillTask>;

export const trainingTopic = vocabulary('training topic', 'project brief, section 5', {
	purpose: ['Purpose', 'What the pattern is for, and what it is not for.'],
	data: ['Data', 'Which data can go in, and where it goes.'],
	'reading-output': [
		'Reading the output',
		'What the output says, what it does not, and how to inspect it.',
	],
	'reporting-issues': ['Reporting issues', 'What to report, who to tell, and how to stop it.'],
});

export const changeImpact = vocabulary('change impact', 'semantic versioning', {
	major: ['Breaking', 'Teams that use it must act before they upgrade.'],
	minor: ['Addition', 'New behaviour. Teams can upgrade without changing anything.'],
	patch: ['Correction', 'No change to your code.'],
});
export type ChangeImpact = ValueOf<typeof changeImpact>;

export const caseKind = vocabulary('case kind', 'project brief, section 6', {
	golden: ['Golden', 'A usual input with the answer everyone agrees on.'],
	edge: ['Edge', 'An input at the limit: empty, ambiguous, too long, mixed.'],
	injection: ['Injection', 'An input that contains instructions to the model.'],
});
export type CaseKind = ValueOf<typeof caseKind>;

export const relation = vocabulary('relation', 'this catalogue', {
	same: ['Same', 'Names the same risk in other words.'],
	related: ['Related', 'Overlaps; read it as well.'],
	meets: ['Meets', 'This control, run as written, meets the item.'],
	'meets-in-part': ['Meets in part', 'Meets part of the item; say which.'],
	supports: ['Supports', 'Helps to meet the item; does not meet it alone.'],
});
export type Relation = ValueOf<typeof relation>;

export const councilSeat = vocabulary('council seat', 'project brief, section 3', {
	technology: ['Technology', 'Architecture, platform and operations.'],
	security: ['Security', 'Threats, access and response.'],
	legal: ['Legal', 'Law and contract.'],
	compliance: ['Compliance', 'Regulation and policy.'],
	data: ['Data', 'Data ownership, quality and protection.'],
	hr: ['People', 'Effects on staff, training and roles.'],
	business: ['Business', 'Value, priority and the customer.'],
});
export type CouncilSeat = ValueOf<typeof councilSeat>;

export const severity = vocabulary('severity', 'this catalogue', {
	'sev-1': ['1, critical', 'Harm is happening or likely: switch off first, then ask.'],
	'sev-2': ['2, serious', 'Quality or cost has left its limits: act the same day.'],
	'sev-3': ['3, minor', 'A limit is near: act within the week.'],
});
export type Severity = ValueOf<typeof severity>;

export const guideReader = vocabulary('guide reader', 'project brief, sections 3, 7 and 9', {
	leader: ['Leaders', 'What to choose, fund, say and ask for.'],
	council: ['Council', 'What the council decides, and how.'],
	'second-line': ['Second line and audit', 'How risk is set, proven and checked.'],
	'team-lead': ['Product managers and team leads', 'How to propose a use, measure it and run it.'],
	developer: ['Developers', 'How to build and host it.'],
});

export const guideFigure = vocabulary('guide figure', 'project brief, section 9', {
	'outcomes-set': [
		'Outcomes with a baseline and a target',
		'How many, in how many of the categories.',
	],
	'patterns-approved': ['Approved patterns', 'How many of all patterns.'],
	'uses-live': ['Live use cases', 'How many of the declared use cases.'],
	'roles-described': ['Roles with a skill path', 'How many.'],
	'signals-set': ['Signals that every production call records', 'How many the policy lists.'],
	'seats-filled': ['Council seats with a member', 'How many of all seats.'],
	'meeting-planned': ['Next council meeting', 'The day of the next meeting.'],
	'patterns-reused': [
		'Patterns with two or more live use cases',
		'How many patterns have been repeated.',
	],
	'uses-on-target': ['Live use cases on target', 'How many meet the target of their main measure.'],
	'controls-proven': ['Required controls that are proven', 'Across all live use cases.'],
	'uses-trained': [
		'Live use cases with every role trained',
		'How many, by their training records.',
	],
	'incidents-closed': ['Incidents closed', 'How many of all incidents.'],
	'patterns-scaled': [
		'Patterns that five teams use',
		'How many have live use cases in five teams.',
	],
	'outcomes-on-target': ['Outcomes on target', 'How many outcomes meet their target.'],
	'evidence-held': ['Evidence of live use cases', 'How many required items are held.'],
	'items-overdue': ['Overdue items in the review queue', 'What people have not done in time.'],
});
export type GuideFigure = ValueOf<typeof guideFigure>;

export const systemClass = vocabulary('system class', 'project brief, section 8', {
	crm: ['CRM', 'Customer records and interactions.'],
	ticketing: ['Ticketing', 'Cases, tickets and requests.'],
	identity: ['Identity', 'Sign-on, groups and workload identities.'],
	knowledge: ['Knowledge', 'Articles, documents, records and their indexes.'],
	analytics: ['Analytics', 'Warehouse, marts and reports.'],
	workflow: ['Workflow', 'Process engines and automation.'],
	collaboration: ['Collaboration', 'Email, calendar and chat.'],
	business: ['Business systems', 'Finance, people and other line systems.'],
	engineering: ['Engineering', 'Code, builds and deployments.'],
	gateway: ['Gateway', 'The only way to reach models or tools.'],
});

export const drill = vocabulary('drill', 'project brief, section 4, ISO/IEC 42001 A.8.4', {
	'off-switch': ['Off switch', 'The use was switched off and on again.'],
	rollback: ['Rollback', 'The previous version was restored.'],
	playbook: ['Incident playbook', 'The team worked through an incident.'],
	fallback: ['Fallback model', 'The use ran on the fallback model.'],
});

export const drillResult = vocabulary('drill result', 'this catalogue', {
	worked: ['Worked', 'It did what it should, in the time allowed.'],
	failed: ['Failed', 'It did not work, or took too long.'],
});

export const copyPart = vocabulary('part of a copy', 'this catalogue', {
	pattern: ['Pattern', 'The pattern that the use is built on.'],
	prompt: ['Prompt', 'The text of a prompt.'],
	model: ['Model', 'The exact version of the model.'],
	setting: ['Setting', 'A value that can be changed without a new build.'],
	connector: ['Connector', 'A way into another system.'],
	file: ['File', 'A file of the starter.'],
});

export const copyVerdict = vocabulary('copy verdict', 'this catalogue', {
	match: ['Match', 'What runs is what was approved.'],
	'differs-allowed': ['Differs, allowed', 'It differs, and the pattern lets a team change it.'],
	drift: ['Drift', 'It differs from what was approved. Restore it or approve it.'],
});
export type CopyVerdict = ValueOf<typeof copyVerdict>;

export const decisionSubject = vocabulary('subject of a decision', 'this catalogue', {
	gate: ['Gate', 'Whether a criterion of a gate is met.'],
	condition: ['Condition', 'Whether a condition of an approval is met.'],
	pause: ['Pause', 'Whether the use is paused or continues.'],
	measure: ['Measure', 'Whether a target or a way of counting changes.'],
	council: ['Council', 'Anything else that the council decided.'],
});

export const decided = vocabulary('decision', 'this catalogue', {
	met: ['Met', 'The criterion or condition is met.'],
	'not-met': ['Not met', 'The criterion or condition is not met.'],
	agreed: ['Agreed', 'The proposal was agreed.'],
	refused: ['Refused', 'The proposal was refused.'],
	'does-not-apply': ['Does not apply', 'It does not apply here, for the reason given.'],
});

export const useState = vocabulary('state of a use', 'project brief, section 10', {
	pilot: ['Pilot', 'A few people try it, until an end date.'],
	live: ['Live', 'People rely on it in their daily work.'],
	paused: ['Paused', 'It is switched off for now. It can go live again.'],
	retired: ['Retired', 'It is switched off for good. Its records are kept.'],
});
export type UseState = ValueOf<typeof useState>;

export const dataDirection = vocabulary('direction of data', 'project brief, section 10', {
	reads: ['Reads', 'The use only reads the data.'],
	writes: ['Writes', 'The use only writes the data.'],
	both: ['Reads and writes', 'The use reads the data and writes it back.'],
});

export const controlResult = vocabulary('control in an incident', 'this catalogue', {
	failed: ['Failed', 'It did not prevent, detect or correct what it should have.'],
	held: ['Held', 'It did what it is for.'],
});

export const gateCheck = vocabulary('gate check', 'this catalogue', {
	'exit-written': ['Exit criteria', 'The pilot has exit criteria.'],
	'end-set': ['End date', 'The pilot has an end date.'],
	'tier-computed': ['Tier', 'The tier follows from the answers of the pattern.'],
	'baseline-measured': ['Baseline', 'The main measure has a recorded baseline.'],
	'controls-proven': ['Controls', 'Every required control is proven or waived.'],
	'people-trained': ['Training', 'Every role has finished its training.'],
	'live-uses': ['Live uses', 'At least this many uses of the pattern are live.'],
	'evidence-complete': ['Evidence', 'The pack has a record for every item.'],
	'no-severe-incident': ['Incidents', 'No severe incident of the use is open.'],
	'teams-reuse': ['Teams', 'At least this many teams run the pattern without a variation.'],
	'rules-enforced': ['Rules', 'Every rule of the catalogue runs in the build.'],
	'outcome-reported': ['Outcome', 'The outcome of the use has a current value.'],
});
export type GateCheck = ValueOf<typeof gateCheck>;

export const evidenceCheck = vocabulary('check of an evidence item', 'this catalogue', {
	summary: ['Summary', 'What it does, its tier and its decision rights.'],
	'control-mapping': ['Control mapping', 'Its controls and their framework items.'],
	'model-history': ['Model history', 'The model versions on record, with dates.'],
	'prompt-history': ['Prompt history', 'The prompt versions on record, with dates.'],
	evaluation: ['Evaluation', 'The newest run of these prompts on this model.'],
	classification: ['Classification', 'The class of its data, and who set it.'],
	training: ['Training', 'Every role of the pattern has finished its training.'],
	waivers: ['Waivers', 'The waivers in force. Having none is an answer too.'],
	drill: ['Drill', 'The newest drill of this version, and if it worked.'],
	approval: ['Approval', 'Every seat of its tier has approved this content.'],
});
export type EvidenceCheck = ValueOf<typeof evidenceCheck>;

export const evidenceSupplier = vocabulary('supplier of evidence', 'this catalogue', {
	owner: ['Owner', 'The team that owns the pattern or use case.'],
	approves: ['Approver', 'The team that approves use cases.'],
	'owns-data': ['Data owner', 'The team that owns the data.'],
	'monitors-quality': ['Quality', 'The team that watches the quality.'],
	responds: ['Responder', 'The team that responds when it fails.'],
});
export type EvidenceSupplier = ValueOf<typeof evidenceSupplier>;

export const evidenceState = vocabulary('state of an evidence item', 'this catalogue', {
	held: ['Held', 'The pack contains it, and it is in date.'],
	'none-in-force': ['None in force', 'There is none, and the pack says so.'],
	lapsed: ['Lapsed', 'It is too old, or it is about an earlier version.'],
	missing: ['Missing', 'Nothing shows it yet.'],
});
export type EvidenceState = ValueOf<typeof evidenceState>;

export const answerState = vocabulary('state of an answer', 'this catalogue', {
	answered: ['Answered', 'The pack has the whole answer.'],
	partly: ['Partly answered', 'The pack has some of the answer, and says what is missing.'],
	missing: ['Missing', 'The pack has no answer yet.'],
});
export type AnswerState = ValueOf<typeof answerState>;

export const proofState = vocabulary('state of proof', 'this catalogue', {
	planned: ['Planned', 'The pattern says how the control is met. Nothing shows it yet.'],
	built: ['Built', 'Its tests pass in the starter. No record shows that it works in use.'],
	proven: ['Proven', 'A record of the right kind exists for this version and is recent enough.'],
	lapsed: ['Lapsed', 'It was proven, but the record is too old now. Record it again.'],
	waived: ['Waived', 'The council has waived it until a date.'],
});
export type ProofState = ValueOf<typeof proofState>;

export const limitVerdict = vocabulary('verdict on a limit', 'this catalogue', {
	met: ['Met', 'The whole interval at 95% is within the limit.'],
	'not-met': ['Not met', 'None of the interval at 95% is within the limit.'],
	'not-resolved': [
		'Not resolved',
		'The interval includes the limit, so these cases cannot decide it.',
	],
});
export type LimitVerdict = ValueOf<typeof limitVerdict>;

export const measureVerdict = vocabulary('verdict on a measure', 'this catalogue', {
	'on-target': ['On target', 'The newest value is within the target.'],
	'off-target': ['Off target', 'The newest value is outside the target.'],
	'not-resolved': ['Not resolved', 'Too few cases were counted to tell if the target is reached.'],
	'too-early': ['Too early', 'It has just gone live, so there is no value to judge yet.'],
	'not-measured': ['Not measured', 'There is no recent value, although there should be one.'],
});
export type MeasureVerdict = ValueOf<typeof measureVerdict>;

export const redFlag = vocabulary('red flag', 'this catalogue', {
	'incident-open': ['Incident open', 'An incident has not been closed.'],
	'report-late': [
		'Report overdue',
		'Somebody must be told about an incident, and the time allowed has passed.',
	],
	'control-missing': [
		'Required control not built',
		'The policy requires a control, and nothing shows that it exists.',
	],
	'not-approved': [
		'In use without approval',
		'The use is live, but what it runs on is not approved.',
	],
	'gate-missed': [
		'Stage without its gate',
		'The use entered a stage before it met everything that the gate requires.',
	],
	'pilot-over': ['Pilot has run over', 'The last day of the pilot has passed.'],
	'not-proven': [
		'Required control not proven',
		'A required control is built, but nobody has shown that it works and no date is planned.',
	],
	'proof-lapsed': ['Evidence lapsed', 'The newest record is too old to count.'],
	'off-target': ['Off target', 'The newest value of the main measure is outside the target.'],
	'not-measured': [
		'Not measured',
		'The main measure has no recent value, although there should be one.',
	],
	drift: [
		'Differs from the approved version',
		'The last check found a part that differs from what was approved.',
	],
	'waiver-ends': ['Waiver ends soon', 'A waiver is about to end.'],
	'model-retires': [
		'Model retires soon',
		'The supplier is about to switch off the version of the model that is used.',
	],
	'review-overdue': ['Review overdue', 'The review date has passed.'],
	'one-supplier': [
		'Too much with one supplier',
		'More high-tier uses depend on a single supplier than the policy allows.',
	],
});
export type RedFlag = ValueOf<typeof redFlag>;

export const queueKind = vocabulary('kind of queue item', 'this catalogue', {
	duty: ['Report', 'Somebody must be told about an incident.'],
	action: ['Incident action', 'An action after an incident is not done.'],
	incident: ['Open incident', 'An incident has no open action and can be closed.'],
	unapproved: ['In use without approval', 'A live use runs on something that is not approved.'],
	control: ['Control', 'A required control is planned, missing or not proven.'],
	seat: ['Empty seat', 'A seat must sign, and nobody can sign for it.'],
	first: ['First approval', 'Entries were there before the council could sign.'],
	signature: ['Signature', 'A seat has not signed this version.'],
	review: ['Review', 'A review or an approval reaches its last day.'],
	condition: ['Condition', 'A condition of an approval has a due date.'],
	pilot: ['End of a pilot', 'A pilot reaches its last day.'],
	gate: ['Gate', 'A use entered a stage before its gate was met.'],
	drift: ['Difference', 'A part that runs differs from the part that was approved.'],
	waiver: ['Waiver', 'A waiver reaches its last day.'],
	proof: ['Evidence', 'Evidence of a control lapses, or has lapsed.'],
	model: ['Model', 'The supplier switches off the version of the model.'],
	value: ['Measured value', 'A value is due, or the latest value is becoming too old.'],
	target: ['Off target', 'The main measure is outside its target.'],
	supplier: ['One supplier', 'Too many high-tier uses depend on one supplier.'],
});
export type QueueKind = ValueOf<typeof queueKind>;

export const coverageState = vocabulary('coverage', 'this catalogue', {
	over: ['Over the limit', 'A live use sends data above the limit here.'],
	none: ['Not covered', 'Live uses need it, but it is not proven in any of them.'],
	part: ['Partly covered', 'It is proven in some of the live uses that need it.'],
	accepted: [
		'Remaining risk accepted',
		'Not all of it is proven, but someone has accepted the remaining risk until a date.',
	],
	full: ['Covered', 'It is proven in every live use that needs it.'],
	designed: [
		'Designed only',
		'It is in the design, but no live use shows that it works. It does not count.',
	],
});
export type CoverageState = ValueOf<typeof coverageState>;

export const maturityCheck = vocabulary('maturity check', 'this catalogue', {
	'patterns-approved': ['Patterns approved', 'Patterns that are approved today.'],
	'uses-owned': ['Uses owned', 'Live uses with a named business owner.'],
	'seats-filled': ['Seats filled', 'Seats of the council that can sign today.'],
	'council-meets': [
		'Council meets',
		'The council met in the last 45 days, and its next meeting is planned.',
	],
	'uses-approved': ['Uses approved', 'Live uses that are approved.'],
	'pattern-reused': [
		'Patterns reused',
		'Patterns that two teams or more use without changes to the design.',
	],
	'controls-proven': [
		'Controls proven',
		'Live uses in which every required control is proven or waived.',
	],
	'uses-measured': ['Uses measured', 'Live uses with a recent value of the main measure.'],
	'people-trained': ['People trained', 'Live uses in which every role is trained.'],
	'switch-drilled': ['Drills', 'Live uses with a drill that worked in the last 12 months.'],
	'evidence-complete': ['Evidence complete', 'Live uses whose evidence pack has every item.'],
	'cost-recorded': ['Cost recorded', 'Live uses with the spend of the latest month.'],
	'outcomes-measured': ['Outcomes measured', 'Outcomes with a recent value.'],
	'suppliers-spread': [
		'Suppliers',
		'High-tier uses that do not depend on a supplier with too many of them.',
	],
});
export type MaturityCheck = ValueOf<typeof maturityCheck>;
