/** A policy and an organisation for a catalogue that has none. */
import { byQueueKind } from '#schemas/queue.ts';
import type { Catalogue } from '../model/catalogue.ts';

/**
 * Stands in for a policy or organisation that was not accepted, only so that every other file can
 * still be read and its references checked. Rules that need the real ones do not run then, and no
 * page is built, because that file has an error.
 */
export const NOTHING: Pick<Catalogue, 'policy' | 'organisation'> = {
	policy: {
		version: '0.0.0',
		owner: '',
		reviewed: '',
		tiers: [],
		baselines: { low: [], medium: [], high: [] },
		conditions: [],
		highTier: { controls: [], gate: '', actions: [] },
		personDecision: { controls: [], waivable: [] },
		evidenceFrom: { controls: 'pilot', baselines: 'pilot', training: 'pilot' },
		training: [],
		evaluation: {
			always: [],
			sensitive: [],
			sensitiveMetrics: [],
			staleErrorAfterDays: 14,
			power: { assumedShare: 33, chance: 80, worseBy: 50, mayPass: 10 },
		},
		proof: { evaluation: [], training: [] },
		incidents: { severities: [], duties: [] },
		flags: { waiverDays: 30, modelDays: 90, valueMonths: 3, tooEarlyMonths: 2 },
		queue: {
			aheadDays: 1,
			signDays: 1,
			firstSignDays: 1,
			kinds: byQueueKind(() => ({ ifLate: '' })),
			agenda: { opening: [], closing: [] },
		},
		maturity: { levels: [], questions: [] },
		reviewMonths: { low: 12, medium: 6, high: 3 },
		overdue: { errorAfterDays: 30, errorFrom: 'high' },
		models: { retirementWarnDays: 90, errorAfterDays: 14, mostOnOneSupplier: 50 },
		approval: {
			seats: { low: [], medium: [], high: [] },
			parts: { controls: [], connectors: [], models: [] },
			replacing: [],
			quorum: 1,
			signedFrom: 'low',
			unsigned: '',
			voids: [],
			partsGraceDays: 0,
			landingDays: 1,
		},
		waivers: {
			maxDays: { low: 1, medium: 1, high: 1 },
			neverRules: [],
			neverControls: [],
			neverControlsAt: { low: [], medium: [], high: [] },
		},
		prompts: { abstainFrom: 'high' },
		language: { acronyms: {} },
		coreMetrics: [],
		portfolioRisks: [],
		publicHosts: [],
		stages: [],
		telemetry: {
			namespace: '',
			signals: [],
			mandatory: [],
			sensitiveControls: [],
			annexIIIDays: 1,
			mostDays: 1,
		},
		evidencePack: [],
	},
	organisation: {
		name: '',
		catalogue: '',
		site: { url: '' },
		repository: { url: '', branch: '' },
		contact: '',
		council: { team: '', version: '0.0.0', seats: [] },
		teams: [],
	},
};
