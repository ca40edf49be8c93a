/** What is asked for a new use case: within what its pattern allows. */
import { tierOf } from '#catalogue/judge/tier.ts';
import { scaffoldOf } from './any.ts';
import { type Answer, type Context, type Question, textOf } from './question.ts';
import type { Scaffold } from './scaffold.ts';

const base = scaffoldOf('use-cases');

const patternOf = ({ answers, catalogue }: Context) =>
	catalogue.patterns.get(textOf(answers, 'pattern'));

const connectorsOf = (context: Context) =>
	new Set(patternOf(context)?.data.connectors.map(({ connector }) => connector));

/** What the pattern says of itself is the usual answer; a use may be narrower or stricter. */
const USUAL = new Map<string, (context: Context) => Answer | undefined>([
	['outcome', (context) => patternOf(context)?.data.outcome],
	['stage', () => 'pilot'],
	['data', (context) => patternOf(context)?.data.exposure.data],
	['connectors', (context) => [...connectorsOf(context)]],
	[
		'tier',
		(context) => {
			const pattern = patternOf(context);
			return pattern && tierOf(pattern.data, context.catalogue.policy);
		},
	],
]);

const questions = base.questions.map((question): Question => {
	const preset = USUAL.get(question.flag);
	if (!preset) return question;
	const usual: Question = { ...question, preset, follows: 'pattern' };
	if (question.flag !== 'connectors') return usual;
	return {
		...usual,
		choices: (context) => {
			const listed = connectorsOf(context);
			return (question.choices?.(context) ?? []).filter(({ value }) => listed.has(value));
		},
	};
});

export const useCases: Scaffold = { ...base, questions };
