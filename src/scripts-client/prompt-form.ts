/** The form of a prompt: fills the template as one types, in the page and nowhere else. */

import {
	COMPLETE,
	fill,
	type Problem,
	type RawGroup,
	rawOf,
} from '#catalogue/pages/prompt-fill.ts';
import type { FormCase, FormData } from '#catalogue/pages/prompt-form.ts';
import { previewOf, type Span } from '#catalogue/pages/prompt-preview.ts';
import { announce } from './announce.ts';
import {
	addRow,
	type Boxes,
	nameRows,
	part,
	readGroup,
	rowsOf,
	showProblem,
	writeGroup,
} from './prompt-form-fields.ts';

const CLASSES: Record<Span['kind'], string> = { role: 'c', text: '', value: 'v', gap: 'v gap' };

class PromptForm extends HTMLElement {
	#data: FormData = { nodes: [], fields: [], cases: [] };
	/** What the filled-in case looks like in the controls, to notice an edit. */
	#filled = '';
	/** Fields the reader has left or changed: only those complain about being empty. */
	#touched = new WeakSet<Element>();
	#pressed = false;
	/** What the preview shows, to leave it alone while nothing changes. */
	#shown = '';

	connectedCallback() {
		// Our own build has written this very shape beside the form.
		this.#data = JSON.parse(part(this, 'script').textContent ?? '') as FormData;
		// The page came with its first case; another one may be chosen by now, and is not filled in yet.
		const select = this.querySelector<HTMLSelectElement>('[data-case]');
		const own = [...(select?.options ?? [])].find((option) => option.defaultSelected);
		const initial = own && this.#data.cases[Number(own.value)];
		if (initial) this.#filled = this.#shape(initial);
		this.addEventListener('input', (event) => this.#edited(event.target));
		this.addEventListener('change', ({ target }) => this.#tell(target));
		this.addEventListener('focusout', (event) => this.#edited(event.target));
		// A message that appears on leaving a field moves the page: under a finger that presses a
		// button, the button would slip away and the click be lost.
		addEventListener('pointerdown', () => this.#press(), true);
		addEventListener('pointerup', () => setTimeout(() => this.#release()), true);
		addEventListener('pointercancel', () => this.#release(), true);
		this.addEventListener('click', (event) => this.#clicked(event));
		this.#update();
	}

	get #group() {
		return part(this, '[data-fields]');
	}

	#chosen(): FormCase | undefined {
		const select = this.querySelector<HTMLSelectElement>('[data-case]');
		return this.#data.cases[Number(select?.value)];
	}

	#shape({ input }: FormCase) {
		return JSON.stringify(rawOf(this.#data.fields, input));
	}

	#edited(target: EventTarget | null) {
		if (!(target instanceof Element)) return;
		const box = target.matches('[data-control]') && target.closest('[data-field]');
		if (!box) return;
		this.#touched.add(box);
		if (!this.#pressed) this.#update();
	}

	/** A field is done: says what it made of the result, which may be out of sight. */
	#tell(target: EventTarget | null) {
		if (!(target instanceof Element) || !target.matches('[data-control]')) return;
		const [size, missing] = ['[data-size]', '[data-missing]'].map(
			(name) => part(this, name).textContent,
		);
		announce(`Result changed: ${size}. ${missing}`);
	}

	#press() {
		this.#pressed = true;
	}

	#release() {
		this.#pressed = false;
		this.#update();
	}

	#clicked(event: Event) {
		const button = event.target instanceof Element ? event.target.closest('button') : null;
		if (!button) return;
		if (button.matches('[data-fill]')) this.#fillIn();
		else if (button.matches('[data-clear]')) this.#clear();
		else if (button.matches('[data-add]')) this.#add(button);
		else if (button.matches('[data-remove]')) this.#remove(button);
		else if (button.matches('[aria-disabled="true"]')) {
			announce(`Nothing was copied. ${part(this, '[data-missing]').textContent}`);
		}
	}

	#fillIn() {
		const chosen = this.#chosen();
		if (!chosen) return;
		this.#write(rawOf(this.#data.fields, chosen.input));
		this.#filled = this.#shape(chosen);
		this.#expect(chosen);
		this.#update();
		announce(`Filled with: ${chosen.name}`);
	}

	#clear() {
		this.#write({});
		for (const { name, type, required, mayBeEmpty } of this.#data.fields) {
			const list = type === 'records' && required && !mayBeEmpty;
			if (list) addRow(part(this.#group, `:scope > [data-field="${CSS.escape(name)}"]`));
		}
		this.#update();
		announce('Cleared');
	}

	#write(raw: RawGroup) {
		this.#touched = new WeakSet();
		writeGroup(this.#data.fields, this.#group, raw);
	}

	#add(button: Element) {
		const list = button.closest('[data-list]');
		if (!list) return;
		const row = addRow(list);
		this.#update();
		row.querySelector<HTMLElement>('[data-control]')?.focus();
		announce(`${row.getAttribute('aria-label')} added`);
	}

	#remove(button: Element) {
		const row = button.closest<HTMLElement>('[data-record]');
		const list = row?.parentElement?.closest('[data-list]');
		if (!row || !list) return;
		const index = rowsOf(list).indexOf(row);
		const name = row.getAttribute('aria-label');
		row.remove();
		this.#touched.add(list);
		this.#update();
		// Focus goes to the record that took its place, else to the last, else to the button to add.
		const rows = rowsOf(list);
		const next = rows[Math.min(index, rows.length - 1)];
		part(next ?? list, next ? '[data-remove]' : '[data-add]').focus();
		announce(`${name} removed`);
	}

	#update() {
		for (const list of this.querySelectorAll<HTMLElement>('[data-list]')) nameRows(list);
		const boxes: Boxes = new Map();
		const raw = readGroup(this.#data.fields, this.#group, boxes);
		const filled = fill(this.#data.fields, raw);
		this.#complain(filled.problems, boxes);
		const shape = JSON.stringify(raw);
		const title = this.querySelector('[data-expected-title]');
		const before = shape === this.#filled ? 'for this case' : 'before your edits';
		if (title) title.textContent = `Expected answer ${before}`;
		// Nothing new to show: leave the preview alone, as someone may be selecting text in it.
		if (shape === this.#shown) return;
		this.#shown = shape;
		const preview = previewOf(this.#data.nodes, filled);
		part(this, '[data-preview]').replaceChildren(...preview.spans.map(nodeOf));
		part(this, '[data-json]').textContent = preview.json;
		part(this, '[data-size]').textContent = preview.size;
	}

	#complain(problems: readonly Problem[], boxes: Boxes) {
		for (const [path, box] of boxes) {
			const problem = problems.find((candidate) => candidate.path === path);
			showProblem(box, problem?.missing && !this.#touched.has(box) ? undefined : problem);
		}
		const missing = problems.filter((problem) => problem.missing).map(({ label }) => label);
		const note = part(this, '[data-missing]');
		const words =
			missing.length > 0 ? `Before you copy, fill in: ${missing.join('; ')}.` : COMPLETE;
		if (note.textContent !== words) note.textContent = words;
		for (const button of this.querySelectorAll<HTMLElement>('[data-copies]')) {
			// Without `data-copy` the shared script leaves the button alone; it stays in reach and says why.
			if (missing.length > 0) delete button.dataset.copy;
			else button.dataset.copy = button.dataset.copies;
			button.setAttribute('aria-disabled', String(missing.length > 0));
		}
	}

	#expect({ name, kind, expect }: FormCase) {
		part(this, '[data-kind]').textContent = kind.slice(0, 1).toUpperCase() + kind.slice(1);
		part(this, '[data-name]').textContent = name;
		part(this, '[data-expected]').replaceChildren(
			...expect.map((sentence) => {
				const item = document.createElement('li');
				item.textContent = sentence;
				return item;
			}),
		);
	}
}

/** Text is only ever set as text, so nothing that is typed can become markup. */
function nodeOf({ kind, text }: Span): Node {
	if (kind === 'text') return document.createTextNode(text);
	const span = document.createElement('span');
	span.className = CLASSES[kind];
	span.textContent = text;
	return span;
}

customElements.define('prompt-form', PromptForm);
