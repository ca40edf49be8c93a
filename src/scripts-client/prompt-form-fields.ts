/** The controls of a prompt's form: reads them, writes them, adds and removes records. */
import type { FormField, Problem, Raw, RawGroup } from '#catalogue/pages/prompt-fill.ts';

/** Boxes of the fields by path, such as `queues.0.covers`. */
export type Boxes = Map<string, HTMLElement>;

/** What the controls of a group hold; notes the box of every field on the way. */
export function readGroup(
	fields: readonly FormField[],
	group: Element,
	boxes: Boxes,
	path = '',
): RawGroup {
	return Object.fromEntries(
		fields.map((field) => {
			const box = boxOf(field, group);
			const at = path + field.name;
			boxes.set(at, box);
			return [field.name, read(field, box, boxes, at)];
		}),
	);
}

/** Puts values into the controls of a group. */
export function writeGroup(fields: readonly FormField[], group: Element, raw: RawGroup): void {
	for (const field of fields) write(field, boxOf(field, group), raw[field.name]);
}

function read({ type, fields }: FormField, box: HTMLElement, boxes: Boxes, path: string): Raw {
	if (type === 'record') return readGroup(fields, part(box, '[data-record]'), boxes, `${path}.`);
	if (type === 'records') {
		return rowsOf(box).map((row, index) => readGroup(fields, row, boxes, `${path}.${index}.`));
	}
	const control = controlOf(box);
	return isTick(control) ? control.checked : control.value;
}

function write({ type, fields }: FormField, box: HTMLElement, raw: Raw | undefined): void {
	if (type === 'record') {
		writeGroup(fields, part(box, '[data-record]'), isGroup(raw) ? raw : {});
	} else if (type === 'records') {
		part(box, '[data-rows]').replaceChildren();
		for (const group of Array.isArray(raw) ? raw : []) writeGroup(fields, addRow(box), group);
	} else {
		const control = controlOf(box);
		if (isTick(control)) control.checked = raw === true;
		else control.value = typeof raw === 'string' ? raw : '';
	}
}

/** The records of a list, in order. */
export function rowsOf(box: Element): HTMLElement[] {
	return [...part(box, '[data-rows]').querySelectorAll<HTMLElement>(':scope > [data-record]')];
}

let added = 0;

/** Adds an empty record to a list, with ids of its own. */
export function addRow(box: Element): HTMLElement {
	const blank = part<HTMLTemplateElement>(box, 'template').content;
	const row = document.importNode(blank, true).querySelector<HTMLElement>('[data-record]');
	if (!row) throw new Error('The form has no blank record.');
	added += 1;
	for (const name of ['id', 'for', 'aria-describedby']) {
		for (const element of row.querySelectorAll(`[${name}]`)) {
			element.setAttribute(
				name,
				element.getAttribute(name)?.replaceAll('-new', `-n${added}`) ?? '',
			);
		}
	}
	part(box, '[data-rows]').append(row);
	return row;
}

/** Names the records of a list by their position, and closes it to more when it is full. */
export function nameRows(list: HTMLElement): void {
	const rows = rowsOf(list);
	for (const [index, row] of rows.entries()) {
		const name = `${list.dataset.list} ${index + 1}`;
		row.setAttribute('aria-label', name);
		row.querySelector('[data-remove]')?.setAttribute('aria-label', `Remove ${name}`);
	}
	const add = part<HTMLButtonElement>(list, '[data-add]');
	add.disabled = rows.length >= Number(list.dataset.most ?? Number.POSITIVE_INFINITY);
}

/** Shows or clears the message of a field. */
export function showProblem(box: Element, problem: Problem | undefined): void {
	const error = box.querySelector<HTMLElement>(':scope > [data-error]');
	const words = error?.querySelector('span');
	if (!error || !words) return;
	words.textContent = problem?.message ?? '';
	error.hidden = !problem;
	const control = box.matches('fieldset') ? undefined : controlOf(box);
	if (problem) control?.setAttribute('aria-invalid', 'true');
	else control?.removeAttribute('aria-invalid');
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlOf = (box: Element) => part<Control>(box, '[data-control]');
const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox';
const isGroup = (raw: Raw | undefined): raw is RawGroup =>
	typeof raw === 'object' && !Array.isArray(raw);

function boxOf({ name }: FormField, group: Element): HTMLElement {
	const box = [...group.children].find(
		(child): child is HTMLElement => child instanceof HTMLElement && child.dataset.field === name,
	);
	if (!box) throw new Error(`The form has no field "${name}".`);
	return box;
}

/** A part that the page always has: without it page and script are not of one build. */
export function part<Kind extends Element = HTMLElement>(box: Element, selector: string): Kind {
	const found = box.querySelector<Kind>(selector);
	if (!found) throw new Error(`The form has no "${selector}".`);
	return found;
}
