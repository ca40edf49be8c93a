/** What every new pattern starts with, whether it is written anew or copied from another. */
import { patternSchema } from '#schemas/pattern.ts';
import { fillField } from '../model/marker.ts';
import type { Path } from '../model/schema-walk.ts';
import { FIRST_VERSION } from './prompt.ts';
import { provisional, type Sketch } from './sketch.ts';
import type { PatternWish } from './wish.ts';

/** The mark of a field of a pattern that only its author can fill. */
export const marked = (...path: Path) => fillField(patternSchema, path);

/** Name, owner and standing of a new pattern: a draft of today, at its first version. */
export function sketchHead(wish: PatternWish, today: string) {
	return {
		title: wish.title,
		summary: marked('summary'),
		aliases: provisional([], 'other names people search for'),
		status: 'draft',
		owner: wish.owner,
		version: FIRST_VERSION,
		reviewed: today,
		problem: wish.problem,
		outcome: wish.outcome,
		techniques: wish.techniques,
		stage: 'pilot',
		businessOwner: marked('businessOwner'),
		fit: marked('fit'),
	} satisfies Record<string, Sketch>;
}
