/** The least pattern its schema accepts, citing the other minimal entries. */
import type { Pattern } from '#schemas/pattern.ts';
import * as words from '#schemas/vocabularies.ts';
import type { Given } from '../scaffold/complete.ts';

const sentence = 'A sentence that is long enough.';

/** Fresh data of a low-tier pattern that breaks no rule beside the other minimal entries. */
export function minimalPattern(): Given<Pattern> {
	return {
		title: 'Summary',
		summary: 'A pattern made for a test, and nothing more.',
		status: 'proposed',
		owner: 'office',
		version: '1.0.0',
		reviewed: '2026-11-01',
		problem: 'summarise',
		outcome: 'service-efficiency',
		techniques: ['rules'],
		stage: 'pilot',
		businessOwner: 'Head of Office',
		fit: 'It fits a team that reads too much.',
		exposure: {
			data: 'internal',
			personalData: 'none',
			effect: 'informs',
			reach: 'team',
			reversibility: 'easy',
			untrustedInput: false,
			decidesAboutPerson: false,
		},
		architecture: {
			summary: 'A text goes in, a shorter one comes out.',
			steps: ['read', 'answer'],
			nodes: (['data', 'model', 'policy', 'observability'] as const).map((layer) => ({
				id: `${layer}-node`,
				layer,
				step: 1,
				kind: 'service' as const,
				title: `The ${layer}`,
				does: sentence,
			})),
			flows: [
				{ from: 'data-node', to: 'model-node', kind: 'data', data: 'internal' },
				{ from: 'policy-node', to: 'model-node', kind: 'decides' },
				{ from: 'model-node', to: 'observability-node', kind: 'reports' },
			],
		},
		connectors: [{ connector: 'gateway', access: 'invoke', data: 'internal' }],
		prompts: ['ask'],
		models: ['small'],
		risks: [
			{
				risk: 'leak',
				likelihood: 'possible',
				impact: 'minor',
				mitigatedBy: ['logging'],
			},
		],
		controls: [
			{
				control: 'logging',
				codifiedIn: 'config',
				file: 'logging.yaml',
				evidence: { kind: 'log-config', source: 'Settings export' },
			},
		],
		metrics: words.metricDimension.values.map((metric) => ({
			metric,
			target: { atLeast: 90 },
			source: 'Trace store',
		})),
		evaluation: {
			dataset: 'A hundred texts, a fifth renewed each quarter.',
			limits: words.evaluationDimension.values.slice(0, 5).map((dimension) => ({
				dimension,
				measure: 'Good answers',
				unit: '%',
				limit: { atLeast: 90 },
				cases: 300,
			})),
		},
		effort: {
			people: sentence,
			weeks: { from: 4, to: 6 },
			data: sentence,
			start: sentence,
		},
		rollout: [{ stage: 'pilot', exit: [sentence] }],
		people: [
			{
				role: 'analyst',
			},
		],
		incident: {
			summary: 'One switch turns it off; people read for themselves.',
			contact: 'office',
			triggers: [
				{ when: sentence, severity: 'sev-1', first: 'Turn it off', who: 'Anyone' },
				{ when: sentence, severity: 'sev-2', first: 'Turn it off', who: 'Anyone' },
			],
		},
		decisionRights: {
			approvesUseCase: 'council',
			ownsData: 'office',
			monitorsQuality: 'office',
			respondsToFailure: 'office',
		},
		changes: [
			{ version: '1.0.0', date: '2026-11-01', impact: 'minor', summary: 'First version of it.' },
		],
	};
}
