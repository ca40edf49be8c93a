/**
 * The two calls: one model writes, another one checks. Each answer is checked before it is used.
 */
import { statementWithoutMarks } from './assemble.ts';
import { type Checked, checkAnswer, type Draft } from './check.ts';
import { toRetry } from './controls/output-validation.ts';
import type { Source } from './find-sources.ts';
import { type Question as Asking, askModel } from './gateway/ask-model.ts';
import { promptNamed } from './prompts/prompt-library.ts';
import { Refusal, SetupError } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import { readVerdicts, type Verdict } from './verify.ts';

const WRITE = 'summarise-with-sources';
const CHECK = 'check-summary-support';

export interface Writing {
	question: string;
	/** Who the brief is written for. */
	reader: string;
	sources: readonly Source[];
}

/** A draft that can be checked, and the statements that cite nothing that was given. */
export type Written = Pick<Checked, 'dropped'> & { draft: Draft };

export interface Calls {
	/** Nodes assemble, writer and citation-check. */
	write: (run: Run, writing: Writing) => Promise<Written>;
	/** Node verifier: compares each statement with the passages it cites. */
	verify: (run: Run, draft: Draft, sources: readonly Source[]) => Promise<Verdict[]>;
}

export function openCalls(services: Services, mostStatements: number): Calls {
	const { prompts } = services;
	const checker = checkerOf(services);

	/** Asks until the answer passes, at most twice. */
	async function asked<Read extends { problems: string[] }>(
		run: Run,
		question: Asking,
		nodes: { call: string; check: string },
		read: (answer: string) => Read,
	): Promise<Read> {
		let lastProblems: string[] | undefined;
		for (;;) {
			run.at(nodes.call);
			const values = { ...question.values, lastProblems };
			const answer = await askModel({ ...question, values }, run, services);
			run.passed('model-version-pinning', `${answer.model} answered, as pinned.`);
			run.at('prompt-log');
			run.passed('prompt-response-logging', 'Question and answer are logged, passages by id.');
			run.at(nodes.check);
			const result = read(answer.text);
			if (result.problems.length === 0) return result;
			const said = result.problems.join(' ');
			if (lastProblems) throw new Refusal('output-validation', 'answer-rejected', said);
			lastProblems = toRetry(result.problems);
			run.changed('output-validation', `${said} Asked once more.`);
		}
	}

	return {
		write: async (run, { question, reader, sources }) => {
			const { version, output } = promptNamed(WRITE, prompts);
			run.at('assemble');
			run.passed('prompt-change-control', `${WRITE} ${version}, as locked.`);
			const values = { question, reader, maxStatements: mostStatements, sources };
			const nodes = { call: 'writer', check: 'citation-check' };
			const { draft, dropped } = await asked(run, { prompt: WRITE, values }, nodes, (answer) =>
				checkAnswer(answer, output, sources, mostStatements),
			);
			if (!draft) throw new Error('An answer without problems has a draft.');
			run.passed('output-validation', 'Schema, number of statements and their length are right.');
			const lost = `${dropped.length} dropped: without a source, or with one that was not given.`;
			if (dropped.length > 0) run.changed('grounding-citations', lost);
			else run.passed('grounding-citations', 'Every statement has a source that was given.');
			return { draft, dropped };
		},
		verify: async (run, draft, sources) => {
			if (draft.statements.length === 0) return [];
			const { version, output } = promptNamed(CHECK, prompts);
			const statements = draft.statements.map(({ text, sources: ids }, index) => ({
				number: index + 1,
				text: statementWithoutMarks(text),
				cited: ids.join(', '),
			}));
			const cited = sources
				.filter(({ id }) => draft.statements.some((one) => one.sources.includes(id)))
				.map(({ id, text }) => ({ id, text }));
			run.at('verifier');
			run.passed('prompt-change-control', `${CHECK} ${version}, as locked.`);
			const question = { prompt: CHECK, values: { statements, sources: cited }, model: checker };
			const nodes = { call: 'verifier', check: 'verifier' };
			const { verdicts } = await asked(run, question, nodes, (answer) =>
				readVerdicts(answer, output, statements.length),
			);
			run.passed('output-validation', `One verdict for each statement: ${verdicts.length}.`);
			return verdicts;
		},
	};
}

/**
 * The alias of the checking call. It is always the one of its own prompt, whatever MODEL_ALIAS
 * says, because a model that checks itself agrees with itself.
 */
function checkerOf({ prompts, model, pins }: Services): string {
	const writer = model ?? promptNamed(WRITE, prompts).model;
	const checker = promptNamed(CHECK, prompts).model;
	if (writer !== checker && pins.get(writer) !== pins.get(checker)) return checker;
	throw new SetupError(
		`Writer and checker both run on "${checker}".`,
		'Set MODEL_ALIAS to another alias of policy/model.yaml; the checker keeps its own.',
	);
}
