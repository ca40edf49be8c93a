/** Only people on the training record are given held items. */
import { fields, list, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'role-training';

/** Who finished the training. The learning team keeps the record itself; this is its export. */
export const trainingShape = fields({ record: text, trained: list(text) });
export type Training = ReturnType<typeof trainingShape>;

/** @throws Refusal for a person who is not on the record. */
export function assertTrained(person: string, { trained, record }: Training): void {
	if (trained.includes(person)) return;
	throw new Refusal(
		CONTROL,
		'not-trained',
		`This person is not on the training record (${record}).`,
	);
}
