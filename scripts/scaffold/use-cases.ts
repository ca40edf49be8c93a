/** What is asked for a new use case: within what its pattern allows. */
import { tierOf } from '#catalogue/judge/tier.ts';
import { useCaseFiles } from '#catalogue/scaffold/use-case.ts';
import { scaffoldOf } from './any.ts';
import { type Answer, type Context, patternOf, type Question, textOf } from './question.ts';
import type { Scaffold } from './scaffold.ts';

const base = scaffoldOf('use-cases');

/** What only the team knows; the rest comes from the pattern, which a use can be stricter than. */
const ASKED = new Map<string, ((context: Context) => Answer | undefined) | undefined>([
	['title', undefined],
	['id', undefined],
	['owner', undefined],
	['pattern', undefined],
	['outcome', undefined],
	['data', (context) => patternOf(context)?.data.exposure.data],
	[
		'tier',
		(context) => {
			const pattern = patternOf(context);
			return pattern && tierOf(pattern.data, context.catalogue.policy);
		},
	],
]);

const questions = base.questions.flatMap((question): Question[] => {
	if (!ASKED.has(question.flag)) return [];
	const preset = ASKED.get(question.flag);
	return [preset ? { ...question, preset, follows: 'pattern' } : question];
});

export const useCases: Scaffold = {
	...base,
	questions,
	files: (context) => {
		const pattern = patternOf(context);
		if (!pattern) return base.files(context);
		const given = Object.fromEntries(
			[...ASKED.keys()].flatMap((flag) => {
				const answer = flag === 'id' ? undefined : context.answers.get(flag);
				return answer === undefined ? [] : [[flag, answer]];
			}),
		);
		return useCaseFiles(textOf(context.answers, 'id'), pattern, given, context.catalogue);
	},
	next: () => [
		'Record the baseline of the main measure before it goes live: npm run record measurement',
	],
};
