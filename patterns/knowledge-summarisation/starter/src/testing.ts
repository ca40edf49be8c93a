/** What the tests of the workflow use: services in memory, scripted models, two articles. */
import { type Clock, fixedClock } from './clock.ts';
import { type KillSwitch, switchOver } from './controls/kill-switch-rollback.ts';
import type { Wait } from './controls/source-permissions.ts';
import type { ModelCall, ModelGateway } from './gateway/gateway.ts';
import { type Scripted, scriptedGateway } from './gateway/scripted-gateway.ts';
import { ROOT } from './root.ts';
import { openServices } from './services.ts';
import { type SourceRecord, type SourceRecords, standInStore } from './stand-ins.ts';
import { openBriefs } from './workflow.ts';

const PINS = {
	'summarise-with-sources': 'general-chat-2026-09-15',
	'check-summary-support': 'small-fast-2026-08-20',
};

export const TEXT = 'Laptops from the loan pool are lent for up to 14 days.';

/** An article that every check passes. */
export const article = (more: Partial<SourceRecord> = {}): SourceRecord => ({
	title: 'Loan of equipment',
	owner: 'Workplace Services',
	updated: '2026-08-03',
	space: 'workplace',
	class: 'internal',
	label: undefined,
	readers: ['all-staff'],
	indexedReaders: undefined,
	links: undefined,
	text: TEXT,
	...more,
});

/** A document: a label instead of space and class. */
export const document = (more: Partial<SourceRecord> = {}): SourceRecord =>
	article({ space: undefined, class: undefined, label: 'internal', ...more });

/** A brief that every check accepts for the sources in these tests. */
export const GOOD = {
	decision: 'answered',
	title: 'Laptop loans',
	statements: [{ text: 'A laptop is lent for up to 14 days.', sources: ['K1'] }],
	conflicts: [] as { about: string; sources: string[] }[],
	missing: [] as string[],
	suspiciousSources: [] as string[],
};

export const verdict = (number: number, more: object = {}) => ({
	number,
	verdict: 'supported',
	quote: 'are lent for up to 14 days',
	problem: '',
	...more,
});
export const SUPPORTED = { verdicts: [verdict(1)] };

export const QUESTION = {
	id: 'one',
	by: 'reader-01',
	audience: 'practitioner',
	text: 'How long may a laptop be on loan?',
};

export interface Models extends ModelGateway {
	writer: Scripted;
	checker: Scripted;
	calls: () => ModelCall[];
}

/** Two models on their pinned versions: one writes these answers in turn, the other one checks. */
export function models(
	writes: readonly (object | string)[],
	checks: readonly (object | string)[],
): Models {
	const writer = scriptedGateway(PINS['summarise-with-sources'], ...writes);
	const checker = scriptedGateway(PINS['check-summary-support'], ...checks);
	return {
		about: 'Two scripts',
		writer,
		checker,
		calls: () => [...writer.calls, ...checker.calls],
		ask: (call) => (call.prompt === 'check-summary-support' ? checker : writer).ask(call),
	};
}

export interface Stage {
	gateway?: ModelGateway;
	articles?: SourceRecords;
	documents?: SourceRecords;
	groups?: Record<string, readonly string[]>;
	clock?: Clock;
	killSwitch?: KillSwitch;
	wait?: Wait;
	root?: string;
}

const READERS = ['staff-readers', 'all-staff'];

/** The workflow in a test: everything it writes ends up in lists. */
export async function staged(options: Stage = {}) {
	const lines: string[] = [];
	const prompts: string[] = [];
	const services = await openServices({
		root: options.root ?? ROOT,
		clock: options.clock ?? fixedClock('2026-11-20T09:00:00Z'),
		gateway: options.gateway ?? models([GOOD], [SUPPORTED]),
		killSwitch: options.killSwitch ?? switchOver(() => true),
		writeAudit: (line) => lines.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const groups = options.groups ?? { 'reader-01': READERS, 'reader-02': READERS };
	const directory = { groupsOf: (person: string) => groups[person] };
	const records = options.articles ?? { K1: article() };
	const articles = standInStore('knowledge-base', records, directory, services);
	const documents = standInStore('document-store', options.documents ?? {}, directory, services);
	const systems = { articles, documents, directory };
	const briefs = openBriefs(services, systems, options.wait);
	const ask = (more: Partial<typeof QUESTION> = {}) => briefs.answer({ ...QUESTION, ...more });
	/** Lines of the audit log of one kind. */
	const audited = (event: string): Record<string, unknown>[] =>
		lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
	return { services, articles, documents, briefs, ask, lines, prompts, audited };
}
