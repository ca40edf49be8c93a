/** One JSON line for each thing that happened. Everything is redacted before it is written. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Redact } from '../controls/data-loss-prevention.ts';

export type Write = (line: string) => void;
export type AuditFields = Readonly<Record<string, unknown>>;

export interface Audit {
	line: (event: string, fields: AuditFields) => void;
}

/** Fields that our own code makes up. A redaction rule would take their ids for account numbers. */
const MADE_HERE: ReadonlySet<string> = new Set(['trace', 'traces', 'event', 'time', 'digest']);

export function openAudit(redact: Redact, clock: Clock, write: Write): Audit {
	return {
		line: (event, fields) =>
			write(
				JSON.stringify({
					time: clock.now().toISOString(),
					event,
					...Object.fromEntries(cleanFields(fields, redact)),
				}),
			),
	};
}

/** The value with every text in it redacted, including the names of fields. */
export function withoutSecrets(value: unknown, redact: Redact): unknown {
	if (typeof value === 'string') {
		const { text, remains } = redact(value);
		return remains.length > 0 ? `[HELD BACK: ${remains.join(', ')}]` : text;
	}
	if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, redact));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(cleanFields(value, redact));
}

/**
 * Field names are redacted too, because a list indexed by number has the number as its field name.
 */
const cleanFields = (value: object, redact: Redact): [string, unknown][] =>
	Object.entries(value).map(([key, item]) => [
		redact(key).text,
		MADE_HERE.has(key) ? item : withoutSecrets(item, redact),
	]);

/** Appends lines to a file that only its owner can read. */
export function fileWriter(file: string): Write {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	return (line) => appendFileSync(file, `${line}\n`, { mode: 0o600 });
}
