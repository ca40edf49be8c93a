/** Planted records: wrong on purpose, to see whether reviewers still look. None is ever written. */
import type { Capture } from './capture.ts';
import { fields, number } from './policy/shape.ts';
import { SetupError } from './refusal.ts';

export const seedShape = fields({
	/** Planted records a month, and how many of them must be caught. */
	aMonth: number,
	catchAtLeast: number,
});

interface Seed {
	field: string;
	planted: string;
	/** Undefined until a reviewer has decided. */
	caught: boolean | undefined;
}

export function openSeeds({ aMonth, catchAtLeast }: ReturnType<typeof seedShape>) {
	const seeds = new Map<string, Seed>();
	return {
		/** Plants a wrong value into a waiting record: a copy of a document that is filed already. */
		plant: ({ item, fields: own }: Capture, field: string, value: string): void => {
			const found = own.find(({ name }) => name === field);
			if (!found) throw new SetupError(`There is no field "${field}".`, 'Use one of the record.');
			found.value = value;
			// It looks settled and free of faults, as the wrong value that it copies did.
			found.why = found.why.filter((why) => why === 'critical');
			found.notes = [];
			seeds.set(item, { field, planted: value, caught: undefined });
		},
		isSeeded: (item: string): boolean => seeds.has(item),
		/**
		 * Notes the values a reviewer accepted, or none for a refused record. Returns whether it was
		 * caught.
		 */
		decided: (item: string, values?: Readonly<Record<string, string | null>>): boolean => {
			const seed = seeds.get(item);
			if (!seed) return false;
			seed.caught = values?.[seed.field] !== seed.planted;
			return seed.caught;
		},
		report: (): string[] => {
			const done = [...seeds.values()].filter(({ caught }) => caught !== undefined);
			const caught = done.filter((seed) => seed.caught).length;
			const missed = done.length - caught;
			const lines = [`${caught} of ${done.length} caught; ${aMonth} are planted a month.`];
			if (missed > aMonth - catchAtLeast) {
				lines.push('Too many were missed: slow the queue down and repeat the exercise.');
			}
			return lines;
		},
	};
}
export type Seeds = ReturnType<typeof openSeeds>;
