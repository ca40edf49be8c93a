/** Nodes assemble, extract and check: the same prompt on two models that do not see each other. */
import type { Page } from './capture.ts';
import { checkPass, type Pass } from './check.ts';
import type { Pins } from './controls/model-version-pinning.ts';
import { toRetry } from './controls/output-validation.ts';
import { askModel } from './gateway/ask-model.ts';
import { fields, list, text } from './policy/shape.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal, SetupError } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Schema } from './schemas.ts';
import type { Services } from './services.ts';

const PROMPT = 'extract-to-schema';

export const passesShape = fields({ passes: list(text), settle: text });
export interface Models {
	passes: readonly [string, string];
	settle: string;
}

/**
 * The two models of the passes, and the one that settles. An alias in the environment replaces the
 * first. The second is then the next on the list that is another model.
 *
 * @throws SetupError for two passes on one model: it would repeat its own error and agree with it
 */
export function modelsOf(
	{ passes, settle }: ReturnType<typeof passesShape>,
	pins: Pins,
	alias: string | undefined,
): Models {
	const first = alias ?? passes[0];
	const second = (alias ? passes : passes.slice(1)).find((one) => one !== alias);
	const versions = [first, second].map((one) => pins.get(one ?? ''));
	if (first && second && versions[0] && versions[1] && versions[0] !== versions[1]) {
		return { passes: [first, second], settle: alias ?? settle };
	}
	throw new SetupError(
		`The passes would run on ${first ?? 'no model'} and ${second ?? 'no model'}; they need two models.`,
		'Set two aliases of policy/model.yaml with different versions (policy/passes.yaml, MODEL_ALIAS).',
	);
}

/** The document as both prompts see it, with its page marks. */
export const documentText = (pages: readonly Page[]): string =>
	pages.map(({ number, text: words }) => `[page ${number}]\n${words}`).join('\n');

export function openPasses(services: Services, { passes }: Models, repairs: number) {
	/** One pass: asked, checked, and asked once more if something is wrong. */
	async function pass(run: Run, model: string, schema: Schema, pages: readonly Page[]) {
		const { output } = promptNamed(PROMPT, services.prompts);
		const values = {
			documentType: schema.title,
			fields: schema.fields.map(({ name, type, description }) => ({ name, type, description })),
			documentText: documentText(pages),
		};
		let lastProblems: string[] | undefined;
		for (let attempt = 0; ; attempt += 1) {
			run.at('extract');
			const question = { prompt: PROMPT, values: { ...values, lastProblems }, model };
			const answer = await askModel(question, run, services);
			run.passed('model-version-pinning', `${answer.model} answered, as pinned.`);
			run.at('check');
			const checked = checkPass(answer.text, output, schema, pages);
			const { problems } = checked;
			const says = problems.join(' ');
			if (problems.length === 0) {
				run.passed('output-validation', `${model}: every value has its form and its quote.`);
				return checked;
			}
			if (attempt >= repairs) {
				run.changed('output-validation', `${model}: ${says} It counts as no value.`);
				return checked;
			}
			lastProblems = toRetry(problems);
			run.changed('output-validation', `${model}: ${says} Asked once more.`);
		}
	}
	return async (run: Run, schema: Schema, pages: readonly Page[]): Promise<[Pass, Pass]> => {
		run.at('assemble');
		const { version } = promptNamed(PROMPT, services.prompts);
		run.passed(
			'prompt-change-control',
			`${PROMPT} ${version} and ${schema.id} ${schema.version}, as locked.`,
		);
		const [first, second] = passes;
		const a = await pass(run, first, schema, pages);
		const b = await pass(run, second, schema, pages);
		run.passed('rate-spend-limits', 'Room in the minute and in the budget of the day.');
		run.at('trace');
		run.passed('prompt-response-logging', 'Both answers are in the prompt log, redacted.');
		run.at('check');
		if (a.readings.size + b.readings.size === 0) {
			const message = 'Neither pass gave an answer that can be used.';
			throw new Refusal('output-validation', 'answer-rejected', message);
		}
		if (!a.matches && !b.matches) {
			const message = `Both passes say that this is not a document of the type ${schema.title}.`;
			throw new Refusal('output-validation', 'wrong-type', message);
		}
		return [a, b];
	};
}
