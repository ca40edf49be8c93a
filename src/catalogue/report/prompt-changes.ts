/** What changed in the contract of a prompt: its variables, and the fields of its answer. */
import type { ChangeKind } from '#schemas/weighing.ts';
import type { Entry } from '../model/catalogue.ts';
import { answerFieldsOf, type Field, variablesOf } from '../read/prompts/variables.ts';
import { weigh } from './breaking.ts';
import type { FieldChange } from './field-changes.ts';
import type { Change } from './report.ts';

/** Whether a change of a prompt's data is told as a change of its contract. */
export function isOfContract({ path, kind }: FieldChange): boolean {
	const [first, second] = path;
	if (first === 'input' || first === 'output') return second === 'schema';
	const comes = kind === 'added' || kind === 'removed';
	return first === 'catalogue.variables' && path.length === 2 && comes;
}

type Side = 'variable' | 'answer';

const NOUN: Record<Side, string> = { variable: 'Variable', answer: 'Answer field' };

/** Changes of variables and answer fields, as code that fills or reads them would feel them. */
export async function contractChanges(
	before: Entry<'prompts'>,
	after: Entry<'prompts'>,
): Promise<Change[]> {
	return [
		...changesOf('variable', await variablesOf(before.data), await variablesOf(after.data)),
		...changesOf('answer', await answerFieldsOf(before.data), await answerFieldsOf(after.data)),
	];
}

function changesOf(
	side: Side,
	before: readonly Field[],
	after: readonly Field[],
	within = '',
): Change[] {
	const old = new Map(before.map((field) => [field.name, field]));
	const now = new Set(after.map(({ name }) => name));
	const called = (name: string) => `${within}${name}`;
	const gone = before
		.filter(({ name }) => !now.has(name))
		.map(({ name }) => say(side, [], 'removed', `${NOUN[side]} removed: ${called(name)}`));
	const rest = after.flatMap((field) => {
		const previous = old.get(field.name);
		if (previous) return changesOfField(side, previous, field, called(field.name));
		const need = field.required ? 'required' : 'optional';
		const text = `${NOUN[side]} added: ${called(field.name)} (${field.type}, ${need})`;
		return [say(side, side === 'variable' ? [need] : [], 'added', text)];
	});
	return [...gone, ...rest];
}

function changesOfField(side: Side, before: Field, after: Field, name: string): Change[] {
	const title = `${NOUN[side]} ${name}`;
	const changes: Change[] = [];
	if (before.type !== after.type) {
		const text = `${title}: ${before.type} → ${after.type}`;
		return [say(side, ['type'], 'changed', text)];
	}
	if (before.required !== after.required) {
		const text = `${title} is now ${after.required ? 'required' : 'optional'}`;
		changes.push(say(side, ['required'], after.required ? 'raised' : 'lowered', text));
	}
	const lost = before.choices.filter((choice) => !after.choices.includes(choice));
	const won = after.choices.filter((choice) => !before.choices.includes(choice));
	for (const choice of lost) {
		changes.push(say(side, ['choice'], 'removed', `${title} no longer takes ${choice}`));
	}
	for (const choice of won) {
		changes.push(say(side, ['choice'], 'added', `${title} can now be ${choice}`));
	}
	if (before.description !== after.description) {
		const text = `${title} is described as “${after.description}”, before “${before.description}”`;
		changes.push(say(side, ['description'], 'changed', text));
	}
	return [...changes, ...changesOf(side, before.fields, after.fields, `${name}.`)];
}

function say(side: Side, path: readonly string[], kind: ChangeKind, text: string): Change {
	return { text, ...weigh('prompts', { path: [side, ...path], kind, after: undefined }) };
}
