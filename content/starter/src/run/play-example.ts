/**
 * Plays the worked example for tests and keeps everything it produces: runs, spans, both logs, the
 * last lines.
 */
import { trace } from '@opentelemetry/api';
import {
	BasicTracerProvider,
	InMemorySpanExporter,
	SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { fixedClock } from '../clock.ts';
import { EXAMPLE_START, openExample } from '../example.ts';
import { ROOT } from '../root.ts';
import { openServices } from '../services.ts';
import { readContract } from '../telemetry/contract.ts';
import type { Run } from './run.ts';

/** Once in a process, because the tracer it registers is the one for the whole process. */
export async function playExample() {
	const exporter = new InMemorySpanExporter();
	const processors = [new SimpleSpanProcessor(exporter)];
	trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: processors }));
	const audit: string[] = [];
	const prompts: string[] = [];
	const services = await openServices({
		root: ROOT,
		clock: fixedClock(EXAMPLE_START),
		writeAudit: (line) => audit.push(line),
		writePrompts: (line) => prompts.push(line),
	});
	const example = openExample(services);
	const runs: Run[] = [];
	for (const { act } of example.steps) runs.push(await act());
	const spans = exporter.getFinishedSpans();
	const sent = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
	/** Everything that is stored or shown anywhere, to look for what must not be in it. */
	const kept = [
		JSON.stringify(spans.map(({ attributes, name, events }) => [attributes, name, events])),
		...audit,
		...prompts,
		JSON.stringify(runs),
		...example.after(),
		JSON.stringify(services.overrides.all()),
	].join('\n');
	/**
	 * Signals of the contract that were never sent, except those about subjects the pattern does not
	 * have.
	 */
	const unsent = (...absent: string[]): string[] =>
		readContract(ROOT)
			.fields.filter(({ sensitive, subject = '' }) => !sensitive && !absent.includes(subject))
			.map(({ field }) => field)
			.filter((field) => !sent.has(field));
	return { runs, spans, sent, audit, prompts, kept, unsent };
}
