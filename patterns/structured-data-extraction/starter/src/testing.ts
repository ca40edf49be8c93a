/** What the tests use: services in memory, two scripted models, one document. */
import { type Clock, fixedClock } from './clock.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelCall, ModelGateway } from './gateway/gateway.ts';
import { ROOT } from './root.ts';
import type { Run } from './run/run.ts';
import { openServices } from './services.ts';
import { memoryDocuments, memoryEngine } from './systems.ts';
import { openExtraction } from './workflow.ts';

const PINS: Readonly<Record<string, string>> = {
	'general-chat': 'general-chat-2026-09-15',
	'long-context': 'long-context-2026-07-10',
};

export const PAGE = `CERTIFICATE OF LIABILITY INSURANCE
Insured: Quillmarsh Fencing Ltd
Policy: LI-4402-9981
Period of insurance: 1 January 2026 to 31 December 2026
Limit: GBP 5,000,000 any one claim. Deductible: GBP 2,500 each claim`;

export interface GivenField {
	name: string;
	state: string;
	value: string | null;
	quote: string | null;
	page: number | null;
	confidence: number;
	reason: string;
}

const found = (name: string, value: string, quote: string): GivenField => ({
	name,
	state: 'found',
	value,
	quote,
	page: 1,
	confidence: 0.96,
	reason: 'Labelled on its own line.',
});

const PERIOD = '1 January 2026 to 31 December 2026';
const GOOD: readonly GivenField[] = [
	found('policy_number', 'LI-4402-9981', 'Policy: LI-4402-9981'),
	found('insured', 'Quillmarsh Fencing Ltd', 'Insured: Quillmarsh Fencing Ltd'),
	found('cover_per_claim', '5000000.00 GBP', 'Limit: GBP 5,000,000 any one claim'),
	found('valid_from', '2026-01-01', PERIOD),
	found('valid_until', '2026-12-31', PERIOD),
	found('deductible', '2500.00 GBP', 'Deductible: GBP 2,500 each claim'),
];

/** An answer that every check accepts for `PAGE`, with some fields changed. */
export const answer = (
	fields: Readonly<Record<string, Partial<GivenField>>> = {},
	more: Readonly<Record<string, unknown>> = {},
) => ({
	documentMatches: true,
	instructionsInText: false,
	fields: GOOD.map((field) => ({ ...field, ...fields[field.name] })),
	...more,
});

export const absent = { state: 'absent', value: null, quote: null, page: null, confidence: 0 };

/** An answer of the settling call about one field. */
export const decision = (name: string, more: Readonly<Record<string, unknown>>) => ({
	decisions: [{ name, value: null, quote: null, page: null, reason: 'It says so.', ...more }],
});

type Answers = readonly (object | string)[];

/**
 * Two models on their pinned versions. Each list is given in turn, and its last answer is repeated.
 */
export function scripted(answers: Readonly<Record<string, Answers>> = {}) {
	const calls: ModelCall[] = [];
	const asked = new Map<string, number>();
	const gateway: ModelGateway & { calls: ModelCall[] } = {
		about: 'A script',
		calls,
		ask: async (call) => {
			calls.push(call);
			const key = call.prompt === 'reconcile-extractions' ? 'settle' : call.model;
			const own = answers[key] ?? [answer()];
			const index = asked.get(key) ?? 0;
			asked.set(key, index + 1);
			const given = own[Math.min(index, own.length - 1)] ?? '';
			const text = typeof given === 'string' ? given : JSON.stringify(given);
			return { text, model: PINS[call.model] ?? call.model, inputTokens: 100, outputTokens: 50 };
		},
	};
	return gateway;
}

type Fields = Record<string, unknown>;

export const newTask = (more: Fields = {}): Fields => ({
	state: 'open',
	documentId: 'doc',
	documentType: 'insurance-certificate',
	reviewerGroup: 'supplier-desk',
	folder: 'incoming-mail',
	...more,
});

export const newDocument = (more: Fields = {}): Fields => ({
	label: 'confidential',
	version: 'v1',
	digest: 'scan-1',
	sender: 'sender-1',
	pages: [PAGE],
	...more,
});

export interface Stage {
	gateway?: ModelGateway;
	tasks?: Record<string, Fields>;
	documents?: Record<string, Fields>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	root?: string;
	/** Alias in the environment, which replaces the first pass. */
	model?: string;
}

export const REVIEWER = 'reviewer-08';

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const prompts: string[] = [];
	const opened = await openServices({
		root: options.root ?? ROOT,
		clock: options.clock ?? fixedClock('2026-11-20T09:00:00Z'),
		gateway: options.gateway ?? scripted(),
		killSwitch: options.killSwitch ?? switchOver(() => true),
		writeAudit: (line) => lines.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const services = { ...opened, model: options.model };
	const { access, logTouch: log } = services;
	const { documents, replace } = memoryDocuments(
		options.documents ?? { doc: newDocument() },
		access,
		log,
	);
	const engine = memoryEngine(options.tasks ?? { one: newTask() }, access, log);
	const extraction = openExtraction(services, { documents, engine });
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	/** A reviewer who confirms each open field and accepts. */
	const accept = (item: string, by = REVIEWER): Promise<Run> => {
		const { fields, digest } = extraction.take(item, by);
		for (const { name, why } of fields) if (why.length > 0) extraction.confirm(item, by, name);
		return extraction.accept(item, by, digest);
	};
	/** Reads a task, and the fields of its record as a reviewer sees them. */
	const shown = async (item = 'one') => {
		const run = await extraction.handle(item);
		const { fields, notes, digest } = extraction.take(item, REVIEWER);
		const field = (name: string) => fields.find((one) => one.name === name);
		return { run, fields, notes, digest, field };
	};
	return {
		services,
		documents,
		replace,
		engine,
		extraction,
		lines,
		prompts,
		audited,
		accept,
		shown,
	};
}

export const outcome = ({ ending, reason }: Pick<Run, 'ending' | 'reason'>) => [ending, reason];
