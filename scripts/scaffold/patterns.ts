/** What is asked for a new pattern: first what it is exposed to, since all else follows from that. */

import { similarEntries } from '#catalogue/judge/similar.ts';
import { computeTier } from '#catalogue/judge/tier.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { fieldsAt, isOptional } from '#catalogue/model/schema-walk.ts';
import { copiedFiles } from '#catalogue/scaffold/copy.ts';
import { MOST_SOURCES } from '#catalogue/scaffold/drawing.ts';
import { freeId } from '#catalogue/scaffold/free-id.ts';
import { obligationLines } from '#catalogue/scaffold/obligations.ts';
import { patternFiles } from '#catalogue/scaffold/pattern.ts';
import { modelConnector, type PatternWish } from '#catalogue/scaffold/wish.ts';
import { exposureSchema } from '#schemas/exposure.ts';
import { type Pattern, patternSchema } from '#schemas/pattern.ts';
import { dataClass } from '#schemas/vocabularies.ts';
import {
	type Answer,
	type Context,
	listOf,
	NONE,
	type Question,
	questionOf,
	textOf,
} from './question.ts';
import { idQuestion, type Scaffold } from './scaffold.ts';

const ask = (key: keyof Pattern, more: Partial<Question> = {}) =>
	questionOf(patternSchema, [key], { preset: ({ from }) => presetOf(from, key), ...more });

/** What the pattern it starts from answered, where that is an answer. */
function presetOf(from: Entry<'patterns'> | undefined, key: keyof Pattern): Answer | undefined {
	const value: unknown = from?.data[key];
	if (typeof value === 'string') return value;
	return Array.isArray(value) && value.every((item) => typeof item === 'string')
		? value
		: undefined;
}

const EXPOSURES = Object.keys(exposureSchema.shape);

const exposureQuestions = EXPOSURES.map((key, index): Question => {
	const question = questionOf(patternSchema, ['exposure', key]);
	return {
		...question,
		...(key === 'decidesAboutPerson' ? { check: personProblem } : {}),
		preset: (context) => {
			const answered = new Map<string, Answer>(Object.entries(context.from?.data.exposure ?? {}));
			return answered.get(key) ?? question.preset?.(context);
		},
		...(index === EXPOSURES.length - 1
			? {
					after: (context: Context) =>
						obligationLines({ ...exposed(context), techniques: [] }, context.catalogue),
				}
			: {}),
	};
});

/** No pattern can be made of this, so it is said before anything else is asked. */
function personProblem(answer: Answer, { answers }: Context): string | undefined {
	if (answer !== true || answers.get('effect') !== 'acts-alone') return undefined;
	return 'It acts alone, but a system must never decide about a person alone. Answer no, or start again with an effect that leaves the decision to a person.';
}

/** Techniques may raise the tier and add controls; then the obligations are shown again. */
function raised(context: Context): readonly string[] {
	const now = exposed(context);
	const lines = obligationLines(now, context.catalogue);
	const before = obligationLines({ ...now, techniques: [] }, context.catalogue);
	return lines.join() === before.join() ? [] : ['With these techniques:', ...lines];
}

const questions: readonly Question[] = [
	...exposureQuestions,
	ask('problem'),
	ask('outcome'),
	ask('techniques', { after: raised }),
	questionOf(patternSchema, ['title']),
	idQuestion('patterns'),
	questionOf(patternSchema, ['owner']),
	ask('decidedBy', {
		when: ({ answers }) => answers.get('decides-about-person') === true,
		check: (answer) => (answer === NONE ? 'A role must decide. The system must not.' : undefined),
	}),
	questionOf(patternSchema, ['connectors', 0, 'connector'], {
		flag: 'connectors',
		kind: 'several',
		about: 'Approved connectors it uses; the one to the models is added.',
		when: ({ from }) => !from,
		check: connectorProblem,
	}),
	ask('models', { check: modelProblem }),
	{
		flag: 'prompt',
		kind: 'text',
		about: 'Id of its first prompt: what it does, in lower-case words joined by hyphens.',
		when: ({ from }) => !from,
		preset: ({ answers, catalogue }) =>
			freeId('prompts', `${textOf(answers, 'problem')}-${textOf(answers, 'id')}`, catalogue),
		check: idQuestion('prompts').check ?? (() => undefined),
	},
];

function exposed({ answers }: Context): Pick<PatternWish, 'exposure' | 'techniques'> {
	const given = exposureQuestions.flatMap(({ flag }, index) => {
		const key = EXPOSURES[index] ?? flag;
		const answer = answers.get(flag);
		const [field] = fieldsAt(exposureSchema, [key]);
		// "none" is also a value, of personal data; it stands for nothing only where that may be.
		const isLeftOut = answer === NONE && field !== undefined && isOptional(field);
		return answer === undefined || isLeftOut ? [] : [[key, answer] as const];
	});
	return {
		exposure: exposureSchema.parse(Object.fromEntries(given)),
		techniques: patternSchema.shape.techniques.catch([]).parse(listOf(answers, 'techniques')),
	};
}

function connectorProblem(answer: Answer, context: Context): string | undefined {
	const { catalogue } = context;
	const ids = typeof answer === 'object' ? answer : [];
	const { tier } = computeTier(exposed(context), catalogue.policy);
	const keyed = ids.find((id) => catalogue.connectors.get(id)?.data.auth.model === 'static-key');
	if (keyed && tier !== 'low') {
		return `"${keyed}" signs in with a static key, which is allowed at low tier only. This pattern is ${tier}.`;
	}
	const sources = ids.filter((id) => id !== modelConnector(catalogue));
	if (sources.length <= MOST_SOURCES) return undefined;
	return `These are ${sources.length} connectors. The limit for one pattern is ${MOST_SOURCES}. Split it in two.`;
}

function modelProblem(answer: Answer, { answers, catalogue }: Context): string | undefined {
	const ids = typeof answer === 'object' ? answer : [];
	if (ids.length === 0) return 'Choose at least one, preferred first.';
	const classes: readonly string[] = dataClass.values;
	const rank = (value: string) => classes.indexOf(value);
	const data = textOf(answers, 'data');
	const fits = (id: string) => rank(catalogue.models.get(id)?.data.ceiling ?? '') >= rank(data);
	const low = ids.find((id) => !fits(id));
	if (!low) return undefined;
	const others = [...catalogue.models.keys()].filter(fits);
	const ceiling = catalogue.models.get(low)?.data.ceiling;
	return `"${low}" may see ${ceiling} data at most, and this is ${data}. That may: ${others.join(', ') || 'no model yet'}.`;
}

function wishOf(context: Context): PatternWish {
	const { answers, catalogue, from } = context;
	const gateway = modelConnector(catalogue);
	const chosen = from
		? from.data.connectors.map(({ connector }) => connector)
		: [...listOf(answers, 'connectors'), ...(gateway ? [gateway] : [])];
	const { problem, outcome } = patternSchema.pick({ problem: true, outcome: true }).parse({
		problem: answers.get('problem'),
		outcome: answers.get('outcome'),
	});
	const decidedBy = textOf(answers, 'decided-by');
	return {
		...exposed(context),
		id: textOf(answers, 'id'),
		title: textOf(answers, 'title'),
		owner: textOf(answers, 'owner'),
		problem,
		outcome,
		connectors: [...new Set(chosen)],
		models: listOf(answers, 'models'),
		prompt: textOf(answers, 'prompt'),
		decidedBy: decidedBy === '' || decidedBy === NONE ? undefined : decidedBy,
		near: nearOf(context, catalogue),
	};
}

/** Patterns to name under `related`: those it nearly repeats, but not the one it starts from. */
function nearOf(context: Context, catalogue: Catalogue): string[] {
	return similarEntries(planned(context), catalogue)
		.map(({ entry }) => entry.id)
		.filter((id) => id !== context.from?.id)
		.slice(0, 3);
}

const planned = ({ answers }: Context) => ({
	collection: 'patterns' as const,
	title: textOf(answers, 'title'),
	problem: textOf(answers, 'problem'),
	connectors: listOf(answers, 'connectors'),
});

export const patterns: Scaffold = {
	collection: 'patterns',
	questions,
	planned,
	copies: true,
	files: (context) => {
		const wish = wishOf(context);
		const { catalogue, from } = context;
		return from ? copiedFiles(from, wish, catalogue) : patternFiles(wish, catalogue);
	},
};
