/** The maturity check: answers in the address, and the next three steps in one place. */
import { type ReaderAnswer, readAnswers, writeAnswers } from '#catalogue/pages/maturity/view.ts';
import { element } from './element.ts';
import { part } from './prompt-form-fields.ts';
import { isTyped } from './typed.ts';

/** Steps that the result shows. */
const STEPS = 3;

class MaturityCheck extends HTMLElement {
	connectedCallback() {
		// What was answered before this script had arrived counts more than the address.
		const changed = new Set(this.#inputs.filter(isTyped).map(({ name }) => name));
		const early = new Map([...this.#given].filter(([name]) => changed.has(name)));
		this.#read(early);
		if (early.size > 0) this.#keep();
		addEventListener('hashchange', () => this.#read());
		this.addEventListener('change', () => {
			this.#keep();
			this.#show();
		});
	}

	#keep() {
		history.replaceState(null, '', `${location.pathname}${writeAnswers(this.#given)}`);
	}

	/** The radio buttons of the reader's questions. */
	get #inputs(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
	}

	get #given(): Map<string, ReaderAnswer> {
		const chosen = this.#inputs.filter(({ checked }) => checked);
		// The values of the buttons are those of the type; readAnswers holds them to it.
		return new Map(chosen.map(({ name, value }) => [name, value as ReaderAnswer]));
	}

	#read(early: ReadonlyMap<string, string> = new Map()) {
		const ids = [...new Set(this.#inputs.map(({ name }) => name))];
		const given = readAnswers(location.hash, ids);
		for (const input of this.#inputs)
			input.checked = (early.get(input.name) ?? given.get(input.name) ?? 'unsure') === input.value;
		this.#show();
	}

	#show() {
		const open = [...this.querySelectorAll('.mat-q')].filter(
			(question) =>
				question.classList.contains('is-no') ||
				question.querySelector('input:checked:not([value=yes])') !== null,
		);
		const steps = open.slice(0, STEPS).map((question) => {
			const item = element('li', '');
			const said = question.querySelector('.mat-next');
			for (const one of said?.querySelectorAll('span') ?? []) item.append(one.cloneNode(true), ' ');
			return item;
		});
		part(this, '[data-steps]').replaceChildren(...steps);
	}
}

customElements.define('maturity-check', MaturityCheck);
