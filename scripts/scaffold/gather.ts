/** Gets an answer to every question: from its flag, from a person, or from what is usual. */
import { didYouMean } from '#catalogue/words/suggest.ts';
import { UsageError } from '../run.ts';
import type { Ask, Choice } from './ask.ts';
import type { Answer, Answers, Context, Question } from './question.ts';

export interface Gathering extends Omit<Context, 'answers'> {
	questions: readonly Question[];
	/** Values of flags as they were typed. */
	flags: ReadonlyMap<string, string>;
	/** Whoever answers what no flag does; undefined where nobody is there. */
	ask: Ask | undefined;
	/** Shows a line to the person, between questions. */
	show: (line: string) => void;
}

/**
 * The answers, by flag. A wrong flag is refused at once; flags that are missing where nobody can
 * be asked are refused together, so that one more try is enough.
 */
export async function gather(gathering: Gathering): Promise<Answers> {
	const { questions, flags, ask, show, catalogue, from } = gathering;
	const answers = new Map<string, Answer>();
	const context: Context = { catalogue, answers, from };
	const missing: Question[] = [];
	for (const question of questions) {
		if (question.when?.(context) === false) continue;
		const typed = flags.get(question.flag);
		const preset = question.preset?.(context);
		let answer: Answer | undefined;
		if (typed !== undefined) answer = readFlag(question, typed, context);
		else if (ask) answer = await put(question, preset, ask, context);
		else if (preset !== undefined) answer = checked(question, preset, context);
		if (answer === undefined) {
			if (!missing.some(({ flag }) => flag === question.follows)) missing.push(question);
		} else answers.set(question.flag, answer);
		// What follows from half of the answers would be wrong.
		if (missing.length === 0) for (const line of question.after?.(context) ?? []) show(line);
	}
	if (missing.length === 0) return answers;
	throw new UsageError(
		`${missing.length === 1 ? 'An answer is' : `${missing.length} answers are`} missing: ${missing.map(({ flag }) => `--${flag}`).join(', ')}.`,
		'Add them as flags, or run it in a terminal to be asked. --help shows what each one means.',
	);
}

function readFlag(question: Question, typed: string, context: Context): Answer {
	const text = typed.trim();
	if (question.kind === 'text') return checked(question, text, context);
	if (question.kind === 'yes-no') {
		if (/^(?:yes|true)$/i.test(text)) return checked(question, true, context);
		if (/^(?:no|false)$/i.test(text)) return checked(question, false, context);
		throw new UsageError(`--${question.flag} is "${typed}".`, `Write yes or no. ${question.about}`);
	}
	const choices = question.choices?.(context) ?? [];
	if (question.kind === 'choice')
		return checked(question, chosen(question, text, choices), context);
	const parts = text.split(',').map((part) => part.trim());
	const values = parts.filter((part) => part !== '').map((part) => chosen(question, part, choices));
	return checked(question, [...new Set(values)], context);
}

function chosen({ flag }: Question, text: string, choices: readonly Choice[]): string {
	const values = choices.map(({ value }) => value);
	if (values.includes(text)) return text;
	const otherwise = values.length > 0 ? `Known: ${values.join(', ')}.` : 'There are none yet.';
	throw new UsageError(`--${flag} does not know "${text}".`, didYouMean(text, values, otherwise));
}

function checked(question: Question, answer: Answer, context: Context): Answer {
	const problem = question.check?.(answer, context);
	if (!problem) return answer;
	throw new UsageError(`--${question.flag}: ${problem}`, question.about);
}

async function put(
	question: Question,
	preset: Answer | undefined,
	ask: Ask,
	context: Context,
): Promise<Answer> {
	const message = question.about.replace(/\.$/, '');
	const choices = question.choices?.(context) ?? [];
	const check = (answer: Answer) => question.check?.(answer, context);
	if (question.kind === 'several') {
		return ask.several({
			message,
			choices,
			check,
			default: typeof preset === 'object' ? preset : undefined,
		});
	}
	const usual = typeof preset === 'string' ? preset : undefined;
	if (question.kind === 'text') return ask.text({ message, check, default: usual });
	// These two cannot refuse an answer, so it is asked again with the reason.
	let reason = '';
	for (;;) {
		const asked = `${reason}${message}`;
		const answer =
			question.kind === 'yes-no'
				? await ask.confirm({ message: asked, default: preset === true })
				: await ask.choose({ message: asked, choices, default: usual });
		const problem = check(answer);
		if (!problem) return answer;
		reason = `${problem} `;
	}
}
