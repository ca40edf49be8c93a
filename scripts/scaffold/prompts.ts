/** What is asked for a new prompt of a pattern that exists. */
import { promptFiles } from '#catalogue/scaffold/prompt.ts';
import { patternSchema } from '#schemas/pattern.ts';
import { promptSchema } from '#schemas/prompt.ts';
import { patternOf, type Question, questionOf, textOf } from './question.ts';
import { idQuestion, type Scaffold } from './scaffold.ts';

const questions: readonly Question[] = [
	questionOf(patternSchema, ['related', 0, 'pattern'], {
		flag: 'pattern',
		about: 'Pattern it belongs to.',
	}),
	{ ...idQuestion('prompts'), follows: '', preset: () => undefined },
	questionOf(promptSchema, ['model'], {
		follows: 'pattern',
		preset: (context) => patternOf(context)?.data.models[0],
	}),
];

export const prompts: Scaffold = {
	collection: 'prompts',
	questions,
	planned: ({ answers }) => ({
		collection: 'prompts',
		title: textOf(answers, 'id').replaceAll('-', ' '),
	}),
	files: (context) => {
		const pattern = patternOf(context);
		if (!pattern) return [];
		const { answers, catalogue } = context;
		return promptFiles({
			id: textOf(answers, 'id'),
			pattern: pattern.id,
			model: textOf(answers, 'model'),
			exposure: pattern.data.exposure,
			today: catalogue.today,
		});
	},
	next: ({ answers }) => [
		`Add ${textOf(answers, 'id')} to \`prompts\` in patterns/${textOf(answers, 'pattern')}/pattern.mdx.`,
	],
};
