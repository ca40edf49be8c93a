/** The form of a prompt: its fields, and the test cases that can fill it. */
import type { Cases } from '#schemas/cases.ts';
import type { CaseKind } from '#schemas/vocabularies.ts';
import type { TemplateNode, ValuePath } from '../read/prompts/template.ts';
import type { Field, Variable } from '../read/prompts/variables.ts';
import { expectationWords } from './prompt-expectations.ts';
import type { FormField } from './prompt-fill.ts';

export type Case = Cases['cases'][number];

export interface FormCase {
	name: string;
	kind: CaseKind;
	input: Record<string, unknown>;
	/** What must hold of the answer, as sentences. */
	expect: string[];
}

/** All that the form needs in the browser; plain data, so that it can travel as JSON. */
export interface FormData {
	nodes: TemplateNode[];
	fields: FormField[];
	cases: FormCase[];
}

/** Longest text that fits a narrow control, and longest that fits one line of the form. */
const WORD = 20;
const LINE = 80;

/** The form of a template with these variables. Cases show which texts need several lines. */
export function formOf(
	nodes: TemplateNode[],
	variables: readonly Variable[],
	cases: readonly Case[],
): FormData {
	const handled = emptyHandled(nodes);
	const inputs = cases.map(({ input }) => input);
	return {
		nodes,
		fields: variables.map((variable) =>
			fieldOf(variable, variable.label, variable, valuesAt(inputs, variable.name), handled),
		),
		cases: cases.map(({ name, kind, input, expect }) => ({
			name,
			kind,
			input,
			expect: expect.map(expectationWords),
		})),
	};
}

/** The case a page opens with: the first golden one, else the first. */
export function firstCase<Item extends { kind: CaseKind }>(
	cases: readonly Item[],
): Item | undefined {
	return cases.find(({ kind }) => kind === 'golden') ?? cases[0];
}

type Limits = Pick<Variable, 'maxLength' | 'maxItems'>;

function fieldOf(
	{ name, type, required, choices, fields }: Field,
	label: string,
	{ maxLength, maxItems }: Limits,
	seen: readonly unknown[],
	handled: ReadonlySet<string>,
): FormField {
	const items = type === 'records' ? seen.flat() : seen;
	return {
		name,
		label,
		type,
		required,
		mayBeEmpty: handled.has(name),
		room: roomOf(items, maxLength),
		choices,
		// The limit of a variable holds for each text in it.
		fields: fields.map((field) =>
			fieldOf(
				field,
				field.name,
				{ maxLength, maxItems: undefined },
				valuesAt(items, field.name),
				new Set(),
			),
		),
		maxLength,
		maxItems,
	};
}

function roomOf(values: readonly unknown[], maxLength: number | undefined): FormField['room'] {
	const texts = values.filter((value) => typeof value === 'string');
	const longest = Math.max(0, ...texts.map((text) => text.length));
	if (texts.some((text) => text.includes('\n'))) return 'lines';
	// Without a case to go by, the limit says little about a usual text.
	if (longest === 0) return (maxLength ?? 0) > LINE * 4 ? 'lines' : 'line';
	if (longest > LINE) return 'lines';
	return longest > WORD ? 'line' : 'word';
}

function valuesAt(groups: readonly unknown[], name: string): unknown[] {
	return groups.flatMap((group) =>
		typeof group === 'object' && group !== null
			? Object.entries(group).flatMap(([key, value]): unknown[] => (key === name ? [value] : []))
			: [],
	);
}

/** Variables for whose absence the template has words of its own. */
export function emptyHandled(nodes: readonly TemplateNode[]): Set<string> {
	const names = new Set<string>();
	const note = ({ from, keys: [name] }: ValuePath) => {
		if (from === 'input' && name !== undefined) names.add(name);
	};
	const walk = (list: readonly TemplateNode[]) => {
		for (const node of list) {
			if ('when' in node) {
				note(node.when);
				walk([...node.body, ...node.otherwise]);
			} else if ('each' in node) {
				if (node.otherwise.length > 0) note(node.each);
				walk([...node.body, ...node.otherwise]);
			}
		}
	};
	walk(nodes);
	return names;
}
