/** Facts of a prompt that a page or a list shows: where it runs, its classes, its cases, its files. */

import type { DataClass, PersonalData } from '#schemas/vocabularies.ts';
import * as words from '#schemas/vocabularies.ts';
import { reference } from '../diagram/words.ts';
import type { Artefacts } from '../model/artefacts.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { sizeWords } from '../words/size.ts';
import type { Case } from './prompt-form.ts';

type Prompt = Entry<'prompts'>;

/** A node of the pattern that fills or runs the prompt. */
export interface RunsAt {
	/** Layer letter and step, such as O4. */
	ref: string;
	title: string;
}

/** The pattern a prompt belongs to. The loader has refused a prompt without one. */
export function patternOf({ parent }: Prompt, catalogue: Catalogue): Entry<'patterns'> | undefined {
	return parent === undefined ? undefined : catalogue.patterns.get(parent);
}

/** Where in the drawing of its pattern a prompt runs. */
export function runsAt({ id }: Prompt, pattern: Entry<'patterns'> | undefined): RunsAt[] {
	return (pattern?.data.architecture.nodes ?? [])
		.filter(({ prompt }) => prompt === id)
		.map(({ layer, step, title }) => ({ ref: reference({ layer, step }), title }));
}

export interface Exposure {
	dataClass: DataClass;
	personalData: PersonalData;
	/** Labels of the variables that are written outside. */
	untrusted: string[];
}

/** The highest class and kind of personal data that any variable may hold. */
export function exposureOf({ data }: Prompt): Exposure {
	const notes = Object.values(data['catalogue.variables']);
	return {
		dataClass: highest(
			words.dataClass.values,
			notes.map((note) => note.dataClass),
		),
		personalData: highest(
			words.personalData.values,
			notes.map((note) => note.personalData),
		),
		untrusted: notes.filter(({ untrusted }) => untrusted).map(({ label }) => label),
	};
}

function highest<Value>(ranked: readonly [Value, ...Value[]], found: readonly Value[]): Value {
	return ranked.findLast((value) => found.includes(value)) ?? ranked[0];
}

/** The test cases of a prompt, in the order of their file. */
export function casesOf({ id }: Prompt, catalogue: Catalogue): readonly Case[] {
	return catalogue.cases.get(id)?.data.cases ?? [];
}

/** How many cases of each kind: "6 golden, 5 edge, 3 injection", or an empty text. */
export function caseCounts(cases: readonly Case[]): string {
	return words.caseKind.values
		.map((kind) => ({ kind, count: cases.filter((item) => item.kind === kind).length }))
		.filter(({ count }) => count > 0)
		.map(({ kind, count }) => `${count} ${words.caseKind.label(kind).toLowerCase()}`)
		.join(', ');
}

const SHORT = 120;

/** The text of an input that tells a case apart: the longest one written outside, else the longest. */
export function shortInput({ input }: Case, { data }: Prompt): string {
	const notes = data['catalogue.variables'];
	const texts = Object.entries(input).map(([name, value]) => ({
		outside: notes[name]?.untrusted === true,
		text: longestText(value).replaceAll(/\s+/g, ' ').trim(),
	}));
	texts.sort((a, b) => Number(b.outside) - Number(a.outside) || b.text.length - a.text.length);
	const text = texts.find((candidate) => candidate.text !== '')?.text ?? '';
	return text.length > SHORT ? `${text.slice(0, SHORT).replace(/\s+\S*$/, '')} …` : text;
}

function longestText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return '';
	return Object.values(value)
		.map(longestText)
		.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

export interface Download {
	path: string;
	name: string;
	/** Who takes it, and for what. */
	purpose: string;
	keeps: string;
	size: string;
	/** SHA-256 of the file. */
	digest: string;
}

const FORMATS = [
	{
		end: '.prompt',
		name: '.prompt',
		purpose: 'Running and reviewing, with any dotprompt library. The master copy.',
		keeps: 'Everything',
	},
	{
		end: '.messages.json',
		name: 'Messages JSON',
		purpose: 'Calling a model directly.',
		keeps: 'Template by role, schemas, settings, and every test case rendered',
	},
	{
		end: '.txt',
		name: 'Plain text',
		purpose: 'Pasting into a chat window and filling by hand.',
		keeps: 'Template by role',
	},
	{
		end: '.promptfooconfig.yaml',
		name: 'promptfoo config',
		purpose: 'Running the test cases against your gateway, with promptfoo.',
		keeps: 'Every test case, filled in, with what must be true of the answer',
	},
	{
		end: '.skill.zip',
		name: 'Agent Skill',
		purpose: 'Teaching a coding agent to use and test it.',
		keeps: 'Template, variables, rules and test cases',
	},
] as const;

/** The files of a prompt with their sizes and sums, as the exporters write them. */
export async function downloadsOf(entry: Prompt, artefacts: Artefacts): Promise<Download[]> {
	const files = await artefacts.promptFiles(entry);
	return files.flatMap(({ end, path, size, digest }) => {
		const format = FORMATS.find((one) => one.end === end);
		if (!format) return [];
		const { name, purpose, keeps } = format;
		return [{ path: `/${path}`, name, purpose, keeps, size: sizeWords(size), digest }];
	});
}
