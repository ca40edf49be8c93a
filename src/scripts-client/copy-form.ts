/** The form of a copy: says what the policy asks as one chooses, and fills the zip in the page. */

import type { FillFacts } from '#catalogue/copy/fill/facts.ts';
import type { Judgement, Parameters } from '#catalogue/copy/fill/judge.ts';
import { countOf } from '#catalogue/words/count.ts';
import { announce } from './announce.ts';
import { element } from './element.ts';
import { part } from './prompt-form-fields.ts';

/** Rules, archive and digest are fetched when the form is first touched. */
const loadWork = () => import('./copy-work.ts');

class CopyForm extends HTMLElement {
	#facts: Promise<FillFacts> | undefined;
	/** The refusals that were announced, so that typing does not repeat them. */
	#said = '';
	/** Counts the judgements asked for, so that a slow one never covers a newer one. */
	#turn = 0;

	connectedCallback() {
		this.addEventListener('input', () => void this.#update());
		this.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#download();
		});
	}

	get #form(): HTMLFormElement {
		return part<HTMLFormElement>(this, 'form');
	}

	#chosen(): Parameters {
		const data = new FormData(this.#form);
		const text = (name: string) => String(data.get(name) ?? '');
		return {
			team: text('team'),
			owner: text('owner'),
			connectors: data.getAll('connector').map(String),
			model: text('model'),
			// The options of the select are the values of the vocabulary.
			dataClass: (text('dataClass') || undefined) as Parameters['dataClass'],
		};
	}

	#loadFacts(): Promise<FillFacts> {
		this.#facts ??= fetch(this.dataset.facts ?? '').then((response) => {
			if (!response.ok) throw new Error(`The catalogue answered ${response.status}.`);
			return response.json();
		});
		return this.#facts;
	}

	async #update(): Promise<Judgement | undefined> {
		this.#turn += 1;
		const turn = this.#turn;
		try {
			const [{ judge }, facts] = await Promise.all([loadWork(), this.#loadFacts()]);
			const judged = await judge(facts, this.#chosen());
			if (turn !== this.#turn) return undefined;
			this.#show(judged);
			return judged;
		} catch (error) {
			this.#facts = undefined;
			this.#fail(error);
			return undefined;
		}
	}

	#show(judged: Judgement) {
		const { duties, refused } = judged;
		part(this, '[data-tier]').textContent = verdictWords(judged);
		const added = duties.filter((duty) => duty.added);
		part(this, '[data-added]').replaceChildren(
			...(added.length > 0
				? [
						element('p', 'label mt-3', 'Your data adds'),
						element(
							'ul',
							'bul',
							...added.map(({ title, because, placed }) =>
								element(
									'li',
									'',
									`${title}. ${because} ${placed ? 'In the starter.' : 'Not in the starter.'}`,
								),
							),
						),
					]
				: []),
		);
		const rules = Map.groupBy(refused, ({ rule }) => rule);
		part(this, '[data-refused]').replaceChildren(
			...[...rules].map(([rule, found]) =>
				element(
					'div',
					'note bad mt-3',
					element(
						'p',
						'',
						element('b', '', 'Refused by '),
						this.#ruleLink(rule),
						'. ',
						found[0]?.why ?? '',
					),
					element(
						'ul',
						'bul',
						...found.map(({ message, fix }) => element('li', '', `${message} ${fix}`)),
					),
				),
			),
		);
		const button = part(this, '[type=submit]');
		button.setAttribute('aria-disabled', String(refused.length > 0));
		const said = refusalWords(judged);
		if (said && said !== this.#said) announce(said);
		this.#said = said;
	}

	#ruleLink(rule: string): HTMLAnchorElement {
		const link = element('a', 'mono', rule);
		link.href = `${this.dataset.rules ?? ''}${rule}/`;
		return link;
	}

	#fail(error: unknown) {
		const said = error instanceof Error ? error.message : String(error);
		const message = `${said} Nothing was made; the plain zip is above.`;
		part(this, '[data-tier]').textContent = message;
		announce(message);
	}

	async #download() {
		const judged = await this.#update();
		const chosen = this.#chosen();
		const { fillZip, parameterProblems } = await loadWork();
		const problems = parameterProblems(chosen);
		this.#mark(problems);
		const first = problems[0];
		if (first) {
			part(this, `[name=${first.field}]`).focus();
			announce(problems.map(({ message }) => message).join(' '));
			return;
		}
		if (!judged) return;
		if (judged.refused.length > 0) return announce(refusalWords(judged));
		try {
			const response = await fetch(this.dataset.zip ?? '');
			if (!response.ok) throw new Error(`The catalogue answered ${response.status}.`);
			const zip = new Uint8Array(await response.arrayBuffer());
			const facts = await this.#loadFacts();
			const filled = fillZip(zip, this.dataset.digest ?? '', facts, chosen, judged);
			save(`${this.dataset.name}-starter.zip`, filled);
			announce('The filled starter is downloaded.');
		} catch (error) {
			this.#fail(error);
		}
	}

	#mark(problems: readonly { field: string; message: string }[]) {
		for (const box of this.querySelectorAll<HTMLElement>('[data-error]')) {
			const problem = problems.find(({ field }) => field === box.dataset.error);
			box.hidden = !problem;
			part(box, ':scope > span').textContent = problem?.message ?? '';
			const control = part(this, `[name=${box.dataset.error}]`);
			control.toggleAttribute('aria-invalid', false);
			if (problem) control.setAttribute('aria-invalid', 'true');
		}
	}
}

function verdictWords(judged: Judgement): string {
	const { tier, before, labels, reasons, seats, reviewMonths, duties } = judged;
	const changed = tier === before ? 'as the pattern itself' : `raised from ${labels.before}`;
	return [
		`Risk tier ${labels.tier}, ${changed}.`,
		...reasons,
		`A review every ${countOf(reviewMonths, 'month')}; approval by ${seats.join(', ')}.`,
		`${countOf(duties.length, 'control is', 'controls are')} required.`,
	].join(' ');
}

const refusalWords = ({ refused }: Judgement) =>
	refused.length > 0 ? `Refused: ${refused.map(({ message }) => message).join(' ')}` : '';

function save(name: string, bytes: Uint8Array<ArrayBuffer>) {
	const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
	const link = element('a', '');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

customElements.define('copy-form', CopyForm);
