/**
 * Nodes queues and rules: the queue list, the rows that route without a model, the connected forms.
 *
 * Queue list and rows decide as much as the prompt does, so they change in the same way: with a new
 * version, whose digest a reviewer put into policy/tables.lock.yaml. Rows of the lock are never
 * removed, so it is also the history of what ran.
 */
import type { AccessPolicy } from './controls/access-control.ts';
import { dataClass, fieldsAbove } from './controls/data-classification.ts';
import { literal } from './policy/patterns.ts';
import { readPolicy, readText } from './policy/read-policy.ts';
import { fields, list, oneOf, optional, record, type Shape, text } from './policy/shape.ts';
import { digestOf } from './prompts/read-prompt.ts';
import { SetupError } from './refusal.ts';

/** Where people sort by hand; every new ticket arrives there. */
export const FRONT_DESK = 'front-desk';
const LOCK = 'policy/tables.lock.yaml';

const queuesShape = fields({
	version: text,
	queues: list(fields({ id: text, handles: text, notFor: text, owner: text })),
});
const rulesShape = fields({
	version: text,
	rules: list(
		fields({
			form: optional(text),
			topic: optional(text),
			site: optional(text),
			phrases: optional(list(text)),
			queue: text,
		}),
	),
});
const formsShape = fields({
	forms: list(
		fields({
			id: text,
			/** A form about people has no word here, so it cannot be connected. */
			about: oneOf('things', 'access'),
			class: dataClass,
			dataOwner: text,
			marked: text,
		}),
	),
});
type Rule = ReturnType<typeof rulesShape>['rules'][number];

export interface Request {
	form: string;
	topic: string | undefined;
	site: string | undefined;
	title: string;
	text: string;
}

export interface Tables {
	/** Version of the queue list. */
	version: string;
	/** In the form that the prompt takes. */
	queues: { id: string; handles: string; notFor: string }[];
	forms: ReadonlySet<string>;
	/** The first row that matches, by its number from 1. */
	match: (request: Request) => { row: number; queue: string } | undefined;
}

/**
 * Reads the tables. @throws SetupError for a table that was not reviewed, or contradicts another.
 */
export function openTables(root: string, access: AccessPolicy): Tables {
	const { version, queues } = readReviewed(root, 'queues', queuesShape);
	const { rules } = readReviewed(root, 'rules', rulesShape);
	const { forms } = readPolicy(root, 'policy/forms.yaml', formsShape);
	const classes = Object.fromEntries(forms.map((form) => [form.id, form.class]));
	const [above] = fieldsAbove({ ...access, connectors: { form: { read: classes, write: {} } } });
	if (above) throw new SetupError(above, 'Remove the form from policy/forms.yaml.');
	for (const { id } of queues) {
		if (access.delegation.covers.includes(id)) continue;
		throw new SetupError(`Queue "${id}" is not in delegation.covers.`, 'Its owner must grant it.');
	}
	for (const [index, { queue, ...conditions }] of rules.entries()) {
		const row = `Row ${index + 1} of policy/rules.yaml`;
		if (!queues.some(({ id }) => id === queue)) {
			throw new SetupError(`${row} names the queue "${queue}".`, 'Use one of policy/queues.yaml.');
		}
		if (Object.values(conditions).every((condition) => condition === undefined)) {
			throw new SetupError(`${row} matches everything.`, 'Set a form, topic, site or phrase.');
		}
	}
	return {
		version,
		queues: queues.map(({ id, handles, notFor }) => ({ id, handles, notFor })),
		forms: new Set(forms.map(({ id }) => id)),
		match: (request) => {
			const index = rules.findIndex((rule) => matches(rule, request));
			const found = rules[index];
			return found && { row: index + 1, queue: found.queue };
		},
	};
}

function matches({ form, topic, site, phrases }: Rule, request: Request): boolean {
	const words = `${request.title}\n${request.text}`;
	return (
		(form === undefined || form === request.form) &&
		(topic === undefined || topic === request.topic) &&
		(site === undefined || site === request.site) &&
		(phrases === undefined || phrases.some((phrase) => holdsPhrase(words, phrase)))
	);
}

/** Whole words, in small or capital letters; a line break counts as a space. */
function holdsPhrase(source: string, phrase: string): boolean {
	const words = phrase.split(/\s+/).map(literal);
	return new RegExp(`(?<![\\p{L}\\d])${words.join('\\s+')}(?![\\p{L}\\d])`, 'iu').test(source);
}

function readReviewed<T extends { version: string }>(root: string, name: string, shape: Shape<T>) {
	const file = `policy/${name}.yaml`;
	const table = readPolicy(root, file, shape);
	const digest = digestOf(readText(root, file).replaceAll('\r\n', '\n'));
	const locked = readPolicy(root, LOCK, record(record(text)))[name]?.[table.version];
	if (locked === digest) return table;
	throw locked === undefined
		? new SetupError(
				`${file} ${table.version} is not in ${LOCK}.`,
				`After its review add there, under ${name}: "${table.version}": ${digest}`,
			)
		: new SetupError(`${file} changed and is still ${table.version}.`, 'Raise its version.');
}
