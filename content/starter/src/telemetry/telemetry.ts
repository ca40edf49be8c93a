/**
 * Spans through the OpenTelemetry API. Without an SDK, nothing is sent and nothing fails. If you
 * register the SDK of your platform before `openServices`, the same calls reach your collector.
 */

import { randomBytes } from 'node:crypto';
import { context, type Span, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { assertInContract, type Contract, type Signals } from './contract.ts';

export interface ItemSpan {
	/** Trace id, even without an SDK. It joins everything about one item. */
	trace: string;
	set: (signals: Signals) => void;
	/** A span of its own inside it, such as one call to the model. */
	child: (name: string, signals: Signals) => void;
	end: () => void;
}

export interface Telemetry {
	/**
	 * With a trace id, the span continues that trace, for example if a person decides hours later.
	 */
	start: (name: string, traceId?: string) => ItemSpan;
	/** A later event on the same trace, such as what a person did. */
	later: (traceId: string, name: string, signals: Signals) => void;
}

const SCOPE = 'pattern-starter';

export function openTelemetry(contract: Contract): Telemetry {
	const tracer = trace.getTracer(SCOPE);
	const attributes = (span: Span, signals: Signals) => {
		assertInContract(signals, contract);
		span.setAttributes({ ...signals });
	};
	return {
		start: (name, known) => {
			const parent = known ? parentOf(known) : context.active();
			const span = tracer.startSpan(name, { kind: SpanKind.INTERNAL }, parent);
			const inside = trace.setSpan(parent, span);
			const { traceId } = span.spanContext();
			return {
				trace: known ?? (/^0+$/.test(traceId) ? randomBytes(16).toString('hex') : traceId),
				set: (signals) => attributes(span, signals),
				child: (part, signals) => {
					const kind = part === 'chat' ? SpanKind.CLIENT : SpanKind.INTERNAL;
					const child = tracer.startSpan(part, { kind }, inside);
					attributes(child, signals);
					child.end();
				},
				end: () => span.end(),
			};
		},
		later: (traceId, name, signals) => {
			const span = tracer.startSpan(name, {}, parentOf(traceId));
			attributes(span, signals);
			span.end();
		},
	};
}

/** The context of a trace whose first span ended long ago, perhaps in another process. */
function parentOf(traceId: string) {
	const spanId = randomBytes(8).toString('hex');
	const remote = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
	return trace.setSpanContext(context.active(), remote);
}
