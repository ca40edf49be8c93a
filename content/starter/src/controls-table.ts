/** The control table: where each control of the pattern acts, its code and its configuration. */
import { readText } from './policy/read-policy.ts';
import { fields, list, optional, text } from './policy/shape.ts';

const tableShape = list(
	fields({
		/** Id in the catalogue. */
		control: text,
		/** Node of the architecture, where it acts in the flow. */
		acts: optional(text),
		/** Code of the control. */
		module: text,
		/** Configuration, pipeline or runbook where it is set up, as the pattern names it. */
		file: text,
	}),
);
export type ControlRow = ReturnType<typeof tableShape>[number];

export function readControls(root: string): ControlRow[] {
	const value: unknown = JSON.parse(readText(root, 'controls.json'));
	return tableShape(value, 'controls.json');
}
