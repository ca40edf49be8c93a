/** Node assemble: fills both prompts, and keeps passages out of the log of what was asked. */
import type { PromptLog } from './audit/prompt-log.ts';
import { openScreen } from './controls/prompt-injection-filter.ts';
import type { Source } from './find-sources.ts';

/**
 * What marks data in the two prompts. With such a mark, a passage could start a source of its own.
 */
export const MARKS = [
	'<question>',
	'</question>',
	'<source>',
	'<source id=',
	'</source>',
	'<statement>',
	'<statement number=',
	'</statement>',
	'<last_problems>',
	'</last_problems>',
];

/** Removes marks. Passages that score as instructions were left out before, by src/screen.ts. */
const strip = openScreen({ holdAt: 1, marks: MARKS, signs: [] });

export interface Stripped {
	question: string;
	sources: Source[];
	/** Marks that were removed. */
	count: number;
}

export function withoutMarks(question: string, sources: readonly Source[]): Stripped {
	const clean = (source: string) => strip([source]).texts[0] ?? '';
	const { marksRemoved } = strip([
		question,
		...sources.flatMap(({ title, text }) => [title, text]),
	]);
	return {
		question: clean(question),
		sources: sources.map(({ title, text, ...rest }) => ({
			...rest,
			title: clean(title),
			text: clean(text),
		})),
		count: marksRemoved,
	};
}

/** A text that the model wrote, on its way into the next prompt. */
export const statementWithoutMarks = (statement: string): string =>
	strip([statement]).texts[0] ?? '';

const PASSAGE = /<source>\nId: ([^\n]*)\n[\s\S]*?<\/source>/g;

/**
 * The prompt log, with passages by id and never by text. With the text, it would be a second copy
 * of the knowledge base, with the access rights of the log. Marks have been removed from passages
 * by then, so the first closing mark is the real one.
 */
export const passagesById = (log: PromptLog): PromptLog => ({
	write: ({ messages, ...call }) =>
		log.write({
			...call,
			messages: messages.map(({ role, content }) => ({
				role,
				content: content.replace(PASSAGE, (_, id: string) => `<source id="${id}"/>`),
			})),
		}),
});
