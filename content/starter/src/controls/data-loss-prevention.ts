/**
 * Replaces what the model and the log do not need with typed marks, and says when something is left
 * that must not be passed on.
 *
 * The rules of policy/dlp.yaml recognise data by its form. Names in running text need a recogniser
 * for your languages. If your platform has one, run it before these rules.
 */
import { compilePattern } from '../policy/patterns.ts';
import { fields, list, oneOf, optional, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';
import { cleaned } from './prompt-injection-filter.ts';

export const CONTROL = 'data-loss-prevention';

export const dlpShape = fields({
	replace: list(
		fields({
			id: text,
			mark: text,
			/** If there is a group named `value`, only that is replaced. Otherwise the whole match is. */
			pattern: text,
			check: optional(oneOf('luhn', 'mod97')),
		}),
	),
	hold: list(fields({ id: text, pattern: text })),
});
export type DlpPolicy = ReturnType<typeof dlpShape>;

export interface Redacted {
	text: string;
	/** How many values were replaced, by mark. */
	replaced: Record<string, number>;
	/** Ids of the hold rules that still match. */
	remains: string[];
}

export type Redact = (source: string) => Redacted;

/** Check digits by name. */
export const checks = { luhn, mod97 };

/** Makes the redaction, which runs before the prompt and before anything is stored. */
export function openRedaction(policy: DlpPolicy): Redact {
	// With the flag "d", a match says where its value is: the same letters may also be in its word.
	const compiled = (id: string, pattern: string) =>
		compilePattern(pattern, 'dgu', `the rule "${id}" of policy/dlp.yaml`);
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
			let result = '';
			let end = 0;
			for (const match of left.matchAll(pattern)) {
				const [from, to] = match.indices?.groups?.value ?? match.indices?.[0] ?? [0, 0];
				if (!check(left.slice(from, to))) continue;
				replaced[mark] = (replaced[mark] ?? 0) + 1;
				result += left.slice(end, from) + mark;
				end = to;
			}
			left = result + left.slice(end);
		}
		const remains = holds.filter(({ pattern }) => left.search(pattern) >= 0).map(({ id }) => id);
		return { text: left, replaced, remains };
	};
}

/** @throws Refusal if something is left that no rule could replace. */
export function assertNothingRemains({ remains }: Redacted): void {
	if (remains.length === 0) return;
	throw new Refusal(CONTROL, 'sensitive-data-left', `What remains: ${remains.join(', ')}.`);
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
