/** What is asked for a new entry of any collection: its name, its owner, and its closed lists. */

import { definition, isOptional, unwrap } from '#catalogue/model/schema-walk.ts';
import { entryFiles } from '#catalogue/scaffold/entry.ts';
import type { Sketch } from '#catalogue/scaffold/sketch.ts';
import { type CollectionName, collections } from '#schemas/index.ts';
import { type Context, type Question, questionOf, textOf } from './question.ts';
import { idQuestion, type Scaffold } from './scaffold.ts';

/** Fields that every scaffold sets itself. */
const SET = new Set(['status', 'version', 'reviewed', 'changes', 'aliases']);

/** The scaffold of a collection that needs nothing of its own. */
export function scaffoldOf(collection: CollectionName): Scaffold {
	const { schema } = collections[collection];
	const shape = definition(unwrap(schema)).shape ?? {};
	const asked = Object.entries(shape).flatMap(([key, field]) => {
		// One of several forms is no single answer; the file has the first, marked.
		const isForm = definition(unwrap(field)).type === 'union';
		if (SET.has(key) || isForm || isOptional(field)) return [];
		const question = questionOf(schema, [key]);
		return question.kind !== 'text' || key === 'title' ? [{ key, question }] : [];
	});
	const [title, ...others] = asked.map(({ question }) => question);
	const questions = [title, idQuestion(collection), ...others];
	const given = ({ answers }: Context): Record<string, Sketch> =>
		Object.fromEntries(
			asked.flatMap(({ key, question }) => {
				const answer = answers.get(question.flag);
				return answer === undefined ? [] : [[key, answer]];
			}),
		);
	return {
		collection,
		questions: questions.filter((question): question is Question => question !== undefined),
		planned: ({ answers }) => ({ collection, title: textOf(answers, 'title') }),
		files: (context) =>
			entryFiles(collection, textOf(context.answers, 'id'), given(context), context.catalogue),
	};
}
