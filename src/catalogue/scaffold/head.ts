/** What every new pattern starts with, whether it is written anew or copied from another. */
import { collections } from '#schemas/index.ts';
import { patternSchema } from '#schemas/pattern.ts';
import type { Register } from '#schemas/register.ts';
import { fill, fillField } from '../model/marker.ts';
import type { Path } from '../model/schema-walk.ts';
import { FIRST_VERSION, firstChange, type NewFile } from './prompt.ts';
import { provisional, type Sketch, writeYaml } from './sketch.ts';
import type { PatternWish } from './wish.ts';

/** The mark of a field of a pattern that only its author can fill. */
export const marked = (...path: Path) => fillField(patternSchema, path);

/** Name and purpose of a new pattern, at its first version. */
export function sketchHead(wish: PatternWish) {
	return {
		title: wish.title,
		summary: marked('summary'),
		version: FIRST_VERSION,
		problem: wish.problem,
		outcome: wish.outcome,
		techniques: wish.techniques,
		businessOwner: marked('businessOwner'),
		fit: marked('fit'),
	} satisfies Record<string, Sketch>;
}

/** What the register of a new pattern holds: a draft of today in its first stage. */
export const sketchRegister = ({ owner }: Pick<PatternWish, 'owner'>, today: string) =>
	({
		aliases: provisional([], 'other names people search for'),
		status: 'draft',
		owner,
		reviewed: today,
		stage: 'pilot',
		changes: firstChange(today, fill('What this first version offers')),
	}) satisfies Record<keyof Omit<Register, 'successor' | 'example'>, Sketch>;

/** The register of a new pattern, as its file. */
export const registerFile = (wish: PatternWish, today: string): NewFile => ({
	path: collections.registers.file.replace('{id}', wish.id),
	text: `${REGISTER_HEAD}${writeYaml(sketchRegister(wish, today))}`,
});

/** First line of every register that a command writes. */
export const REGISTER_HEAD =
	'# Upkeep: you can change this file without a new approval. The approval covers the rest of the folder.\n';
