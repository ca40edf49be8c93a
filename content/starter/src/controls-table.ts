/** The control table: where each control of the pattern acts, which code is it, what configures it. */
import { readText } from './policy/read-policy.ts';
import { fields, list, optional, text } from './policy/shape.ts';

const tableShape = list(
	fields({
		/** Id in the catalogue. */
		control: text,
		/** Node of the architecture, where it acts in the flow. */
		acts: optional(text),
		/** Code that is the control. */
		module: text,
		/** Configuration, pipeline or runbook that holds it, as the pattern names it. */
		file: text,
	}),
);
export type ControlRow = ReturnType<typeof tableShape>[number];

export function readControls(root: string): ControlRow[] {
	const value: unknown = JSON.parse(readText(root, 'controls.json'));
	return tableShape(value, 'controls.json');
}
