/** Field builders that several schemas share: text, ids, dates, versions, references. */
import { z } from 'zod';
import { hasHidden } from './hidden.ts';
import { changeImpact, relation, type Status, status } from './vocabularies.ts';

/**
 * One line of text, `min` to `max` characters, without hidden characters. Every field that a person
 * fills is a line: a line break in one could start a heading, a list or raw HTML wherever it is
 * printed. The break that YAML leaves at the end of a block is no break. What has lines, such as the
 * inputs of a test case, is not made with this.
 */
export function text(min: number, max: number) {
	return z
		.string()
		.refine((value) => value.trim().length >= min, {
			error: (issue) => `${amount(String(issue.input))}. At least ${min} are needed.`,
		})
		.refine((value) => value.length <= max, {
			error: (issue) => `${amount(String(issue.input))}. The limit is ${max}.`,
		})
		.refine((value) => !hasHidden(value), {
			error: 'contains a hidden character. Type the text again without it.',
		})
		.refine((value) => !/[\r\n]/.test(value.trimEnd()), {
			error: 'has a line break; write it as one line, or in YAML after ">-".',
		})
		.meta({ minLength: min, maxLength: max });
}

const amount = (value: string) =>
	value.trim() === '' ? 'is empty' : `is ${value.length} characters long`;

/**
 * A list in which no two groups say the same under a key: of two, one would be passed over without a
 * word. The finding is at the second.
 *
 * @example
 * once(z.array(meeting), 'day', 'Delete or merge one of them.')
 */
export function once<Item extends z.ZodObject, List extends z.ZodArray<Item>>(
	list: List & z.ZodArray<Item>,
	key: keyof z.output<Item> & string,
	fix: string,
): List {
	return list.check(({ value, issues }) => {
		const seen = new Set<unknown>();
		for (const [at, item] of value.entries()) {
			const said = item[key];
			if (seen.has(said)) {
				const message = `is "${said}", which is already in the list. ${fix}`;
				issues.push({ code: 'custom', input: said, path: [at, key], message });
			}
			seen.add(said);
		}
	});
}

/**
 * A group whose check can compare a count with `atLeast`. Beside any other check a number would be
 * passed over without a word. Where it is a must, a gate cannot open for any by being silent.
 */
export function counted<Item extends z.ZodObject>(
	item: Item,
	checks: readonly string[],
	number: 'must' | 'can',
): Item {
	return item.check(({ value, issues }) => {
		// Both fields are in the groups that have such a check, and have been read by their schemas.
		const { check, atLeast } = value as { check?: string; atLeast?: number };
		const counts = check !== undefined && checks.includes(check);
		if (counts ? number === 'can' || atLeast !== undefined : atLeast === undefined) return;
		issues.push({
			code: 'custom',
			input: value,
			path: [counts ? 'check' : 'atLeast'],
			message: counts
				? `"${check}" counts, and does not say how many are enough. Add \`atLeast\`, such as atLeast: 2.`
				: `has no effect: ${check === undefined ? 'a person decides this' : `"${check}" does not count`}. Delete \`atLeast\`, or use a check that counts: ${checks.join(' or ')}.`,
		});
	});
}

/** The form of every id: lower-case words joined by hyphens, as it stands in the address. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** An id that is written in a file, since no path says it. */
export const ownId = (what: string) =>
	z.string().regex(ID, {
		error: (issue) => `"${issue.input}" is not ${what}; use lower-case words and hyphens.`,
	});

/** A semantic version. YAML would read an unquoted 1.10 as the number 1.1, hence the hint. */
export const version = z
	.string({
		error: (issue) =>
			typeof issue.input === 'number'
				? `${issue.input} is a number; write it in quotes with three parts, such as "1.2.0".`
				: undefined,
	})
	.regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/, {
		error: (issue) => `"${issue.input}" is not a version; write three numbers, such as "1.2.0".`,
	})
	.describe('Semantic version in quotes: breaking.addition.correction, such as "1.2.0".');

/** A calendar date that exists. */
export const date = z.iso
	.date({
		error: (issue) => `"${issue.input}" is not a date; write year-month-day, such as 2026-11-22.`,
	})
	.describe('Calendar date, year-month-day, such as 2026-11-22.');

/** A moment: a day, a time to the minute and an offset, so that clocks can be compared. */
export const moment = z
	.string()
	.regex(
		/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/,
		{
			error: (issue) =>
				`"${issue.input}" is not a moment; write day, time and offset, such as 2026-11-25T09:10Z.`,
		},
	)
	.refine((value) => !Number.isNaN(Date.parse(value)) && isDay(value.slice(0, 10)), {
		error: (issue) => `"${issue.input}" is not a day that exists.`,
	})
	.describe('Day, time and offset, such as 2026-11-25T09:10Z.');

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

/** A calendar month. */
export const month = z
	.string()
	.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, {
		error: (issue) => `"${issue.input}" is not a month; write year-month, such as 2026-10.`,
	})
	.describe('Calendar month, year-month, such as 2026-10.');

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the code of a currency: "GBP". */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** An amount of money. */
export const money = z
	.strictObject({
		amount: z.number().min(0).describe('Amount, as a plain number.'),
		currency: z
			.string()
			.regex(/^[A-Z]{3}$/, {
				error: (issue) => `"${issue.input}" is not a currency; write three letters, such as GBP.`,
			})
			.refine((code) => !/^[A-Z]{3}$/.test(code) || isCurrency(code), {
				error: (issue) => `"${issue.input}" is not the code of a currency; write one, such as GBP.`,
			})
			.describe('Currency, three letters, such as GBP.'),
	})
	.describe('An amount and its currency.');

/** Marks invented data. Pages, counts and exports say so wherever they show it. */
export const example = z
	.literal(true)
	.optional()
	.describe('Set to true if the data is invented. Pages and exports then say "Example data".');

/**
 * A reference to another entry by id. `to` is a collection, or a set of ids that an entry defines
 * (such as the `teams` of the organisation). It is resolved after every file has been read.
 */
export function ref(to: string) {
	return z
		.string()
		.regex(ID, {
			error: (issue) =>
				`"${issue.input}" is not an id; ids are lower-case words joined by hyphens, such as "data-leakage".`,
		})
		.meta({ ref: to });
}

/** An identifier of an external framework; `sibling` is the key beside it that names the framework. */
export function itemOf(sibling: string) {
	return z
		.string({
			error: (issue) =>
				typeof issue.input === 'number'
					? `${issue.input} is a number; write the identifier in quotes, such as "2.10".`
					: undefined,
		})
		.min(1)
		.meta({ itemOf: sibling });
}

/** An https address, or http for hosts inside the organisation. */
export const url = z
	.string()
	.regex(/^https?:\/\/[^\s"'<>\\]+$/, {
		error: (issue) => `"${issue.input}" is not a web address; start it with https://.`,
	})
	.describe('Web address, starting with https://.');

export const title = text(3, 80).describe('Short name in sentence case, as people say it.');
export const summary = text(20, 240).describe(
	'One or two sentences: what it is and who it is for. Shown in lists, in search and at the top of the page.',
);
export const aliases = z
	.array(text(2, 60))
	.max(12)
	.default([])
	.describe('Other names people search for. Search finds the entry by any of them.');
export const owner = ref('teams').describe(
	'Team that is responsible for the entry: an id under `teams` in content/organisation.yaml.',
);
export const reviewed = date
	.describe(
		'Date of the last full review. The review interval in content/policy.yaml sets when the next one is due.',
	)
	.meta({ label: 'Last full review' });

/** A status among these; the words of the others say why they cannot be written here. */
function written(words: readonly Status[], others: string) {
	return status.schema
		.refine((value) => words.includes(value), {
			error: (issue) => `"${issue.input}" ${others}; write ${words.join(', ')}.`,
		})
		.meta({ ...status.schema.meta(), written: words });
}

/** The status of what the council approves. Signatures make it approved, so nobody writes that. */
export const declared = written(
	['draft', 'proposed', 'deprecated', 'withdrawn'],
	'cannot be written by hand: signatures decide what is approved',
).describe('State of the entry. Signatures make it approved: npm run approve.');

/** The status of what its owner publishes without the council. */
export const publication = written(
	['draft', 'published', 'deprecated', 'withdrawn'],
	'is a state for entries that the council approves, but this one does not need approval',
).describe('State of the entry. Its owner publishes it, without a council approval.');

const carried = { title, summary, aliases };
const kept = { owner, version, reviewed };

/** What every entry has that the council approves; spread into its strict object. */
export const governed = { ...carried, status: declared, ...kept };

/** What every entry has that its owner publishes; spread into its strict object. */
export const published = { ...carried, status: publication, ...kept };

/** The SHA-256 of a text or a folder. Commands write them; no hand does. */
export const sha256 = z
	.string()
	.regex(/^[0-9a-f]{64}$/, {
		error: (issue) =>
			`"${issue.input}" is not a SHA-256 digest. Do not write one by hand: \`npm run approve\` and \`npm run release\` do it.`,
	})
	.describe('SHA-256 in 64 hexadecimal digits.');

/** One version and what it asks of teams that use the entry. */
export const change = z.strictObject({
	version,
	date: date.describe('Day the version was published.'),
	impact: changeImpact.schema.describe('What teams that already use it must do.'),
	summary: text(10, 240).describe('What changed and why, for teams that use it.'),
	action: text(10, 240)
		.optional()
		.describe('What those teams must do, and by when. Needed for a breaking change.'),
});

/** A list of changes, newest first. The newest version equals the entry's version. */
export const changes = z
	.array(change)
	.min(1)
	.describe('Change log, newest first.')
	.meta({ label: 'Changes' });

/** Items of external frameworks, each with its edition's own id. */
export const frameworks = z
	.array(
		z.strictObject({
			framework: ref('frameworks').describe('Framework and edition: a file in content/frameworks.'),
			item: itemOf('framework').describe(
				'Identifier exactly as the framework writes it, such as "LLM01:2026".',
			),
			relation: relation.schema.describe('How this entry relates to the item.'),
			note: text(5, 200).optional().describe('What is covered, or what is not, in one sentence.'),
		}),
	)
	.describe('Items of external frameworks that this relates to.')
	.meta({ label: 'Framework mapping', section: 'frameworks' });

export type Change = z.output<typeof changes>[number];
export type FrameworkReference = z.output<typeof frameworks>[number];
