/** Variables declared, described, used and filled agree, and dotprompt renders every case. */
import { Dotprompt } from 'dotprompt';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { sourceDigest } from '../model/source-digest.ts';
import { keyUnder } from '../read/cache.ts';
import { NAMED_SCHEMA } from '../read/prompts/left-out.ts';
import { renderMessages, rendersAlways } from '../read/prompts/render.ts';
import { parseTemplate, programOf, type Template } from '../read/prompts/template.ts';
import { FIELD_FORM, type Variable, variablesOf } from '../read/prompts/variables.ts';
import { didYouMean } from '../words/suggest.ts';

export const promptVariables: Rule = {
	id: 'prompt-variables',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary: 'Every variable is declared, described and used; dotprompt renders every case.',
	why: 'A variable that is misspelt or missing renders as nothing, and the model answers as if nothing had been asked. A variable without a limit lets one input use up the budget.',
	source: 'Project brief, section 3, prompt conventions; domain rule 12',
	example: {
		in: 'prompts',
		part: 'body',
		fails: `{{role "user"}}
Answer in one sentence: {{questions}}`,
		passes: `{{role "user"}}
Answer in one sentence: {{question}}`,
	},
	async *check({ prompts, cases }, cache) {
		for (const prompt of prompts.values()) {
			const file = cases.get(prompt.id);
			// Rendering is slow, and a prompt that was sound with these cases stays sound.
			const filling = file ? sourceDigest(file) : 'none';
			const key = keyUnder(sourceDigest(prompt), 'prompt-variables', filling);
			if (cache.get(key)) continue;
			const problems = await Array.fromAsync(problemsOf(prompt, file));
			if (problems.length === 0) cache.set(key, true);
			yield* problems;
		}
	},
};

async function* problemsOf(
	prompt: Entry<'prompts'>,
	file: Entry<'cases'> | undefined,
): AsyncGenerator<Problem> {
	const template = parseTemplate(prompt.body, prompt.bodyLine);
	for (const { message, fix, ...spot } of template.problems) {
		yield { entry: prompt, spot, message, fix };
	}
	const variables = await declared(prompt);
	if (!Array.isArray(variables)) {
		yield variables;
		return;
	}
	yield* agreement(prompt, template, variables);
	if (file && template.problems.length === 0) yield* filled(prompt, file, template, variables);
}

async function declared(prompt: Entry<'prompts'>): Promise<Variable[] | Problem> {
	try {
		return await variablesOf(prompt.data);
	} catch (error) {
		const what = error instanceof Error ? error.message : String(error);
		const message = `the input schema is not picoschema: ${what.split('\n')[0]?.replace(/\.$/, '')}.`;
		return {
			entry: prompt,
			path: ['input', 'schema'],
			message,
			fix: typeRemedy(what),
		};
	}
}

const TOO_LONG_FIX = 'Shorten it. The form on the page refuses it too.';
const SCALARS = ['string', 'number', 'integer', 'boolean', 'null', 'any'];

/** What to write where picoschema does not know a type: a misspelt one, or a schema by its name. */
function typeRemedy(said: string): string {
	const type = /scalar type '([^']+)'/.exec(said)?.[1];
	return type === undefined ? FIELD_FORM : didYouMean(type, SCALARS, NAMED_SCHEMA);
}

function* agreement(
	prompt: Entry<'prompts'>,
	{ uses, problems }: Template,
	variables: Variable[],
): Generator<Problem> {
	const names = variables.map(({ name }) => name);
	const notes = Object.keys(prompt.data['catalogue.variables']);
	for (const { name, ...spot } of uses) {
		if (names.includes(name)) continue;
		const message = `the template uses {{${name}}}, which the input schema does not declare.`;
		yield {
			entry: prompt,
			spot,
			message,
			fix: didYouMean(name, names, `Declared: ${names.join(', ')}.`),
		};
	}
	const used = new Set(uses.map(({ name }) => name));
	for (const { name, type, maxLength, maxItems } of variables) {
		const path = ['input', 'schema'];
		if (problems.length === 0 && !used.has(name)) {
			yield {
				entry: prompt,
				path,
				message: `the variable "${name}" is declared but never used.`,
				fix: `Use {{${name}}} in the template, or delete the variable.`,
			};
		}
		if (!notes.includes(name)) {
			const message = `the variable "${name}" has no note in catalogue.variables.`;
			yield {
				entry: prompt,
				path: ['catalogue.variables'],
				message,
				fix: `Add ${name} with its label, data class and limits.`,
			};
		} else if (type === 'text' && maxLength === undefined) {
			yield {
				entry: prompt,
				path: ['catalogue.variables', name],
				message: `the free text "${name}" has no limit.`,
				fix: 'Add maxLength, the most characters it can have.',
			};
		} else if ((type === 'list' || type === 'records') && maxItems === undefined) {
			yield {
				entry: prompt,
				path: ['catalogue.variables', name],
				message: `the list "${name}" has no limit.`,
				fix: 'Add maxItems, the most entries it can have.',
			};
		}
	}
	for (const note of notes) {
		if (names.includes(note)) continue;
		const message = `catalogue.variables describes "${note}", which the input schema does not declare.`;
		yield {
			entry: prompt,
			path: ['catalogue.variables', note],
			message,
			fix: didYouMean(note, names, 'Declare it, or delete the note.'),
		};
	}
}

const engine = new Dotprompt();

async function* filled(
	prompt: Entry<'prompts'>,
	file: Entry<'cases'>,
	{ nodes }: Template,
	variables: Variable[],
): AsyncGenerator<Problem> {
	// Handlebars compiles a tree as well as a text; dotprompt hands on what it is given.
	const template = () => programOf(prompt.body.trim()) as unknown as string;
	const compile = () => engine.compile({ template: template(), ext: {}, config: {} });
	let compiled: ReturnType<typeof compile> | undefined;
	for (const [index, { input }] of file.data.cases.entries()) {
		const path = ['cases', index, 'input'];
		const problems = [...inputProblems(input, variables)];
		for (const { key, message, fix } of problems) {
			yield { entry: file, path: key === undefined ? path : [...path, key], message, fix };
		}
		const values = { ...prompt.data.input.default, ...input };
		if (problems.length > 0 || (rendersAlways(nodes) && isPlain(values))) continue;
		try {
			compiled ??= compile();
			const render = await compiled;
			const { messages } = await render({ input: values });
			if (messages.length === 0 || renderMessages(nodes, values).length === 0) {
				yield {
					entry: file,
					path,
					message: 'dotprompt renders no message from this input.',
					fix: 'Check the template: every branch must leave some text.',
				};
			}
		} catch (error) {
			const what =
				error instanceof Error ? error.message.split('\n')[0]?.replace(/\.$/, '') : String(error);
			yield {
				entry: file,
				path,
				message: `dotprompt cannot render this input: ${what}.`,
				fix: 'Check the template and the type of each value.',
			};
		}
	}
}

/** Whether each value can be written as text: an object whose own field has this name cannot. */
const isPlain = (values: unknown) => !JSON.stringify(values).includes('"toString"');

interface InputProblem {
	key?: string;
	message: string;
	fix: string;
}

/** What is wrong with the values of one case. */
function* inputProblems(
	input: Readonly<Record<string, unknown>>,
	variables: readonly Variable[],
): Generator<InputProblem> {
	const names = variables.map(({ name }) => name);
	for (const key of Object.keys(input)) {
		if (names.includes(key)) continue;
		yield {
			key,
			message: `the input has "${key}", which the prompt does not take.`,
			fix: didYouMean(key, names, `It takes: ${names.join(', ')}.`),
		};
	}
	for (const { name, required, type, choices, maxLength, maxItems } of variables) {
		const value = input[name];
		if (value === undefined) {
			if (required)
				yield {
					message: `the input lacks "${name}".`,
					fix: `Add ${name}, or declare it optional with "${name}?".`,
				};
			continue;
		}
		const isList = Array.isArray(value);
		if (
			(type === 'list' || type === 'records') !== isList ||
			(type === 'text' && typeof value !== 'string')
		) {
			yield {
				key: name,
				message: `the value of "${name}" is not ${type === 'text' ? 'text' : `a ${type === 'records' ? 'list of records' : type}`}.`,
				fix: 'Enter a value of the declared type.',
			};
		} else if (type === 'choice' && !choices.includes(asText(value))) {
			yield {
				key: name,
				message: `"${asText(value)}" is not one of the choices of "${name}".`,
				fix: didYouMean(asText(value), choices, `Choices: ${choices.join(', ')}.`),
			};
		} else if (typeof value === 'string' && maxLength !== undefined && value.length > maxLength) {
			yield {
				key: name,
				message: `the value of "${name}" has ${value.length} characters. The limit is ${maxLength}.`,
				fix: TOO_LONG_FIX,
			};
		} else if (isList && maxItems !== undefined && value.length > maxItems) {
			yield {
				key: name,
				message: `the value of "${name}" has ${value.length} entries. The limit is ${maxItems}.`,
				fix: TOO_LONG_FIX,
			};
		}
	}
}

/** A value as a text to show. A record has none of its own, and one of its fields may be in the way. */
const asText = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);
