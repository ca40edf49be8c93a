/**
 * Replaces what the model and the log do not need by typed marks, and says when something remains
 * that must not go on.
 *
 * The rules of policy/dlp.yaml know data by its form. Names in running text need a recogniser for
 * your languages; where the platform has one, run it before these rules.
 */
import { fields, list, oneOf, optional, text } from '../policy/shape.ts';
import { Refusal, SetupError } from '../refusal.ts';
import { cleaned } from './prompt-injection-filter.ts';

export const CONTROL = 'data-loss-prevention';

export const dlpShape = fields({
	replace: list(
		fields({
			id: text,
			mark: text,
			/** A group named `value` is replaced alone; without one the whole match is. */
			pattern: text,
			check: optional(oneOf('luhn', 'mod97')),
		}),
	),
	hold: list(fields({ id: text, pattern: text })),
});
export type DlpPolicy = ReturnType<typeof dlpShape>;

export interface Redacted {
	text: string;
	/** How many values were replaced, by the mark that stands for them. */
	replaced: Record<string, number>;
	/** Ids of the hold rules that still match. */
	remains: string[];
}

export type Redact = (source: string) => Redacted;

/** Check digits by name. */
export const checks = { luhn, mod97 };

/** Makes the redaction; it is used before the prompt and before everything that is kept. */
export function openRedaction(policy: DlpPolicy): Redact {
	const rules = policy.replace.map(({ id, mark, pattern, check }) => ({
		mark,
		pattern: compiled(id, pattern),
		check: check ? checks[check] : () => true,
	}));
	const holds = policy.hold.map(({ id, pattern }) => ({ id, pattern: compiled(id, pattern) }));
	return (source) => {
		const replaced: Record<string, number> = {};
		let left = cleaned(source);
		for (const { mark, pattern, check } of rules) {
			left = left.replace(pattern, (match: string, ...rest: unknown[]) => {
				const value = groupOf(rest) ?? match;
				if (!check(value)) return match;
				replaced[mark] = (replaced[mark] ?? 0) + 1;
				return match.replace(value, () => mark);
			});
		}
		const remains = holds.filter(({ pattern }) => left.search(pattern) >= 0).map(({ id }) => id);
		return { text: left, replaced, remains };
	};
}

/** @throws Refusal when something is left that no rule could replace. */
export function assertNothingRemains({ remains }: Redacted): void {
	if (remains.length === 0) return;
	throw new Refusal(CONTROL, 'sensitive-data-left', `What remains: ${remains.join(', ')}.`);
}

/** With named groups, the last argument of a replacer holds them. */
function groupOf(rest: readonly unknown[]): string | undefined {
	const groups = rest.at(-1);
	if (typeof groups !== 'object' || groups === null) return undefined;
	const value = Object.entries(groups).find(([name]) => name === 'value')?.[1];
	return typeof value === 'string' ? value : undefined;
}

/** The check digit of payment cards. */
function luhn(value: string): boolean {
	const digits = [...value.replace(/\D/g, '')].reverse().map(Number);
	const sum = digits.reduce((total, digit, index) => {
		const counted = index % 2 === 1 ? digit * 2 : digit;
		return total + (counted > 9 ? counted - 9 : counted);
	}, 0);
	return digits.length > 0 && sum % 10 === 0;
}

/** The check digits of international account numbers. */
function mod97(value: string): boolean {
	const plain = value.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
	const turned = plain.slice(4) + plain.slice(0, 4);
	let rest = 0;
	for (const letter of turned) {
		for (const digit of String(Number.parseInt(letter, 36)))
			rest = (rest * 10 + Number(digit)) % 97;
	}
	return rest === 1;
}

function compiled(id: string, pattern: string): RegExp {
	try {
		return new RegExp(pattern, 'gu');
	} catch {
		throw new SetupError(`The rule "${id}" of policy/dlp.yaml does not compile.`, 'Mend it.');
	}
}
