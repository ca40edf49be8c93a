/** What the `new` command must know of a kind of entry. */

import type { Planned } from '#catalogue/judge/similar.ts';
import { idOf, nearFreeIds, whyNotFree } from '#catalogue/scaffold/free-id.ts';
import type { NewFile } from '#catalogue/scaffold/prompt.ts';
import { listOf } from '#catalogue/words/phrase.ts';
import type { CollectionName } from '#schemas/index.ts';
import { type Context, type Question, textOf } from './question.ts';

export interface Scaffold {
	collection: CollectionName;
	/** In the order in which they are asked. */
	questions: readonly Question[];
	files: (context: Context) => NewFile[];
	/** What to compare with existing entries. */
	planned: (context: Context) => Planned;
	/** What else is to do, one line each. */
	next?: (context: Context) => readonly string[];
	/** Whether --from means something. */
	copies?: boolean;
}

/** The question for the id: from the title, and refused where it is not free. */
export function idQuestion(collection: CollectionName): Question {
	return {
		flag: 'id',
		kind: 'text',
		follows: 'title',
		about: 'Id, as in the address: lower-case words joined by hyphens. It never changes.',
		// A free id is offered to a person; a script gets that of its title or an error.
		preset: ({ answers }) => {
			const id = idOf(textOf(answers, 'title'));
			return id === '' ? undefined : id;
		},
		check: (answer, { answers, catalogue }) => {
			const id = String(answer);
			const reason = whyNotFree(collection, id, catalogue);
			if (!reason) return undefined;
			const wanted = idOf(id) || 'new-entry';
			const owner = textOf(answers, 'owner');
			const near = nearFreeIds(collection, wanted, catalogue, textOf(answers, 'title'), owner);
			return `${reason} You can use ${listOf(near, 'or')}.`;
		},
	};
}
