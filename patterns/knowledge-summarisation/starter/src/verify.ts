/** Reads the answer of the checking call: one verdict for each statement, in their order. */
import { validateOutput } from './controls/output-validation.ts';
import { fields, list, number, oneOf } from './policy/shape.ts';
import type { JsonSchema } from './prompts/json-schema.ts';

const anyText = (value: unknown) => String(value);
const verdictsShape = fields({
	verdicts: list(
		fields({
			number,
			verdict: oneOf('supported', 'partly', 'unsupported', 'contradicted'),
			quote: anyText,
			problem: anyText,
		}),
	),
});
export type Verdict = ReturnType<typeof verdictsShape>['verdicts'][number];

export interface Verdicts {
	verdicts: Verdict[];
	problems: string[];
}

/** The verdicts on so many statements; with a problem there are none. */
export function readVerdicts(
	source: string,
	schema: JsonSchema | undefined,
	statements: number,
): Verdicts {
	const validated = validateOutput(source, schema);
	if (!('value' in validated)) return { verdicts: [], problems: validated.problems };
	const { verdicts } = verdictsShape(validated.value, 'the verdicts');
	const inOrder = verdicts.every(({ number: given }, index) => given === index + 1);
	if (verdicts.length === statements && inOrder) return { verdicts, problems: [] };
	const said = verdicts.map(({ number: given }) => given).join(', ') || 'none';
	return { verdicts: [], problems: [`verdicts on ${said}; asked for 1 to ${statements}.`] };
}
