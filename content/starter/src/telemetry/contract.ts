/**
 * The fields that can be sent, as the catalogue names them. telemetry/contract.json comes with the
 * starter. A name that is not in it, or a sensitive one, is never put on a span.
 */
import { readText } from '../policy/read-policy.ts';
import { fields, flag, list, number, optional, text } from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';

const contractShape = fields({
	about: text,
	fields: list(
		fields({
			field: text,
			/** What it records about every production call; undefined for the pattern's own fields. */
			subject: optional(text),
			sensitive: flag,
			keepDays: optional(number),
		}),
	),
});
export type Contract = ReturnType<typeof contractShape>;

/** Fields upstream defines that are useful beside the contract. */
const BESIDE: ReadonlySet<string> = new Set([
	'gen_ai.operation.name',
	'gen_ai.usage.input_tokens',
	'gen_ai.usage.output_tokens',
]);

export type Value = string | number | boolean | string[];
export type Signals = Readonly<Record<string, Value>>;

export function readContract(root: string): Contract {
	const file = 'telemetry/contract.json';
	const value: unknown = JSON.parse(readText(root, file));
	return contractShape(value, file);
}

/** @throws SetupError for a field that must not be on a span. */
export function assertInContract(signals: Signals, contract: Contract): void {
	for (const name of Object.keys(signals)) {
		const known = contract.fields.find(({ field }) => field === name);
		if (known?.sensitive) {
			throw new SetupError(`${name} is sensitive.`, 'Write it to the prompt log, redacted.');
		}
		if (!known && !BESIDE.has(name)) {
			throw new SetupError(`${name} is not in the contract.`, 'Use a name from contract.json.');
		}
	}
}
