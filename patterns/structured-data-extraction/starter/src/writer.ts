/**
 * Nodes writer and record: the accepted values, in the six variables, on a task that is still open.
 */
import type { Connector } from './connectors/connector.ts';
import { type Caller, callerOf } from './controls/access-control.ts';
import { escaped } from './field-rules.ts';
import type { Intake } from './intake.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** A workflow engine can do more than every connector can: complete a task and stop a process. */
export interface ProcessEngine extends Connector {
	/** Completing a task twice has no further effect and is not an error. */
	complete: (task: string, caller: Caller) => Promise<void>;
	/** Stops the process of the task where it is, or lets it go on. */
	setStopped: (task: string, stopped: boolean, caller: Caller) => Promise<void>;
}

/** What a reviewer accepts: exactly the values shown, with the source of each. */
export interface AcceptedRecord {
	item: string;
	document: string;
	documentVersion: string;
	schemaVersion: string;
	values: Record<string, string | null>;
	sources: Record<string, { page: number; quote: string } | null>;
}

/** The six variables. A spreadsheet shows every text in them and never runs it. */
export function variablesOf(
	{ values, sources, schemaVersion, documentVersion }: AcceptedRecord,
	reviewer: string,
	trace: string,
) {
	const safe = Object.entries(values).map(([name, value]) => [name, safeValue(value)] as const);
	const quotes = Object.entries(sources).map(
		([name, source]) => [name, source && { ...source, quote: escaped(source.quote) }] as const,
	);
	return {
		captured_values: Object.fromEntries(safe),
		captured_sources: Object.fromEntries(quotes),
		schema_version: schemaVersion,
		document_version: documentVersion,
		reviewer_id: reviewer,
		trace_id: trace,
	};
}

/** A negative number starts with a sign and is not a formula. */
const safeValue = (value: string | null) =>
	value === null || /^-?\d+(?:\.\d+)?(?: [A-Z]{3})?$/.test(value) ? value : escaped(value);

export type Write = (run: Run, accepted: AcceptedRecord, reviewer: string) => Promise<void>;

export function openWriter(services: Services, engine: ProcessEngine, intake: Intake): Write {
	const { access, killSwitch, overrides } = services;
	return async (run, accepted, reviewer) => {
		run.at('writer');
		// Things may have changed while the reviewer read, so check switch, people, task and document
		// again.
		killSwitch.assertOn();
		overrides.assertFree(accepted.item);
		await intake.assertUnchanged(run, accepted.document, accepted.documentVersion, reviewer);
		run.done(`Task open, document ${accepted.documentVersion}, switch on.`);
		run.at('record');
		const caller = callerOf(access, run.trace);
		await engine.write(accepted.item, variablesOf(accepted, reviewer, run.trace), caller);
		await engine.complete(accepted.item, caller);
		run.done(`Six variables set for ${reviewer}, task completed.`);
	};
}
