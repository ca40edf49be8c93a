/** Every field has a class, and none above what the pattern may carry. */
import { oneOf } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';
import type { AccessPolicy } from './access-control.ts';

export const CONTROL = 'data-classification';

const CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const;
export const dataClass = oneOf(...CLASSES);

/** Fields above the ceiling, as `connector.field`. The build fails on any. */
export function fieldsAbove({ ceiling, connectors }: AccessPolicy): string[] {
	const most = CLASSES.indexOf(ceiling);
	return Object.entries(connectors).flatMap(([connector, { read, write }]) =>
		Object.entries({ ...read, ...write })
			.filter(([, level]) => CLASSES.indexOf(level) > most)
			.map(([field, level]) => `${connector}.${field} is ${level}, above ${ceiling}.`),
	);
}

/** @throws Refusal for an item with a tag that keeps it where it is. */
export function assertMayBeRead(tags: readonly string[], { neverRead }: AccessPolicy): void {
	const found = tags.find((tag) => neverRead.includes(tag));
	if (found === undefined) return;
	throw new Refusal(CONTROL, 'never-read', `It is tagged ${found}, so its text is not read.`);
}
