/** Checks that every field has a class, and that none is above what the pattern is cleared for. */
import { oneOf } from '../policy/shape.ts';
import type { Prompt } from '../prompts/read-prompt.ts';
import { Refusal } from '../refusal.ts';
import type { AccessPolicy } from './access-control.ts';

export const CONTROL = 'data-classification';

const CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const;
export const dataClass = oneOf(...CLASSES);
export type DataClass = (typeof CLASSES)[number];

/** Classes above what the pattern is cleared for. */
export const classesAbove = (ceiling: DataClass): readonly DataClass[] =>
	CLASSES.slice(CLASSES.indexOf(ceiling) + 1);

/** Fields above the ceiling, as `connector.field`. The build fails if there are any. */
export function fieldsAbove({ ceiling, connectors }: AccessPolicy): string[] {
	const most = CLASSES.indexOf(ceiling);
	return Object.entries(connectors).flatMap(([connector, { read, write }]) =>
		Object.entries({ ...read, ...write })
			.filter(([, level]) => CLASSES.indexOf(level) > most)
			.map(([field, level]) => `${connector}.${field} is ${level}, above ${ceiling}.`),
	);
}

/**
 * Variables of prompts above the ceiling, as `prompt.variable`. The build fails if there are any.
 */
export const variablesAbove = (
	prompts: Iterable<Pick<Prompt, 'name' | 'variables'>>,
	ceiling: DataClass,
): string[] =>
	[...prompts].flatMap(({ name, variables }) =>
		Object.entries(variables)
			.map(([variable, of]) => [`${name}.${variable}`, of.dataClass] as const)
			.filter(([at, level]) => classesAbove(ceiling).includes(dataClass(level, at)))
			.map(([at, level]) => `${at} is ${level}, above ${ceiling}.`),
	);

type Ceiling = Pick<AccessPolicy, 'ceiling'>;
const levelOf = (label: unknown) => CLASSES.find((word) => word === label) ?? 'restricted';

/** Whether a label is at the ceiling or below. A missing or unknown label counts as restricted. */
export const isLabelWithin = (label: unknown, { ceiling }: Ceiling): boolean =>
	!classesAbove(ceiling).includes(levelOf(label));

/** @throws Refusal for a label above the ceiling. */
export function assertLabelWithin(label: unknown, { ceiling }: Ceiling): void {
	if (isLabelWithin(label, { ceiling })) return;
	const level = levelOf(label);
	const says = level === label ? `It is labelled ${level}` : 'It does not have a known label';
	throw new Refusal(CONTROL, 'label-above', `${says}. The highest that can be read is ${ceiling}.`);
}

/** @throws Refusal for an item whose tag says that it must not be read. */
export function assertMayBeRead(tags: readonly string[], { neverRead }: AccessPolicy): void {
	const found = tags.find((tag) => neverRead.includes(tag));
	if (found === undefined) return;
	throw new Refusal(CONTROL, 'never-read', `It is tagged ${found}, so its text is not read.`);
}
