/** A template holds no mark of another template language, which the model would get as it is. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { placeAt } from '../read/leaks/leak.ts';
import { foreignMarks } from '../read/prompts/foreign-marks.ts';

export const foreignMarksRule: Rule = {
	id: 'foreign-marks',
	phase: 'structure',
	severity: 'warning',
	// biome-ignore lint/suspicious/noTemplateCurlyInString: the mark that is meant
	summary: 'A template fills {{name}} only: no {name}, ${name}, <%= name %> or [INSERT NAME].',
	why: 'A prompt that comes from another tool keeps the marks of that tool. Here nothing fills them, so the model gets the mark where the text should be.',
	source: 'Our own rule. What contributors write is what readers get',
	example: {
		in: 'prompts',
		part: 'body',
		fails: '{{role "system"}}\nAnswer in one sentence.\n{{role "user"}}\n{question} {{question}}',
		passes: '{{role "system"}}\nAnswer in one sentence.\n{{role "user"}}\n{{question}}',
	},
	*check({ prompts }) {
		for (const prompt of prompts.values()) yield* marksIn(prompt);
	},
};

function* marksIn(entry: Entry<'prompts'>): Generator<Problem> {
	const names = Object.keys(entry.data.input.schema).map(nameOf);
	for (const { index, shown, variable } of foreignMarks(entry.body, names)) {
		const { line, column } = placeAt(entry.body, index);
		const mark = shown.length > 40 ? `${shown.slice(0, 40)}...` : shown;
		yield {
			entry,
			spot: { line: line + entry.bodyLine - 1, column },
			message: `"${mark}" is not a variable here, so the model gets it unchanged.`,
			fix: variable
				? `Write {{${variable}}}.`
				: 'Write {{name}} and declare the name, or write the text itself.',
		};
	}
}

/** The name of a variable as picoschema writes it: `name?(array, what it is)`. */
const nameOf = (key: string) => key.replace(/[?(].*$/, '');
