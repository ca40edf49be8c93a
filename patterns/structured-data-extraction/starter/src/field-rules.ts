/**
 * What code can say about one value: its form, whether its quote supports it, the rules of its
 * field.
 */
import { isDay } from './clock.ts';
import { checks } from './controls/data-loss-prevention.ts';
import type { FieldType, SchemaField } from './schemas.ts';

const FORMS: Record<FieldType, RegExp> = {
	// Markup and control characters do not belong in a field, whatever reads it next.
	text: /^(?!.*<[a-z!/])[^\p{Cc}\p{Cf}\p{Co}]{1,400}$/iu,
	code: /^[\p{L}\d][\p{L}\d./_#:+-]{0,63}$/u,
	date: /^(?:19|20)\d{2}-\d{2}-\d{2}$/,
	number: /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/,
	amount: /^-?(?:0|[1-9]\d{0,14})\.\d{2} [A-Z]{3}$/,
	boolean: /^(?:true|false)$/,
};

/** Whether a value has the form of its type. A date must also exist. */
export function isOfForm(type: FieldType, value: string): boolean {
	if (value !== value.trim() || !FORMS[type].test(value)) return false;
	return type !== 'date' || isDay(value);
}

const joined = (source: string) => source.replace(/\s+/g, '');
const spaced = (source: string) => source.replace(/\s+/g, ' ').trim();

/** Whether the words of a quote contain the value. True or false can be said in any words. */
export function carries(type: FieldType, value: string, quote: string): boolean {
	if (type === 'text') return spaced(quote).includes(spaced(value));
	if (type === 'code') return joined(quote).includes(joined(value));
	if (type === 'date') return carriesDate(value, quote);
	if (type === 'boolean') return true;
	return numbersIn(quote).has(Number.parseFloat(value));
}

/** Year and day are figures in every language; the month can be a word. */
function carriesDate(value: string, quote: string): boolean {
	const [year = '', , day = ''] = value.split('-');
	const figures: string[] = quote.match(/\d+/g) ?? [];
	const hasYear = figures.includes(year) || figures.includes(year.slice(2));
	return hasYear && figures.some((figure) => figure.length < 3 && Number(figure) === Number(day));
}

/**
 * Every number that a text can mean. Figures with gaps are read as one number and also separately.
 * A lone point or comma before three digits is read both ways.
 */
export function numbersIn(source: string): Set<number> {
	const tokens = [...source.matchAll(/-?\d[\d.,' \u00a0]*/g)].flatMap(([token]) => [
		token.replace(/['\s]/g, ''),
		...token.split(/['\s]+/),
	]);
	const found = new Set<number>();
	for (const token of tokens) {
		const plain = token.replace(/[.,]+$/, '');
		if (plain === '') continue;
		found.add(Number(plain.replace(/[.,]/g, '')));
		const [, whole = '', rest] = /^(.*)[.,](\d{1,6})$/.exec(plain) ?? [];
		if (rest !== undefined) found.add(Number(`${whole.replace(/[.,]/g, '')}.${rest}`));
	}
	return found;
}

type Values = ReadonlyMap<string, string | undefined>;

/** Rules that a value breaks, one sentence each. The value itself is not repeated. */
export function rulesBroken({ name, type, rules }: SchemaField, values: Values): string[] {
	const value = values.get(name);
	if (!rules || value === undefined) return [];
	const { least, most, digits, form, after, sumOf } = rules;
	const size = Number.parseFloat(value);
	const before = after === undefined ? undefined : values.get(after);
	const broken: string[] = [];
	if (least !== undefined && size < least) broken.push(`below ${least}`);
	if (most !== undefined && size > most) broken.push(`above ${most}`);
	if (digits !== undefined && !checks[digits](value)) broken.push(`check digits (${digits}) fail`);
	if (form !== undefined && !new RegExp(`^(?:${form})$`, 'u').test(value)) {
		broken.push('another form than this organisation knows');
	}
	if (before !== undefined && value < before) broken.push(`before ${after}`);
	if (sumOf !== undefined && !addsUp(value, sumOf, type, values)) {
		broken.push(`not the sum of ${sumOf.join(', ')}`);
	}
	return broken;
}

/**
 * If a part is missing or in another currency, nothing can be added, so that does not match either.
 */
function addsUp(total: string, parts: readonly string[], type: FieldType, values: Values): boolean {
	const found = parts.map((part) => values.get(part));
	const currency = total.slice(-3);
	const inCents = (value: string) => Math.round(Number.parseFloat(value) * 100);
	let sum = 0;
	for (const value of found) {
		if (value === undefined) return false;
		if (type === 'amount' && value.slice(-3) !== currency) return false;
		sum += inCents(value);
	}
	return sum === inCents(total);
}

/**
 * A text that a spreadsheet shows and never runs: a leading formula sign gets an apostrophe before
 * it.
 */
export const escaped = (value: string): string =>
	/^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
