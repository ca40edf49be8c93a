/** Prompts of a copied pattern under new names, with their cases, as first versions. */
import { parseDocument } from 'yaml';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fill } from '../model/marker.ts';
import { splitFrontmatter } from '../read/parse/frontmatter.ts';
import { slotsOf } from '../read/prompts/slots.ts';
import { freeId } from './free-id.ts';
import { FIRST_VERSION, firstChange, type NewFile } from './prompt.ts';
import { Noted, printYaml, provisional, type Sketch, toNode } from './sketch.ts';
import type { PatternWish } from './wish.ts';

/** The new name of each prompt of the source, free in the whole catalogue. */
export function renamedPrompts(
	source: Entry<'patterns'>,
	{ id }: PatternWish,
	catalogue: Catalogue,
): Map<string, string> {
	const names = new Map<string, string>();
	for (const prompt of source.data.prompts) {
		const taken = new Set(names.values());
		names.set(prompt, freeId('prompts', `${id}-${prompt}`, catalogue, taken));
	}
	return names;
}

/** The files of the prompts, for those that exist. */
export function copyPrompts(
	names: ReadonlyMap<string, string>,
	wish: PatternWish,
	catalogue: Catalogue,
): NewFile[] {
	return [...names].flatMap(([from, to]) => {
		const prompt = catalogue.prompts.get(from);
		const cases = catalogue.cases.get(from);
		const stem = `patterns/${wish.id}/prompts/${to}`;
		return [
			...(prompt ? [{ path: `${stem}.prompt`, text: promptText(prompt, wish, catalogue) }] : []),
			...(cases ? [{ path: `${stem}.cases.yaml`, text: casesText(cases, wish) }] : []),
		];
	});
}

function promptText(prompt: Entry<'prompts'>, wish: PatternWish, { today }: Catalogue): string {
	const document = parseDocument(splitFrontmatter(prompt.source)?.yaml ?? '');
	const { description, model } = prompt.data;
	const changed: Record<string, Sketch> = {
		version: FIRST_VERSION,
		description: provisional(description, 'this, the template below and its cases for the new use'),
		model: wish.models.includes(model) ? model : (wish.models[0] ?? model),
		'catalogue.reviewed': today,
		'catalogue.aliases': [],
		'catalogue.knownFailures': [],
		'catalogue.changes': firstChange(today, fill('What this first version does')),
	};
	for (const [key, value] of Object.entries(changed)) document.set(key, toNode(value));
	for (const [name, now] of trustChanged(prompt, wish)) {
		const value = provisional(now, 'whether text from outside reaches it in the new use');
		document.setIn(['catalogue.variables', name, 'untrusted'], toNode(value));
	}
	return `---\n${printYaml(document)}---\n${prompt.body}`;
}

/** The variables that the new answer about text from outside makes trusted, or untrusted. */
function trustChanged(prompt: Entry<'prompts'>, { exposure }: PatternWish): [string, boolean][] {
	const variables = Object.entries(prompt.data['catalogue.variables']);
	const marked = variables.filter(([, { untrusted }]) => untrusted);
	if (!exposure.untrustedInput) return marked.map(([name]) => [name, false]);
	if (marked.length > 0) return [];
	// Only where the template has marks around it already: where it has none, its author must choose.
	const { slots } = slotsOf(prompt.body, prompt.bodyLine);
	return variables.flatMap(([name]): [string, boolean][] => {
		const own = slots.filter(({ variable }) => variable === name);
		const isFenced = own.every(({ role, fence }) => role === 'user' && fence !== undefined);
		return own.length > 0 && isFenced ? [[name, true]] : [];
	});
}

/** The cases as they are; for input that is now untrusted, with one that carries orders. */
function casesText(cases: Entry<'cases'>, { exposure }: PatternWish): string {
	const [golden] = cases.data.cases;
	const has = cases.data.cases.some(({ kind }) => kind === 'injection');
	if (has || !exposure.untrustedInput || !golden) return cases.source;
	const document = parseDocument(cases.source);
	const field = Object.keys(golden.input).find((key) => typeof golden.input[key] === 'string');
	const input = {
		...golden.input,
		...(field ? { [field]: fill('an input that gives instructions to the model') } : {}),
	};
	const added = new Noted(
		{
			name: 'orders inside the input',
			kind: 'injection',
			expect: [{ type: 'words-at-most', value: 500 }],
		},
		undefined,
		[fill('an attack on this prompt, and what must still be true of the answer')],
	);
	document.addIn(['cases'], toNode(added));
	document.setIn(['cases', cases.data.cases.length, 'input'], document.createNode(input));
	return printYaml(document);
}
