/** Every closed list of the domain, with the meaning of each value. */
import { type ValueOf, vocabulary } from './vocabulary.ts';

export const status = vocabulary('status', 'ours', {
	draft: {
		label: 'Draft',
		meaning: 'Being written. Do not build on it; comment on it.',
	},
	proposed: {
		label: 'Proposed',
		meaning: 'Complete and in review. Use it in a sandbox only, until it is approved.',
	},
	published: {
		label: 'Published',
		meaning: 'Ready to use. Its owner keeps it up to date; it needs no approval.',
	},
	approved: {
		label: 'Approved',
		meaning: 'Approved for the use it describes. Build on it, and keep what the approval fixes.',
	},
	deprecated: {
		label: 'Deprecated',
		meaning: 'Still supported, no new use. Plan a move to the successor.',
	},
	withdrawn: {
		label: 'Withdrawn',
		meaning: 'Turn it off. The address stays, with the reason and the successor.',
	},
});
export type Status = ValueOf<typeof status>;

export const reliedKind = vocabulary('what an approval relies on', 'ours', {
	controls: { label: 'Controls', meaning: 'The controls that the pattern cites.' },
	connectors: { label: 'Connectors', meaning: 'The connectors that the pattern cites.' },
	models: { label: 'Models', meaning: 'The models that the pattern or its prompts cite.' },
	patterns: { label: 'Pattern', meaning: 'The pattern that a use case is built on.' },
	base: { label: 'Common starter', meaning: 'The files that every starter is built on.' },
	demands: { label: 'Requirements of the tier', meaning: 'What the policy requires at this tier.' },
	policy: { label: 'Policy', meaning: 'Every word of the policy.' },
});
export type ReliedKind = ValueOf<typeof reliedKind>;

export const tier = vocabulary('risk tier', 'brief §3', {
	low: {
		label: 'Low',
		meaning: 'Pre-approved data and templates, light review, review every twelve months.',
	},
	medium: {
		label: 'Medium',
		meaning: 'Confidential or personal data, or reach outside: tighter review, testing, oversight.',
	},
	high: {
		label: 'High',
		meaning: 'A decision about a person, regulated or restricted matters: full evidence pack.',
	},
});
export type Tier = ValueOf<typeof tier>;

export const dataClass = vocabulary('data class', 'brief §4, NIST SP 800-53 RA-2', {
	public: { label: 'Public', meaning: 'Anyone may read it; disclosure does no harm.' },
	internal: { label: 'Internal', meaning: 'For staff; disclosure is embarrassing, not harmful.' },
	confidential: {
		label: 'Confidential',
		meaning: 'For named groups; disclosure harms customers, staff or the organisation.',
	},
	restricted: {
		label: 'Restricted',
		meaning: 'For named people; disclosure does serious or lasting harm, or breaks the law.',
	},
});
export type DataClass = ValueOf<typeof dataClass>;

export const ceiling = vocabulary('data ceiling', 'brief §6', {
	...dataClass.terms,
	'as-carried': {
		label: 'Same as the data sent through it',
		meaning: 'It has no ceiling of its own. The ceiling of the source, prompt or tool applies.',
	},
});
export type Ceiling = ValueOf<typeof ceiling>;

export const personalData = vocabulary('personal data', 'brief §4', {
	none: { label: 'None', meaning: 'No information about an identifiable person.' },
	ordinary: {
		label: 'Ordinary',
		meaning: 'Names, contact details, history: personal data outside the special categories.',
	},
	special: {
		label: 'Special category',
		meaning: 'Health, beliefs, origin, biometrics and the other specially protected kinds.',
	},
});
export type PersonalData = ValueOf<typeof personalData>;

export const effect = vocabulary('effect', 'brief §7, EU AI Act Art. 14', {
	informs: { label: 'Informs', meaning: 'A person reads the output and decides what to do.' },
	drafts: { label: 'Drafts', meaning: 'A person edits the output and sends or files it.' },
	'acts-with-approval': {
		label: 'Acts with approval',
		meaning: 'The system acts after a person has accepted this very action.',
	},
	'acts-alone': { label: 'Acts alone', meaning: 'The system acts; a person may correct it later.' },
});

export const reach = vocabulary('reach', 'brief §3', {
	team: { label: 'Team', meaning: 'The output stays within one team.' },
	organisation: { label: 'Organisation', meaning: 'Other teams receive the output.' },
	external: { label: 'External', meaning: 'Customers, partners or the public receive the output.' },
});

export const reversibility = vocabulary('reversibility', 'ours', {
	easy: { label: 'Easy to reverse', meaning: 'The person who notices can fix it in minutes.' },
	costly: { label: 'Costly to reverse', meaning: 'Fixing it takes work, money or an apology.' },
	none: { label: 'Not reversible', meaning: 'It cannot be fixed.' },
});

export const annexIII = vocabulary('Annex III area', 'EU AI Act, Annex III', {
	biometrics: {
		label: 'Biometrics',
		meaning: 'Identifies people at a distance, sorts them by traits, or reads emotions.',
	},
	'critical-infrastructure': {
		label: 'Critical infrastructure',
		meaning: 'Safety part of digital infrastructure, road traffic, water, gas, heat or power.',
	},
	education: {
		label: 'Education and vocational training',
		meaning: 'Admission, marks, the level of education, or watching people in tests.',
	},
	employment: {
		label: 'Employment and management of workers',
		meaning:
			'Hiring, terms of work, promotion, dismissal, allocation of tasks, watching performance.',
	},
	'essential-services': {
		label: 'Essential services and benefits',
		meaning: 'Public benefits, credit scores, life and health insurance, emergency calls.',
	},
	'law-enforcement': {
		label: 'Law enforcement',
		meaning: 'Used by or for authorities that prevent, investigate or prosecute offences.',
	},
	migration: {
		label: 'Migration, asylum and border control',
		meaning: 'Used by or for authorities on entry, visas, asylum or residence.',
	},
	'justice-and-democracy': {
		label: 'Justice and democratic processes',
		meaning: 'Helps a court or arbitrator decide, or is meant to sway a vote.',
	},
});

export const outcome = vocabulary('outcome', 'brief §2', {
	growth: { label: 'Growth', meaning: 'More revenue or more customers served.' },
	'service-efficiency': {
		label: 'Service efficiency',
		meaning: 'The same service with less waiting or less effort.',
	},
	'risk-reduction': { label: 'Risk reduction', meaning: 'Fewer losses, errors or breaches.' },
	'employee-productivity': {
		label: 'Employee productivity',
		meaning: 'Staff hours returned to work that needs people.',
	},
});
export type Outcome = ValueOf<typeof outcome>;

export const problem = vocabulary('problem', 'brief §6', {
	summarise: { label: 'Summarise', meaning: 'There is too much to read.' },
	triage: { label: 'Triage and route', meaning: 'Work arrives faster than we can sort it.' },
	draft: { label: 'Draft', meaning: 'We write the same kind of thing again and again.' },
	extract: { label: 'Extract and match', meaning: 'The facts are stuck inside documents.' },
	answer: { label: 'Answer', meaning: 'People wait too long for an answer.' },
	check: { label: 'Check', meaning: 'There is never time to check everything.' },
	advise: {
		label: 'Advise and act',
		meaning: 'Each case needs evidence, judgement or several steps.',
	},
});
export type Problem = ValueOf<typeof problem>;

export const taskKind = vocabulary('kind of task', 'brief §5', {
	'one-answer': {
		label: 'The same input always has one right answer',
		meaning: 'A calculation, a lookup or a fixed rule gives it.',
	},
	'several-answers': {
		label: 'Several answers can be good enough',
		meaning: 'A summary, a label or a first draft. Experts would differ a little.',
	},
	'serious-harm': {
		label: 'One wrong answer does serious harm',
		meaning: 'It hurts someone, breaks a duty or cannot be undone.',
	},
});
export type TaskKind = ValueOf<typeof taskKind>;

export const technique = vocabulary('technique', 'brief §2', {
	retrieval: {
		label: 'Retrieval',
		meaning: 'Answers from documents found at the time of the question.',
	},
	agent: { label: 'Agent', meaning: 'The model chooses its next step and calls tools.' },
	'human-approval': {
		label: 'Human approval',
		meaning: 'A person accepts, corrects or takes over before or after the step.',
	},
	rules: { label: 'Rules', meaning: 'Fixed rules decide part of it without a model.' },
});
export type Technique = ValueOf<typeof technique>;

export const layer = vocabulary('layer', 'brief §8', {
	data: { label: 'Data', meaning: 'Data foundation: the sources and stores read or written.' },
	orchestration: {
		label: 'Orchestration',
		meaning: 'The workflow: what happens in which order, and the people in it.',
	},
	model: { label: 'Model', meaning: 'The call to a model, always through the model gateway.' },
	policy: { label: 'Policy', meaning: 'What decides whether a step may happen. Never optional.' },
	observability: {
		label: 'Observability',
		meaning: 'Traces, logs, evaluation and feedback. Never optional.',
	},
});
export type Layer = ValueOf<typeof layer>;

export const stage = vocabulary('stage', 'brief §6', {
	pilot: { label: 'Pilot', meaning: 'Validate feasibility in a sandbox with exit criteria.' },
	'early-production': {
		label: 'Early production',
		meaning: 'Prove business value with one team under human oversight.',
	},
	'scaled-rollout': {
		label: 'Scaled rollout',
		meaning: 'Replicate across teams with reusable templates.',
	},
	'enterprise-operations': {
		label: 'Enterprise operations',
		meaning: 'Optimise all the time on a platform with enforced policy.',
	},
	'portfolio-optimisation': {
		label: 'Portfolio optimisation',
		meaning: 'Steer a portfolio of outcomes, with oversight by the board.',
	},
});
export type Stage = ValueOf<typeof stage>;

export const nodeKind = vocabulary('node kind', 'ours', {
	store: { label: 'Store', meaning: 'Keeps data: a system of record, an index, a log.' },
	service: { label: 'Service', meaning: 'Code that does one step.' },
	model: { label: 'Model', meaning: 'A call to a model through the gateway.' },
	person: { label: 'Person', meaning: 'A person who reads, decides or corrects.' },
});
export type NodeKind = ValueOf<typeof nodeKind>;

export const flowKind = vocabulary('flow kind', 'ours', {
	data: { label: 'Data flow', meaning: 'Data passes from one node to the next.' },
	decides: { label: 'Policy decides', meaning: 'A policy node permits or stops the other node.' },
	reports: { label: 'Reports to', meaning: 'The node writes what it did to observability.' },
});
export type FlowKind = ValueOf<typeof flowKind>;

export const likelihood = vocabulary('likelihood', 'ours', {
	unlikely: { label: 'Unlikely', meaning: 'Not expected in a year of use.' },
	possible: { label: 'Possible', meaning: 'Expected about once in a year of use.' },
	likely: { label: 'Likely', meaning: 'Expected in most months of use.' },
});
export type Likelihood = ValueOf<typeof likelihood>;

export const impact = vocabulary('impact', 'ours', {
	minor: { label: 'Minor', meaning: 'Minutes of rework for one person.' },
	moderate: { label: 'Moderate', meaning: 'A complaint, a delay of days, or rework for a team.' },
	major: { label: 'Major', meaning: 'Harm to people, a breach to report, or lasting loss.' },
});
export type Impact = ValueOf<typeof impact>;

export const riskCategory = vocabulary('risk category', 'brief §4, FINOS AIGF risk types', {
	operational: { label: 'Operational', meaning: 'The work goes wrong: quality, supply, people.' },
	security: {
		label: 'Security',
		meaning: 'Someone makes it go wrong, or sees what they must not see.',
	},
	'regulatory-compliance': {
		label: 'Regulatory and compliance',
		meaning: 'A duty in law, contract or policy is missed.',
	},
});

export const controlType = vocabulary('control type', 'brief §4', {
	preventive: { label: 'Preventive', meaning: 'Keeps it from happening.' },
	detective: { label: 'Detective', meaning: 'Shows that it has happened.' },
	corrective: { label: 'Corrective', meaning: 'Fixes it, or limits the harm.' },
});
export type ControlType = ValueOf<typeof controlType>;

export const codification = vocabulary('codification', 'brief §4', {
	pipeline: { label: 'Pipeline', meaning: 'A step in the build or release that fails when unmet.' },
	config: { label: 'Configuration', meaning: 'A setting that the platform enforces at run time.' },
	runbook: { label: 'Runbook', meaning: 'Written steps that named people follow and record.' },
});

export const evidenceKind = vocabulary('evidence kind', 'brief §4', {
	'approval-record': {
		label: 'Approval record',
		meaning: 'Who approved what, when, on which terms.',
	},
	'test-report': { label: 'Test report', meaning: 'Cases run, results, versions, date.' },
	'model-history': { label: 'Model history', meaning: 'Which model version served when.' },
	'control-mapping': {
		label: 'Control mapping',
		meaning: 'Which control meets which requirement.',
	},
	'prompt-history': { label: 'Prompt history', meaning: 'Which prompt version served when.' },
	'classification-record': {
		label: 'Classification record',
		meaning: 'The class of each source and who set it.',
	},
	'impact-assessment': {
		label: 'Impact assessment',
		meaning: 'Who is affected, how, what is done.',
	},
	'red-team-report': {
		label: 'Red-team report',
		meaning: 'What was attacked, what held, what did not.',
	},
	'training-record': { label: 'Training record', meaning: 'Who finished which training when.' },
	'drill-record': {
		label: 'Drill record',
		meaning: 'What was rehearsed, how long it took, what failed.',
	},
	'log-config': { label: 'Log configuration', meaning: 'What is logged, where, who may read it.' },
	'retention-config': {
		label: 'Retention configuration',
		meaning: 'How long each record is kept.',
	},
	'disclosure-text': { label: 'Disclosure text', meaning: 'What people are told, and where.' },
	'supplier-assessment': {
		label: 'Supplier assessment',
		meaning: 'What the supplier promises and how you leave.',
	},
	'monitoring-snapshot': {
		label: 'Monitoring snapshot',
		meaning: 'The dashboard or query result at a date.',
	},
});

export type EvidenceKind = ValueOf<typeof evidenceKind>;

export const metricDimension = vocabulary('metric dimension', 'brief §6', {
	adoption: { label: 'Adoption', meaning: 'Is it used for the task it was made for?' },
	quality: { label: 'Quality', meaning: 'Is the output right and fit to use?' },
	'business-impact': { label: 'Business impact', meaning: 'Does the outcome move?' },
	risk: { label: 'Risk', meaning: 'What goes wrong, and is it under control?' },
	'operational-performance': {
		label: 'Operational performance',
		meaning: 'Is it fast, affordable and available?',
	},
});

export const metricDirection = vocabulary('metric direction', 'ours', {
	higher: { label: 'Higher is better', meaning: 'A rise is an improvement.' },
	lower: { label: 'Lower is better', meaning: 'A fall is an improvement.' },
	range: { label: 'Within a range', meaning: 'Too low and too high both ask for a look.' },
});

export const evaluationDimension = vocabulary('evaluation dimension', 'brief §8', {
	factuality: { label: 'Factuality', meaning: 'Every statement is supported by its source.' },
	relevance: { label: 'Relevance', meaning: 'The output answers what was asked.' },
	safety: { label: 'Safety', meaning: 'Attacks and unsafe content are held.' },
	tone: { label: 'Tone', meaning: 'The output reads as the style rule asks.' },
	'task-success': { label: 'Task success', meaning: 'The task is finished correctly.' },
	'false-positives': { label: 'False positives', meaning: 'Raised although it should not be.' },
	'false-negatives': { label: 'False negatives', meaning: 'Missed although it should be raised.' },
	abstention: { label: 'Abstention', meaning: 'Declined or handed over when unsure.' },
});
export type EvaluationDimension = ValueOf<typeof evaluationDimension>;

export const authModel = vocabulary('authentication model', 'brief §6, NIST SP 800-53 IA-5, IA-9', {
	'user-delegated': {
		label: 'On behalf of the user',
		meaning: 'OAuth delegation: the call can do no more than the user may.',
	},
	'service-account': {
		label: 'Service account',
		meaning: 'OAuth client credentials of a named service; secret held in the vault.',
	},
	'workload-identity': {
		label: 'Workload identity',
		meaning: 'Federated identity of the running workload; no stored secret.',
	},
	'mutual-tls': { label: 'Mutual TLS', meaning: 'Both ends prove themselves by certificate.' },
	'static-key': {
		label: 'Static key',
		meaning: 'A long-lived key: an exception, at low tier only, with an expiry date.',
	},
});
export type AuthModel = ValueOf<typeof authModel>;

export const access = vocabulary('access', 'brief §6', {
	read: { label: 'Read', meaning: 'Reads; changes nothing.' },
	draft: { label: 'Draft', meaning: 'Creates an unsent draft that a person sends.' },
	comment: { label: 'Comment', meaning: 'Adds a comment; changes no content.' },
	'index-write': {
		label: 'Write to the index',
		meaning: 'Adds to or removes from a search index.',
	},
	invoke: { label: 'Invoke', meaning: 'Calls a model or a tool.' },
	write: { label: 'Write', meaning: 'Changes listed, reversible fields without asking.' },
	'write-approved': {
		label: 'Write after approval',
		meaning: 'Changes a record after a person has accepted this very change.',
	},
});
export type Access = ValueOf<typeof access>;

export const hosting = vocabulary('hosting', 'brief §8', {
	local: { label: 'Local', meaning: 'Runs on machines the organisation controls.' },
	cloud: { label: 'Cloud', meaning: 'Runs at a supplier, in a contracted region.' },
	hybrid: { label: 'Hybrid', meaning: 'Part local, part cloud, split by data class.' },
});
export type Hosting = ValueOf<typeof hosting>;

export const hostingFactor = vocabulary('deciding factor', 'brief §8', {
	sensitivity: { label: 'Sensitivity', meaning: 'The data decides where it may run.' },
	latency: { label: 'Latency', meaning: 'The time to answer decides.' },
	regulation: { label: 'Regulation', meaning: 'A rule on place or supplier decides.' },
	cost: { label: 'Cost', meaning: 'The price per task decides.' },
});

export const telemetrySubject = vocabulary('telemetry subject', 'brief §8', {
	prompt: { label: 'Prompt', meaning: 'Which prompt in which version was used.' },
	text: { label: 'Text', meaning: 'What went in and what came out.' },
	latency: { label: 'Latency', meaning: 'How long the answer took.' },
	'model-version': { label: 'Model version', meaning: 'Which model in which version answered.' },
	confidence: {
		label: 'Confidence',
		meaning: 'How sure it was, and the threshold it had to pass.',
	},
	'retrieval-source': { label: 'Retrieval source', meaning: 'Where retrieved text came from.' },
	'user-action': { label: 'User action', meaning: 'What the person did with the output.' },
	escalation: { label: 'Escalation', meaning: 'When and why it was handed to a person.' },
});

export const skillTask = vocabulary('skill task', 'brief §5', {
	'prompt-design': { label: 'Prompt design', meaning: 'Write, version and review prompts.' },
	'workflow-orchestration': {
		label: 'Workflow orchestration',
		meaning: 'Put model calls, checks and people in order.',
	},
	'model-evaluation': {
		label: 'Model evaluation',
		meaning: 'Build cases, run them, read the result.',
	},
	'safe-data-handling': {
		label: 'Safe data handling',
		meaning: 'Know the class of what is put in and where it goes.',
	},
	'incident-reporting': {
		label: 'Incident reporting',
		meaning: 'Notice, stop, report and keep the trace.',
	},
	'business-case': {
		label: 'Business case',
		meaning: 'Tie a use to an outcome, baseline and target.',
	},
	judgement: {
		label: 'Judgement',
		meaning: 'When not to use AI, when to escalate, how to inspect.',
	},
});
export type SkillTask = ValueOf<typeof skillTask>;

export const trainingTopic = vocabulary('training topic', 'brief §5', {
	purpose: { label: 'Purpose', meaning: 'What the pattern is for, and what it is not for.' },
	data: { label: 'Data', meaning: 'Which data may go in, and where it goes.' },
	'reading-output': {
		label: 'Reading the output',
		meaning: 'What the output says, what it does not, and how to inspect it.',
	},
	'reporting-issues': {
		label: 'Reporting issues',
		meaning: 'What to report, who to tell, and how to stop it.',
	},
});

export const changeImpact = vocabulary('change impact', 'semantic versioning', {
	major: { label: 'Breaking', meaning: 'Teams that use it must act before they take it.' },
	minor: { label: 'Addition', meaning: 'New behaviour; teams may take it without acting.' },
	patch: { label: 'Correction', meaning: 'No change to your code.' },
});
export type ChangeImpact = ValueOf<typeof changeImpact>;

export const caseKind = vocabulary('case kind', 'brief §6', {
	golden: { label: 'Golden', meaning: 'A usual input with the answer everyone agrees on.' },
	edge: { label: 'Edge', meaning: 'An input at the limit: empty, ambiguous, too long, mixed.' },
	injection: { label: 'Injection', meaning: 'An input that carries instructions to the model.' },
});
export type CaseKind = ValueOf<typeof caseKind>;

export const relation = vocabulary('relation', 'ours', {
	same: { label: 'Same', meaning: 'Names the same risk in other words.' },
	related: { label: 'Related', meaning: 'Overlaps; read it as well.' },
	meets: { label: 'Meets', meaning: 'This control, run as written, meets the item.' },
	'meets-in-part': { label: 'Meets in part', meaning: 'Meets part of the item; say which.' },
	supports: { label: 'Supports', meaning: 'Helps to meet the item; does not meet it alone.' },
});
export type Relation = ValueOf<typeof relation>;

export const councilSeat = vocabulary('council seat', 'brief §3', {
	technology: { label: 'Technology', meaning: 'Architecture, platform and operations.' },
	security: { label: 'Security', meaning: 'Threats, access and response.' },
	legal: { label: 'Legal', meaning: 'Law and contract.' },
	compliance: { label: 'Compliance', meaning: 'Regulation and policy.' },
	data: { label: 'Data', meaning: 'Data ownership, quality and protection.' },
	hr: { label: 'People', meaning: 'Effects on staff, training and roles.' },
	business: { label: 'Business', meaning: 'Value, priority and the customer.' },
});
export type CouncilSeat = ValueOf<typeof councilSeat>;

export const severity = vocabulary('severity', 'ours', {
	'sev-1': {
		label: '1, critical',
		meaning: 'Harm is happening or likely: switch off first, then ask.',
	},
	'sev-2': {
		label: '2, serious',
		meaning: 'Quality or cost has left its limits: act the same day.',
	},
	'sev-3': { label: '3, minor', meaning: 'A limit is near: act within the week.' },
});
export type Severity = ValueOf<typeof severity>;

export const guideReader = vocabulary('guide reader', 'brief §3, §7 and §9', {
	leader: { label: 'Leaders', meaning: 'What to choose, fund, say and ask for.' },
	council: { label: 'Council', meaning: 'What the council decides, and how.' },
	'second-line': {
		label: 'Second line and audit',
		meaning: 'How risk is set, proven and checked.',
	},
	'team-lead': {
		label: 'Product managers and team leads',
		meaning: 'How to propose a use, measure it and run it.',
	},
	developer: { label: 'Developers', meaning: 'How to build and host it.' },
});

export const guideFigure = vocabulary('guide figure', 'brief §9', {
	'outcomes-set': {
		label: 'Outcomes with a baseline and a target',
		meaning: 'How many, in how many of the categories.',
	},
	'patterns-approved': { label: 'Approved patterns', meaning: 'How many of all patterns.' },
	'uses-live': { label: 'Live use cases', meaning: 'How many of the declared use cases.' },
	'roles-described': { label: 'Roles with a skill path', meaning: 'How many.' },
	'signals-set': {
		label: 'Signals that every production call records',
		meaning: 'How many the policy lists.',
	},
	'seats-filled': { label: 'Council seats with a member', meaning: 'How many of all seats.' },
	'meeting-planned': { label: 'Next council meeting', meaning: 'The day of the next meeting.' },
	'patterns-reused': {
		label: 'Patterns with two or more live use cases',
		meaning: 'How many patterns have been repeated.',
	},
	'uses-on-target': {
		label: 'Live use cases on target',
		meaning: 'How many meet the target of their main measure.',
	},
	'controls-proven': {
		label: 'Required controls that are proven',
		meaning: 'Over all live use cases.',
	},
	'uses-trained': {
		label: 'Live use cases with every role trained',
		meaning: 'How many, by their training records.',
	},
	'incidents-closed': { label: 'Incidents closed', meaning: 'How many of all incidents.' },
	'patterns-scaled': {
		label: 'Patterns that five teams use',
		meaning: 'How many have live use cases of five teams.',
	},
	'outcomes-on-target': {
		label: 'Outcomes on target',
		meaning: 'How many outcomes meet their target.',
	},
	'evidence-held': {
		label: 'Evidence of live use cases',
		meaning: 'How many required items are held.',
	},
	'items-overdue': {
		label: 'Overdue items in the review queue',
		meaning: 'What somebody has not done in time.',
	},
});
export type GuideFigure = ValueOf<typeof guideFigure>;

export const systemClass = vocabulary('system class', 'brief §8', {
	crm: { label: 'CRM', meaning: 'Customer records and interactions.' },
	ticketing: { label: 'Ticketing', meaning: 'Cases, tickets and requests.' },
	identity: { label: 'Identity', meaning: 'Sign-on, groups and workload identities.' },
	knowledge: { label: 'Knowledge', meaning: 'Articles, documents, records and their indexes.' },
	analytics: { label: 'Analytics', meaning: 'Warehouse, marts and reports.' },
	workflow: { label: 'Workflow', meaning: 'Process engines and automation.' },
	collaboration: { label: 'Collaboration', meaning: 'Email, calendar and chat.' },
	business: { label: 'Business systems', meaning: 'Finance, people and other line systems.' },
	engineering: { label: 'Engineering', meaning: 'Code, builds and deployments.' },
	gateway: { label: 'Gateway', meaning: 'The one road to models or to tools.' },
});

export const drill = vocabulary('drill', 'brief §4, ISO/IEC 42001 A.8.4', {
	'off-switch': { label: 'Off switch', meaning: 'The use was switched off and on again.' },
	rollback: { label: 'Rollback', meaning: 'The version before was put back.' },
	playbook: { label: 'Incident playbook', meaning: 'The team worked through an incident.' },
	fallback: { label: 'Fallback model', meaning: 'The use ran on the fallback model.' },
});
export type DrillName = ValueOf<typeof drill>;

export const drillResult = vocabulary('drill result', 'ours', {
	worked: { label: 'Worked', meaning: 'It did what it must do, in the time allowed.' },
	failed: { label: 'Failed', meaning: 'It did not work, or took too long.' },
});

export const copyPart = vocabulary('part of a copy', 'ours', {
	pattern: { label: 'Pattern', meaning: 'The pattern that the use is built on.' },
	prompt: { label: 'Prompt', meaning: 'The text of a prompt.' },
	model: { label: 'Model', meaning: 'The exact version of the model.' },
	setting: { label: 'Setting', meaning: 'A value that can be changed without a new build.' },
	connector: { label: 'Connector', meaning: 'A way into another system.' },
	file: { label: 'File', meaning: 'A file of the starter.' },
});
export type CopyPart = ValueOf<typeof copyPart>;

export const copyVerdict = vocabulary('copy verdict', 'ours', {
	match: { label: 'Match', meaning: 'What runs is what was approved.' },
	'differs-allowed': {
		label: 'Differs, allowed',
		meaning: 'It differs, and the pattern lets a team change it.',
	},
	drift: {
		label: 'Drift',
		meaning: 'It differs from what was approved. Put it back or approve it.',
	},
});
export type CopyVerdict = ValueOf<typeof copyVerdict>;

export const decisionSubject = vocabulary('subject of a decision', 'ours', {
	gate: { label: 'Gate', meaning: 'Whether a criterion of a gate is met.' },
	condition: { label: 'Condition', meaning: 'Whether a condition of an approval is met.' },
	pause: { label: 'Pause', meaning: 'Whether the use is paused or goes on.' },
	measure: { label: 'Measure', meaning: 'Whether a target or a way of counting changes.' },
	council: { label: 'Council', meaning: 'Anything else that the council decided.' },
});

export const decided = vocabulary('decision', 'ours', {
	met: { label: 'Met', meaning: 'The criterion or condition is met.' },
	'not-met': { label: 'Not met', meaning: 'The criterion or condition is not met.' },
	agreed: { label: 'Agreed', meaning: 'The proposal was agreed.' },
	refused: { label: 'Refused', meaning: 'The proposal was refused.' },
	'does-not-apply': {
		label: 'Does not apply',
		meaning: 'It has no place here, for the reason given.',
	},
});

export const useState = vocabulary('state of a use', 'brief §10', {
	pilot: { label: 'Pilot', meaning: 'A few people try it, until an end date.' },
	live: { label: 'Live', meaning: 'People rely on it in their daily work.' },
	paused: { label: 'Paused', meaning: 'It is switched off for now. It can go live again.' },
	retired: { label: 'Retired', meaning: 'It is switched off for good. Its records are kept.' },
});
export type UseState = ValueOf<typeof useState>;

export const dataDirection = vocabulary('direction of data', 'brief §10', {
	reads: { label: 'Reads', meaning: 'The use only reads the data.' },
	writes: { label: 'Writes', meaning: 'The use only writes the data.' },
	both: { label: 'Reads and writes', meaning: 'The use reads the data and writes it back.' },
});

export const controlResult = vocabulary('control in an incident', 'ours', {
	failed: {
		label: 'Failed',
		meaning: 'It did not prevent, detect or correct what it should have.',
	},
	held: { label: 'Held', meaning: 'It did what it is for.' },
});

export const gateCheck = vocabulary('gate check', 'ours', {
	'exit-written': { label: 'Exit criteria', meaning: 'The pilot has exit criteria.' },
	'end-set': { label: 'End date', meaning: 'The pilot has an end date.' },
	'tier-computed': { label: 'Tier', meaning: 'The tier follows from the answers of the pattern.' },
	'baseline-measured': { label: 'Baseline', meaning: 'The main measure has a recorded baseline.' },
	'controls-proven': { label: 'Controls', meaning: 'Every required control is proven or waived.' },
	'people-trained': { label: 'Training', meaning: 'Every role has finished its training.' },
	'live-uses': { label: 'Live uses', meaning: 'Enough uses are live on the pattern.' },
	'evidence-complete': { label: 'Evidence', meaning: 'The pack has a record for every item.' },
	'no-severe-incident': { label: 'Incidents', meaning: 'No severe incident of the use is open.' },
	'teams-reuse': { label: 'Teams', meaning: 'Enough teams run the pattern without a variation.' },
	'rules-enforced': { label: 'Rules', meaning: 'Every rule of the catalogue runs in the build.' },
	'outcome-reported': { label: 'Outcome', meaning: 'The outcome of the use has a current value.' },
});
export type GateCheck = ValueOf<typeof gateCheck>;

export const evidenceCheck = vocabulary('check of an evidence item', 'ours', {
	summary: { label: 'Summary', meaning: 'What it does, its tier and its decision rights.' },
	'control-mapping': {
		label: 'Control mapping',
		meaning: 'Its controls and their framework items.',
	},
	'model-history': { label: 'Model history', meaning: 'The model versions on record, with dates.' },
	'prompt-history': {
		label: 'Prompt history',
		meaning: 'The prompt versions on record, with dates.',
	},
	evaluation: { label: 'Evaluation', meaning: 'The newest run of these prompts on this model.' },
	classification: { label: 'Classification', meaning: 'The class of its data, and who set it.' },
	training: { label: 'Training', meaning: 'Every role of the pattern has finished its training.' },
	waivers: { label: 'Waivers', meaning: 'The waivers in force. Having none is an answer too.' },
	drill: { label: 'Drill', meaning: 'The newest drill of this version, and if it worked.' },
	approval: { label: 'Approval', meaning: 'Every seat of its tier has approved this content.' },
});
export type EvidenceCheck = ValueOf<typeof evidenceCheck>;

export const evidenceSupplier = vocabulary('supplier of evidence', 'ours', {
	owner: { label: 'Owner', meaning: 'The team that owns the pattern or use case.' },
	approves: { label: 'Approver', meaning: 'The team that approves use cases.' },
	'owns-data': { label: 'Data owner', meaning: 'The team that owns the data.' },
	'monitors-quality': { label: 'Quality', meaning: 'The team that watches the quality.' },
	responds: { label: 'Responder', meaning: 'The team that responds when it fails.' },
});
export type EvidenceSupplier = ValueOf<typeof evidenceSupplier>;

export const evidenceState = vocabulary('state of an evidence item', 'ours', {
	held: { label: 'Held', meaning: 'The pack contains it, and it is in date.' },
	'none-in-force': { label: 'None in force', meaning: 'There is none, and the pack says so.' },
	lapsed: { label: 'Lapsed', meaning: 'It is too old, or it is about an earlier version.' },
	missing: { label: 'Missing', meaning: 'Nothing shows it yet.' },
});
export type EvidenceState = ValueOf<typeof evidenceState>;

export const answerState = vocabulary('state of an answer', 'ours', {
	answered: { label: 'Answered', meaning: 'The pack has the whole answer.' },
	partly: {
		label: 'Partly answered',
		meaning: 'The pack has some of the answer, and says what is missing.',
	},
	missing: { label: 'Missing', meaning: 'The pack has no answer yet.' },
});
export type AnswerState = ValueOf<typeof answerState>;

export const proofState = vocabulary('state of proof', 'ours', {
	planned: {
		label: 'Planned',
		meaning: 'The pattern says how the control is met. Nothing shows it yet.',
	},
	built: {
		label: 'Built',
		meaning: 'Its tests pass in the starter. No record shows that it works in use.',
	},
	proven: {
		label: 'Proven',
		meaning: 'A record of the right kind exists for this version and is recent enough.',
	},
	lapsed: {
		label: 'Lapsed',
		meaning: 'It was proven, but the record is too old now. Record it again.',
	},
	waived: { label: 'Waived', meaning: 'The council lets the use go without it until a date.' },
});
export type ProofState = ValueOf<typeof proofState>;

export const limitVerdict = vocabulary('verdict on a limit', 'ours', {
	met: { label: 'Met', meaning: 'The whole interval at 95% is within the limit.' },
	'not-met': { label: 'Not met', meaning: 'None of the interval at 95% is within the limit.' },
	'not-resolved': {
		label: 'Not resolved',
		meaning: 'The interval includes the limit, so these cases cannot decide it.',
	},
});
export type LimitVerdict = ValueOf<typeof limitVerdict>;

export const measureVerdict = vocabulary('verdict on a measure', 'ours', {
	'on-target': { label: 'On target', meaning: 'The newest value is within the target.' },
	'off-target': { label: 'Off target', meaning: 'The newest value is outside the target.' },
	'not-resolved': {
		label: 'Not resolved',
		meaning: 'Too few cases were counted to tell if the target is reached.',
	},
	'too-early': {
		label: 'Too early',
		meaning: 'It has just gone live, so there is no value to judge yet.',
	},
	'not-measured': {
		label: 'Not measured',
		meaning: 'There is no recent value, although there should be one.',
	},
});
export type MeasureVerdict = ValueOf<typeof measureVerdict>;

export const redFlag = vocabulary('red flag', 'ours', {
	'incident-open': { label: 'Incident open', meaning: 'An incident has not been closed.' },
	'report-late': {
		label: 'Report overdue',
		meaning: 'Somebody must be told about an incident, and the time allowed has passed.',
	},
	'control-missing': {
		label: 'Required control not built',
		meaning: 'The policy requires a control, and nothing shows that it exists.',
	},
	'not-approved': {
		label: 'In use without approval',
		meaning: 'The use is live, and what it runs on is not approved.',
	},
	'gate-missed': {
		label: 'Stage without its gate',
		meaning: 'The use entered a stage before everything that its gate requires was true.',
	},
	'pilot-over': { label: 'Pilot has run over', meaning: 'The last day of the pilot has passed.' },
	'not-proven': {
		label: 'Required control not proven',
		meaning: 'A required control is built, nobody has shown that it works, and no day is planned.',
	},
	'proof-lapsed': { label: 'Evidence lapsed', meaning: 'The newest record is too old to count.' },
	'off-target': {
		label: 'Off target',
		meaning: 'The newest value of the main measure is outside the target.',
	},
	'not-measured': {
		label: 'Not measured',
		meaning: 'The main measure has no recent value, although there should be one.',
	},
	drift: {
		label: 'Differs from the approved version',
		meaning: 'The last check found a part that is not what was approved.',
	},
	'waiver-ends': { label: 'Waiver ends soon', meaning: 'A waiver is about to end.' },
	'model-retires': {
		label: 'Model retires soon',
		meaning: 'The supplier is about to switch off the version of the model that is used.',
	},
	'review-overdue': { label: 'Review overdue', meaning: 'The day of the review has passed.' },
	'one-supplier': {
		label: 'Too much with one supplier',
		meaning: 'More high-tier uses depend on one supplier alone than the policy allows.',
	},
});
export type RedFlag = ValueOf<typeof redFlag>;

export const queueKind = vocabulary('kind of queue item', 'ours', {
	duty: { label: 'Report', meaning: 'Somebody must be told about an incident.' },
	action: { label: 'Incident action', meaning: 'An action after an incident is not done.' },
	incident: {
		label: 'Open incident',
		meaning: 'An incident has no open action and can be closed.',
	},
	unapproved: {
		label: 'In use without approval',
		meaning: 'A live use runs on something that is not approved.',
	},
	control: { label: 'Control', meaning: 'A required control is planned, missing or not proven.' },
	signature: { label: 'Signature', meaning: 'A seat has not signed this version.' },
	review: { label: 'Review', meaning: 'A review or an approval comes to its last day.' },
	condition: { label: 'Condition', meaning: 'A condition of an approval has a day.' },
	pilot: { label: 'End of a pilot', meaning: 'A pilot comes to its last day.' },
	gate: { label: 'Gate', meaning: 'A use entered a stage before its gate was met.' },
	drift: {
		label: 'Difference',
		meaning: 'A part that runs is not the part that was approved.',
	},
	waiver: { label: 'Waiver', meaning: 'A waiver comes to its last day.' },
	proof: { label: 'Evidence', meaning: 'Evidence of a control lapses, or has lapsed.' },
	model: { label: 'Model', meaning: 'The supplier switches off the version of the model.' },
	value: { label: 'Measured value', meaning: 'A value is due, or the newest becomes too old.' },
	target: { label: 'Off target', meaning: 'The main measure is outside its target.' },
	supplier: { label: 'One supplier', meaning: 'Too many high-tier uses depend on one supplier.' },
});
export type QueueKind = ValueOf<typeof queueKind>;

export const coverageState = vocabulary('coverage', 'ours', {
	over: { label: 'Over the limit', meaning: 'A live use sends data above what may pass here.' },
	none: { label: 'Not covered', meaning: 'Live uses need it, and in none of them is it proven.' },
	part: { label: 'Partly covered', meaning: 'It is proven in some of the live uses that need it.' },
	accepted: {
		label: 'Remaining risk accepted',
		meaning: 'Not all of it is proven, and someone has accepted what remains until a day.',
	},
	full: { label: 'Covered', meaning: 'It is proven in every live use that needs it.' },
	designed: {
		label: 'Designed only',
		meaning: 'It is in the design, and no live use shows that it works. It does not count.',
	},
});
export type CoverageState = ValueOf<typeof coverageState>;

export const maturityCheck = vocabulary('maturity check', 'ours', {
	'patterns-approved': { label: 'Patterns approved', meaning: 'Patterns that are approved today.' },
	'uses-owned': { label: 'Uses owned', meaning: 'Live uses with a named business owner.' },
	'seats-filled': { label: 'Seats filled', meaning: 'Seats of the council that can sign today.' },
	'council-meets': {
		label: 'Council meets',
		meaning: 'The council met in the last 45 days, and its next meeting is planned.',
	},
	'uses-approved': { label: 'Uses approved', meaning: 'Live uses that are approved.' },
	'pattern-reused': {
		label: 'Patterns reused',
		meaning: 'Patterns that two teams or more use without changes to the design.',
	},
	'controls-proven': {
		label: 'Controls proven',
		meaning: 'Live uses in which every required control is proven or waived.',
	},
	'uses-measured': { label: 'Uses measured', meaning: 'Live uses with a recent main value.' },
	'people-trained': {
		label: 'People trained',
		meaning: 'Live uses in which every role is trained.',
	},
	'switch-drilled': {
		label: 'Drills',
		meaning: 'Live uses with a drill that worked in the last 12 months.',
	},
	'evidence-complete': {
		label: 'Evidence complete',
		meaning: 'Live uses whose evidence pack has every item.',
	},
	'cost-recorded': {
		label: 'Cost recorded',
		meaning: 'Live uses with the spend of the newest month.',
	},
	'outcomes-measured': { label: 'Outcomes measured', meaning: 'Outcomes with a recent value.' },
	'suppliers-spread': {
		label: 'Suppliers',
		meaning: 'High-tier uses that do not depend on a supplier with too many of them.',
	},
});
export type MaturityCheck = ValueOf<typeof maturityCheck>;
