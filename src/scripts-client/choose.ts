/** The page "Choose": the result follows from each answer, and the address keeps the answers. */
import {
	answersFrom,
	answersOf,
	patternIn,
	queryOf,
	type ReadAnswers,
} from '#catalogue/judge/choice/answers.ts';
import type { Answers } from '#catalogue/judge/choice/questions.ts';
import type { Exposed } from '#catalogue/judge/tier.ts';
import { unpackIndex } from '#catalogue/pages/browse/pack.ts';
import { askFor } from '#catalogue/pages/choose/ask.ts';
import { type ChoiceFacts, resultOf } from '#catalogue/pages/choose/result.ts';
import type { ListDocument, PolicyDocument } from '#schemas/api.ts';
import { announce } from './announce.ts';
import { blockNodes } from './blocks.ts';
import { element, get } from './element.ts';
import { part } from './prompt-form-fields.ts';

class ChooseForm extends HTMLElement {
	#facts: Promise<ChoiceFacts> | undefined;
	/** Counts the results asked for, so that a slow one never covers a newer one. */
	#turn = 0;

	connectedCallback() {
		void this.#start();
		this.#form.addEventListener('change', () => this.#changed());
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			location.hash = 'result';
		});
		this.#form.addEventListener('reset', () => setTimeout(() => this.#changed()));
		this.#form.addEventListener('click', ({ target }) => {
			const button = target instanceof Element && target.closest<HTMLElement>('[data-clear]');
			if (button) this.#clear(button.dataset.clear ?? '');
		});
		addEventListener('popstate', () => this.#write(answersFrom(location.search)));
	}

	get #form(): HTMLFormElement {
		return part<HTMLFormElement>(this, 'form');
	}

	async #start() {
		const { answers, unknown } = await this.#given();
		// What was chosen before the answers had arrived counts more than the address.
		const early = this.#read();
		this.#write({ answers: { ...answers, ...early }, unknown });
		if (Object.keys(early).length > 0 || patternIn(location.search)) this.#keep(this.#read());
	}

	/** What the address says; where it names a pattern, the answers that this gives. */
	async #given(): Promise<ReadAnswers> {
		const said = answersFrom(location.search);
		const id = patternIn(location.search);
		if (id === undefined) return said;
		try {
			const answer = await get((this.dataset.pattern ?? '').replace('*', id));
			// The JSON of a pattern has its data as the schema of patterns has it.
			const { data } = (await answer.json()) as { data: Exposed & { problem: string } };
			const given = Object.entries({ problem: data.problem, ...answersOf(data) });
			return {
				// A pattern answers more than this policy asks for, and nobody typed that.
				answers: { ...Object.fromEntries(given.filter(([id]) => this.#asks(id))), ...said.answers },
				unknown: said.unknown.filter((pair) => pair !== `pattern=${id}`),
			};
		} catch {
			return said;
		}
	}

	#asks(id: string): boolean {
		return this.#form.querySelector(`input[name="${CSS.escape(id)}"]`) !== null;
	}

	/** The answers that are chosen now. */
	#read(): Answers {
		const data = new URLSearchParams();
		for (const [name, value] of new FormData(this.#form)) data.set(name, String(value));
		return answersFrom(data.toString()).answers;
	}

	/** Chooses the answers of the address, and says which of them are not known. */
	#write({ answers, unknown }: ReadAnswers) {
		for (const input of this.#form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
			input.checked = Object.entries(answers).some(
				([id, value]) => input.name === id && input.value === value,
			);
		}
		// The form asks only what the policy looks at; an answer to anything else is told, not kept.
		const asked = this.#read();
		const unasked = Object.entries(answers).filter(([id]) => !(id in asked));
		void this.#show(asked, [...unknown, ...unasked.map((pair) => pair.join('='))]);
	}

	#clear(id: string) {
		const inputs = this.#form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(id)}"]`);
		for (const input of inputs) input.checked = false;
		// The button goes with the answer; the question is where the reader was.
		inputs[0]?.focus();
		this.#changed();
	}

	#changed() {
		const answers = this.#read();
		this.#keep(answers);
		void this.#show(answers, []);
	}

	#keep(answers: Answers) {
		history.replaceState(null, '', `${location.pathname}${queryOf(answers)}`);
	}

	#load(): Promise<ChoiceFacts> {
		const { policy = '', controls = '', index = '' } = this.dataset;
		this.#facts ??= Promise.all([
			get(policy).then((answer) => answer.json() as Promise<PolicyDocument>),
			get(controls).then((answer) => answer.json() as Promise<ListDocument>),
			get(index).then((answer) => answer.text()),
		]).then(([{ data, council }, list, packed]) => ({
			policy: data,
			council,
			controls: new Map(list.entries.map(({ id, title }) => [id, title])),
			index: unpackIndex(packed),
		}));
		return this.#facts;
	}

	async #show(answers: Answers, unknown: readonly string[]) {
		this.#turn += 1;
		const turn = this.#turn;
		const body = part(this, '[data-result]');
		try {
			const { title, blocks, said, choice } = resultOf(answers, await this.#load());
			if (turn !== this.#turn) return;
			part(this, '[data-title]').textContent = title;
			body.replaceChildren(...unknownNote(unknown), ...blockNodes(blocks, 3));
			const { repository: url = '', edit } = this.dataset;
			const ask = part(this, '[data-ask]');
			part<HTMLAnchorElement>(ask, 'a').href = askFor(
				answers,
				choice,
				{ url, edit },
				location.href,
			);
			ask.hidden = choice.advice === 'rules';
			if (Object.keys(answers).length > 0) announce(said);
		} catch (error) {
			this.#facts = undefined;
			const told = `The result did not load. Choose an answer again to retry. ${String(error)}`;
			body.replaceChildren(element('div', 'note bad', element('p', '', told)));
			announce(told);
		}
	}
}

/** An address that someone has shortened or typed may say what no question knows. */
function unknownNote(unknown: readonly string[]): Node[] {
	if (unknown.length === 0) return [];
	const told = `We did not understand ${unknown.join(', ')} in the address. The other answers are filled in.`;
	return [element('div', 'note warn', element('p', '', told))];
}

customElements.define('choose-form', ChooseForm);
