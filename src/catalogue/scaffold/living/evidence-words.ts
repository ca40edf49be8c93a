/** What the evidence of each control shows, and where a reviewer would find the original. */
import type { EvidenceKind } from '#schemas/vocabularies.ts';

export interface EvidenceWords {
	/** Kind of evidence, where the control asks for several. */
	kind: EvidenceKind;
	what: string;
	source: string;
	by: string;
}

const security = 'Information Security';
const platform = 'AI Platform Engineering';
const quality = 'Service Quality Lead';

export const evidenceWords: Readonly<Record<string, EvidenceWords>> = {
	'abuse-monitoring': {
		kind: 'monitoring-snapshot',
		what: 'Four weeks of alarms: seven looked at, none of them abuse.',
		source: 'Alarm report of the model gateway',
		by: security,
	},
	'access-control': {
		kind: 'test-report',
		what: 'Three service accounts were tried beyond their permissions, and each was refused.',
		source: 'Access review of the service accounts',
		by: security,
	},
	'approval-gate': {
		kind: 'test-report',
		what: 'None of 40 records was saved before a clerk had confirmed it.',
		source: 'Test report of the workflow engine',
		by: quality,
	},
	'data-classification': {
		kind: 'test-report',
		what: 'Thirty records above the class were offered, and all of them were refused.',
		source: 'Classification test of the sources',
		by: 'Data Office',
	},
	'data-loss-prevention': {
		kind: 'test-report',
		what: 'All of 120 planted names and account numbers were replaced before the model saw them.',
		source: 'Test report of the input screen',
		by: security,
	},
	'drift-monitoring': {
		kind: 'monitoring-snapshot',
		what: 'Live labels agreed with the corrections of agents as often as on release day.',
		source: 'Monthly drift review',
		by: quality,
	},
	'evaluation-harness': {
		kind: 'test-report',
		what: 'A weaker model and a broken prompt were both stopped by the evaluation.',
		source: 'Report of the planted faults in the evaluation pipeline',
		by: platform,
	},
	'feedback-channel': {
		kind: 'monitoring-snapshot',
		what: 'All 31 reports of the month were answered, half of them within three hours.',
		source: 'Monthly report of the feedback channel',
		by: quality,
	},
	'grounding-citations': {
		kind: 'test-report',
		what: 'In 194 of 200 answers each statement is supported by the source it names.',
		source: 'Sample of answers, read by two people',
		by: quality,
	},
	'human-override': {
		kind: 'monitoring-snapshot',
		what: 'Staff changed 2,870 results in the month, each in one step.',
		source: 'Monthly report of changed results',
		by: quality,
	},
	'model-version-pinning': {
		kind: 'test-report',
		what: 'A call without the fixed version was refused, and every call in the log names it.',
		source: 'Test report and call log of the model gateway',
		by: platform,
	},
	'output-validation': {
		kind: 'test-report',
		what: 'All 88 malformed answers were refused and went to a person.',
		source: 'Test report of the output check',
		by: platform,
	},
	'prompt-change-control': {
		kind: 'prompt-history',
		what: 'The prompt that runs has the fingerprint of the approved version.',
		source: 'Release record of the prompt',
		by: platform,
	},
	'prompt-injection-filter': {
		kind: 'test-report',
		what: 'All 60 attack texts were held or handled by their facts.',
		source: 'Test report of the input screen',
		by: security,
	},
	'prompt-response-logging': {
		kind: 'log-config',
		what: 'Prompts and answers are kept for 180 days with names replaced. Ten entries were read.',
		source: 'Export of the log settings',
		by: platform,
	},
	'rate-spend-limits': {
		kind: 'log-config',
		what: 'The limits per minute and per month are set, and a test call above them was refused.',
		source: 'Export of the limits in the model gateway',
		by: platform,
	},
	'release-gate': {
		kind: 'approval-record',
		what: 'The release was approved by the roles that the pattern names, after a passing run.',
		source: 'Release approval in the change log of the team',
		by: 'Release Manager',
	},
	'source-permissions': {
		kind: 'test-report',
		what: 'Twenty readers without the right to a source got no answer from it.',
		source: 'Test report of the search index',
		by: security,
	},
	'impact-assessment': {
		kind: 'impact-assessment',
		what: 'Assessment of who is affected and how, with three actions that are still open.',
		source: 'Impact assessment of 27 November 2026, 14 pages',
		by: 'Legal and Compliance',
	},
	'retention-policy': {
		kind: 'retention-config',
		what: 'The deletion rules ran on their day, and the log has no entry older than they allow.',
		source: 'Export of the deletion rules',
		by: 'Data Office',
	},
	'user-disclosure': {
		kind: 'disclosure-text',
		what: 'The letter tells claimants that AI collects passages and a person decides.',
		source: 'Letter to claimants, version 2',
		by: 'Legal and Compliance',
	},
};

/** For a control that was added to the policy after these words were written. */
export const otherEvidence: Omit<EvidenceWords, 'kind'> = {
	what: 'The control was tried as its page says, and it worked.',
	source: 'Test report of the team',
	by: quality,
};
