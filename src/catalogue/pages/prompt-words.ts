/** Types and limits of a prompt's fields, in words. */

import { dataClass, personalData } from '#schemas/vocabularies.ts';
import type { Field, Variable } from '../read/prompts/variables.ts';
import { countOf } from '../words/count.ts';

type Typed = Pick<Field, 'type' | 'choices' | 'fields'>;

const names = (fields: readonly Field[]) => fields.map(({ name }) => name).join(', ');

const types: Record<Field['type'], (field: Typed) => string> = {
	text: () => 'Text',
	number: () => 'Number',
	boolean: () => 'True or false',
	choice: ({ choices }) => `One of ${choices.join(', ')}`,
	list: ({ choices }) =>
		choices.length > 0 ? `List, each one of ${choices.join(', ')}` : 'List of text',
	record: ({ fields }) => `Record of ${names(fields)}`,
	records: ({ fields }) => `List of records of ${names(fields)}`,
};

/** The type of a field: "Text", "One of call, meeting, mail". */
export const typeWords = (field: Typed): string => types[field.type](field);

/** The limits of a variable: "up to 20 entries", "up to 80 characters each". */
export function limitWords({
	type,
	maxItems,
	maxLength,
}: Pick<Variable, 'type' | 'maxItems' | 'maxLength'>): string[] {
	const each = type === 'list' || type === 'records' ? ' each' : '';
	return [
		...(maxItems === undefined ? [] : [`up to ${countOf(maxItems, 'entry', 'entries')}`]),
		...(maxLength === undefined ? [] : [`up to ${countOf(maxLength, 'character')}${each}`]),
	];
}

/** What stands under a field of the form: type, limits, data class, and where it is written. */
export function hintWords(variable: Variable): string {
	const type = variable.type === 'choice' ? 'One of a list' : typeWords(variable);
	const oneEach = variable.type === 'list' ? ['one per line'] : [];
	const what = [type, ...oneEach, ...limitWords(variable)].join(', ');
	const trust = variable.untrusted ? ', untrusted' : '';
	return `${what}. ${dataClass.label(variable.dataClass)}${trust}.`;
}

/** Data class with the kind of personal data: "Confidential, ordinary personal data". */
export function classWords({
	dataClass: value,
	personalData: personal,
}: Pick<Variable, 'dataClass' | 'personalData'>): string {
	const label = dataClass.label(value);
	return personal === 'none'
		? label
		: `${label}, ${personalData.label(personal).toLowerCase()} personal data`;
}
