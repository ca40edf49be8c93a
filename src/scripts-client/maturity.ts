/** The maturity check: answers in the address, and the next three steps in one place. */
import { type ReaderAnswer, readAnswers, writeAnswers } from '#catalogue/pages/maturity/view.ts';
import { element } from './element.ts';
import { part } from './prompt-form-fields.ts';

/** Steps that the result shows. */
const STEPS = 3;

class MaturityCheck extends HTMLElement {
	connectedCallback() {
		this.#read();
		addEventListener('hashchange', () => this.#read());
		this.addEventListener('change', () => {
			history.replaceState(null, '', `${location.pathname}${writeAnswers(this.#given)}`);
			this.#show();
		});
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

	#read() {
		const ids = [...new Set(this.#inputs.map(({ name }) => name))];
		const given = readAnswers(location.hash, ids);
		for (const input of this.#inputs)
			input.checked = (given.get(input.name) ?? 'unsure') === input.value;
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
