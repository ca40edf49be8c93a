/**
 * The least data each collection accepts; together they cite one another and break no rule.
 *
 * The ground that the examples of the rules stand on, and the tests.
 */
import { type CollectionName, collectionNames, collections, type DataOf } from '#schemas/index.ts';
import { registerSchema } from '#schemas/register.ts';
import * as words from '#schemas/vocabularies.ts';
import { named } from '../judge/records/id.ts';
import { keysAt } from '../model/schema-walk.ts';
import { MINIMAL_RELEASE_DIGEST } from '../rules/released-unchanged.ts';
import { completed, type Given } from '../scaffold/complete.ts';
import { minimalPattern } from './minimal-pattern.ts';

const governed = {
	title: 'An entry',
	summary: 'An entry made for a test, and nothing more.',
	status: 'proposed' as const,
	owner: 'office',
	version: '1.0.0',
	reviewed: '2026-11-01',
};
const published = { ...governed, status: 'published' as const };
const sentence = 'A sentence that is long enough.';
const rating = { likelihood: 'possible' as const, impact: 'minor' as const };
const change = {
	version: '1.0.0',
	date: '2026-11-01',
	impact: 'minor' as const,
	summary: 'First version of it.',
};

/** Digest of the minimal prompt; a use case that runs it names it. */
const MINIMAL_PROMPT_DIGEST = '0f33beef9328dc99c7ea46a6b3a7fe0e55e3fb5c41e7e5d7c17645806f6fffbe';
const released = { ...change, version: '0.9.0' };

const ids = {
	patterns: 'summary',
	registers: 'summary',
	prompts: 'ask',
	cases: 'ask',
	controls: 'logging',
	risks: 'leak',
	metrics: 'adoption',
	connectors: 'gateway',
	models: 'small',
	roles: 'analyst',
	guides: 'start',
	frameworks: 'rules-2026',
	approvals: 'patterns/summary/1.0.0.technology',
	'use-cases': 'office-summary',
	outcomes: 'less-reading',
	incidents: 'wrong-summary',
	records: 'use-cases/office-summary/decision.2026-10',
	releases: 'ask@0.9.0',
	withdrawn: 'risks.old',
	policy: 'policy',
	organisation: 'organisation',
	glossary: 'glossary',
	synonyms: 'synonyms',
	wording: 'wording',
} satisfies { readonly [Name in CollectionName]?: string };

/** The id an entry of each collection has unless it is told otherwise. */
export const MINIMAL_IDS: Readonly<Record<CollectionName, string>> = {
	// A collection that no example speaks of has any id.
	...(Object.fromEntries(collectionNames.map((name) => [name, 'example'])) as Record<
		CollectionName,
		string
	>),
	...ids,
};

/** What is said of each minimal entry, because examples and tests speak of it. */
const given: { readonly [Name in CollectionName]?: () => Given<DataOf<Name>> } = {
	patterns: minimalPattern,
	registers: () => registerSchema.strip().parse(minimalOf('patterns')),
	prompts: () => ({
		version: '1.0.0',
		description: 'Answers one question in one sentence.',
		model: 'small',
		config: {},
		input: { schema: { question: 'string, what is asked' } },
		output: { format: 'text' },
		'catalogue.variables': {
			question: {
				label: 'Question',
				dataClass: 'internal',
				maxLength: 200,
				untrusted: false,
				personalData: 'none',
			},
		},
		'catalogue.reviewed': '2026-11-01',
		'catalogue.aliases': [],
		'catalogue.knownFailures': [],
		'catalogue.changes': [
			{ ...change, impact: 'major', action: 'Switch to the shorter answer.' },
			{ ...released, digest: MINIMAL_RELEASE_DIGEST },
		],
	}),
	cases: () => ({
		cases: (['golden', 'edge'] as const).map((kind) => ({
			name: `The ${kind} case`,
			kind,
			input: { question: 'Why?' },
			expect: [{ type: 'includes' as const, value: 'because' }],
		})),
	}),
	controls: () => ({
		...governed,
		type: 'detective',
		codifiedIn: 'config',
		mitigates: ['leak'],
		operator: 'analyst',
		demands: [
			{ name: 'First', text: sentence },
			{ name: 'Second', text: sentence },
		],
		evidence: [{ kind: 'log-config', what: sentence, from: 'low', inDateFor: 'a year' }],
	}),
	risks: () => ({
		...published,
		category: 'security',
		rating: { low: rating, medium: rating, high: rating },
	}),
	metrics: () => ({
		...published,
		dimension: 'adoption',
		unit: '%',
		direction: 'higher',
		formula: 'Uses divided by chances, per week.',
		source: 'Trace store',
	}),
	connectors: () => ({
		...governed,
		system: 'Model gateway',
		systemClass: 'gateway',
		auth: { model: 'workload-identity', how: 'The platform gives each job an identity.' },
		scopes: [{ access: 'invoke', allows: 'Calls the models on the list.' }],
		ceiling: 'confidential',
		logFields: ['time', 'caller', 'model', 'version'],
		rateLimit: 'Ten calls a second per caller',
		regions: ['Here'],
	}),
	models: () => ({
		...governed,
		supplier: 'The supplier',
		pinnedVersion: '2026-10-01',
		hosting: 'cloud',
		decidedBy: 'cost',
		regions: ['Here'],
		ceiling: 'confidential',
		contextTokens: 8000,
		retires: '2027-10-01',
	}),
	roles: () => ({
		...published,
		tasks: ['judgement'],
		workChanges: 'Reads the answer and decides what to do with it.',
		learns: ['Reading', 'Judging', 'Reporting'].map((topic) => ({
			topic,
			how: sentence,
			doneWhen: sentence,
		})),
	}),
	guides: () => ({
		...published,
		reader: 'team-lead',
		order: 1,
		answer: 'Start with the question, not with the tool.',
	}),
	frameworks: () => ({
		title: 'Rules',
		summary: 'Identifiers made for a test, and nothing more.',
		edition: '2026',
		publisher: 'Nobody',
		url: 'https://rules.example/',
		licence: 'Public domain',
		status: 'current',
		owner: 'office',
		reviewed: '2026-11-01',
		sources: ['Made for a test'],
		items: [{ id: 'R1', title: 'First rule', kind: 'risk' }],
	}),
	'use-cases': () => ({
		...governed,
		status: 'proposed',
		pattern: 'summary',
		builtOn: { version: '1.0.0', digest: '0'.repeat(64) },
		businessOwner: 'Head of Office',
		outcome: 'less-reading',
		state: 'pilot',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-11-01' }],
		pilot: { exit: [sentence], ends: '2027-01-31' },
		tier: 'low',
		data: 'internal',
		personalData: 'none',
		sources: [
			{
				system: 'Wiki',
				direction: 'reads',
				data: 'internal',
				personalData: 'none',
				fields: ['text'],
				keptFor: 'Not kept',
				dataOwner: 'Head of Office',
				classifiedOn: '2026-11-01',
			},
		],
		prompts: [{ prompt: 'ask', version: '1.0.0', digest: MINIMAL_PROMPT_DIGEST }],
		model: { model: 'small', pin: '2026-10-01', region: 'Here' },
		connectors: [{ connector: 'gateway', access: 'invoke', data: 'internal' }],
		switchOff: { who: 'Anyone', how: 'Turn the switch to off.' },
		measures: [
			{
				metric: 'business-impact',
				headline: true,
				target: { atLeast: 90 },
				owner: 'Head of Office',
				source: 'Trace store',
			},
		],
		decisionRights: {
			approvesUseCase: 'council',
			ownsData: 'office',
			monitorsQuality: 'office',
			respondsToFailure: 'office',
		},
	}),
	outcomes: () => ({
		title: 'Less reading',
		summary: 'People read less and know as much as before.',
		owner: 'office',
		reviewed: '2026-11-01',
		category: 'service-efficiency',
		accountable: 'Head of Office',
		metric: 'business-impact',
		baseline: 70,
		target: { atLeast: 90 },
		combine: { how: 'sum' },
	}),
	incidents: () => ({
		title: 'A wrong summary',
		summary: 'A summary left out the most important line.',
		number: 'INC-2026-001',
		owner: 'office',
		severity: 'sev-3',
		use: 'office-summary',
		ran: { version: '1.0.0', pattern: '1.0.0' },
		responds: 'Head of Office',
		started: { at: '2026-10-10T09:00Z', by: 'Trace store', what: sentence },
		noticed: { at: '2026-10-10T10:00Z', by: 'An analyst', what: sentence },
		known: { at: '2026-10-10T10:30Z', by: 'Head of Office', what: sentence },
		contained: { at: '2026-10-10T11:00Z', by: 'Head of Office', what: sentence },
		closed: { at: '2026-10-12T11:00Z', by: 'Head of Office', what: sentence },
		risks: ['leak'],
		affected: { cases: 1, people: 1 },
		controls: [{ control: 'logging', result: 'held', why: sentence }],
		causes: [sentence],
		goldenCase: { prompt: 'ask', text: 'Why is it so?', expect: { answer: 'because' } },
		actions: [{ what: sentence, who: 'Office', by: '2026-10-12', done: '2026-10-12' }],
		duties: [],
	}),
	records: () => ({
		records: [
			named({
				kind: 'decision',
				on: '2026-10-20',
				source: 'Minutes of the council',
				by: 'Council',
				added: { by: 'Tess Reviewer', on: '2026-10-20' },
				of: { version: '1.0.0', digest: '0'.repeat(64) },
				about: 'council',
				decided: 'agreed',
				because: sentence,
			}),
		],
	}),
	approvals: () => ({
		statement: {
			format: 1,
			subject: 'patterns/summary',
			version: '1.0.0',
			digest: '0'.repeat(64),
			reliesOn: {},
			seat: 'technology',
			member: 'tess@example.com',
			name: 'Tess Reviewer',
			date: '2026-11-02',
			reviewBy: '2027-11-02',
			conditions: [],
			authors: ['Ada Writer <ada@example.com>'],
		},
		before: true,
		files: {},
	}),
	releases: () => ({
		...given.prompts?.(),
		version: '0.9.0',
		'catalogue.changes': [released],
	}),
	withdrawn: () => ({
		title: 'An old risk',
		summary: 'A risk that was withdrawn, and nothing more.',
		owner: 'office',
		withdrawn: '2026-11-01',
		because: 'It was the same as another one.',
	}),
	policy: () => ({
		version: '1.0.0',
		owner: 'office',
		reviewed: '2026-11-01',
		tiers: [
			{ tier: 'high', when: { decidesAboutPerson: true }, because: 'It decides about a person.' },
			{ tier: 'medium', when: { data: ['confidential'] }, because: 'Its data is confidential.' },
		],
		baselines: { low: ['logging'], medium: [], high: [] },
		conditions: [],
		highTier: { controls: ['logging'], gate: 'logging', actions: ['write', 'write-approved'] },
		personDecision: { controls: ['logging'], waivable: [] },
		evidenceFrom: {
			controls: 'early-production',
			baselines: 'early-production',
			training: 'early-production',
		},
		training: [...words.trainingTopic.values],
		evaluation: {
			always: words.evaluationDimension.values.slice(0, 5),
			sensitive: [],
			sensitiveMetrics: [],
			staleErrorAfterDays: 14,
			power: { assumedShare: 33, chance: 80, worseBy: 50, mayPass: 10 },
		},
		proof: { evaluation: [], training: [] },
		incidents: {
			severities: words.severity.values.map((severity) => ({
				severity,
				means: sentence,
				containMinutes: 60,
				stopsGates: true,
			})),
			duties: [],
		},
		flags: { waiverDays: 30, modelDays: 90, valueMonths: 3, tooEarlyMonths: 2 },
		maturity: {
			levels: [1, 2, 3, 4, 5].map((level) => ({ name: `Level ${level}`, means: sentence })),
			questions: [2, 3, 4, 5].map((level) => ({
				id: `question-${level}`,
				level,
				text: 'We have written it down.',
				next: 'Write it down on one page.',
				who: 'Office',
				effort: 'One day',
			})),
		},
		queue: {
			aheadDays: 120,
			signDays: 14,
			firstSignDays: 90,
			agenda: { opening: [], closing: [] },
		},
		reviewMonths: { low: 12, medium: 6, high: 3 },
		overdue: { errorAfterDays: 30, errorFrom: 'high' },
		models: { retirementWarnDays: 90, errorAfterDays: 14, mostOnOneSupplier: 50 },
		approval: {
			seats: { low: ['technology'], medium: ['technology'], high: ['technology'] },
			parts: { controls: ['technology'], connectors: ['technology'], models: ['technology'] },
			replacing: [],
			quorum: 1,
			signedFrom: 'medium',
			unsigned: 'Approved, not signed',
			voids: ['controls', 'connectors', 'models', 'patterns', 'base', 'demands'],
			partsGraceDays: 30,
			landingDays: 14,
		},
		waivers: {
			maxDays: { low: 90, medium: 90, high: 30 },
			neverRules: [],
			neverControls: [],
			neverControlsAt: { low: [], medium: [], high: [] },
		},
		prompts: { abstainFrom: 'medium' },
		language: { acronyms: { AI: 'artificial intelligence' } },
		coreMetrics: ['adoption'],
		portfolioRisks: [],
		publicHosts: [],
		stages: words.stage.values.map((stage) => ({
			stage,
			objective: 'Learn something',
			governance: 'A light review',
			metrics: 'A few of them',
			operating: 'In one team',
			gate: [{ criterion: 'The tier is computed', check: 'tier-computed' as const }],
		})),
		telemetry: {
			namespace: 'test',
			signals: words.telemetrySubject.values.map((subject) => ({
				what: `Signal ${subject}`,
				subject,
				fields: [`test.${subject}`],
				sensitive: false,
				keepDays: 200,
			})),
			mandatory: [...words.telemetrySubject.values],
			sensitiveControls: ['logging'],
			annexIIIDays: 180,
			mostDays: 400,
		},
		evidencePack: [{ item: 'The approval', from: 'low', check: 'approval', frameworks: [] }],
	}),
	glossary: () => ({
		terms: [
			{
				id: 'prose',
				term: 'prose',
				otherNames: [],
				definition: 'The text of an entry, apart from its data.',
				see: [],
				linked: true,
			},
		],
	}),
	synonyms: () => ({ same: [['email', 'message']], means: [], asked: [] }),
	wording: () => ({
		avoid: [{ pattern: '\\bin vain\\b', better: 'for nothing', allow: [] }],
		later: [],
		fine: [],
	}),
	organisation: () => ({
		name: 'Example Organisation',
		catalogue: 'Catalogue',
		site: { url: 'https://patterns.example/' },
		repository: { url: 'https://git.example/patterns', branch: 'main' },
		contact: '#patterns',
		council: {
			team: 'office',
			version: '1.0.0',
			seats: [{ seat: 'technology', team: 'office', members: [] }],
		},
		teams: [
			{ id: 'office', name: 'Office', contact: '#office', does: 'Is responsible for all of it.' },
			{ id: 'council', name: 'Council', contact: '#council', does: 'Decides what may be used.' },
		],
	}),
};

/** The data with every text that returns numbered, as no sentence is used for two fields. */
function distinct(data: unknown): unknown {
	const seen = new Map<string, number>();
	const walk = (value: unknown): unknown => {
		if (typeof value === 'string' && value.includes(' ') && value.length >= 25) {
			const count = (seen.get(value) ?? 0) + 1;
			seen.set(value, count);
			return count === 1 ? value : value.replace(/\.?$/, ` ${count}.`);
		}
		if (Array.isArray(value)) return value.map(walk);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
	};
	return walk(data);
}

const ground = { today: '2026-11-01', anyId: (set: string) => citable.get(set) };
const citable = new Map<string, string>([...Object.entries(MINIMAL_IDS), ['teams', 'office']]);

const kept = new Map<CollectionName, unknown>();

/** What is said of an entry that no example speaks of: what every governed entry has. */
function ordinary<Name extends CollectionName>(name: Name): Given<DataOf<Name>> {
	const keys = new Set(keysAt(collections[name].schema, []));
	const known = Object.entries(governed).filter(([key]) => keys.has(key));
	// Only keys of its own schema are left.
	return Object.fromEntries(known) as Given<DataOf<Name>>;
}

/** Fresh minimal data of a collection, so that whoever asked may change it. */
function minimalOf<Name extends CollectionName>(name: Name): DataOf<Name> {
	const said = given[name]?.() ?? ordinary(name);
	const known = kept.get(name) ?? distinct(completed<Name>(name, said, ground));
	kept.set(name, known);
	// Each name keeps the data of its own collection.
	return structuredClone(known) as DataOf<Name>;
}

/** Fresh minimal data per collection, so that whoever asked may change it. */
export const minimal = Object.fromEntries(
	collectionNames.map((name) => [name, () => minimalOf(name)]),
	// Object.fromEntries loses the literal keys; every collection of the registry has its maker.
) as unknown as { [Name in CollectionName]: () => DataOf<Name> };
