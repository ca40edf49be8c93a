/** The form of a copy: says what the policy asks as one chooses, and fills the zip in the page. */

import type { FillFacts } from '#catalogue/copy/fill/facts.ts';
import type { Judgement, Parameters } from '#catalogue/copy/fill/judge.ts';
import type { Match } from '#catalogue/pages/choose/matches.ts';
import { countOf } from '#catalogue/words/count.ts';
import { inside, listOf } from '#catalogue/words/phrase.ts';
import { href } from '#site/urls.ts';
import { announce } from './announce.ts';
import { element, elementWith } from './element.ts';
import { part } from './prompt-form-fields.ts';
import { typedIn } from './typed.ts';

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
		// Data that was chosen before this script had arrived gets its verdict as well.
		if (typedIn(this.#form).size > 0) void this.#update();
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
			// The options of the selects are the values of the vocabularies.
			dataClass: (text('dataClass') || undefined) as Parameters['dataClass'],
			personalData: (text('personalData') || undefined) as Parameters['personalData'],
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
		const { duties, refused, against } = judged;
		const fits = refused.length === 0;
		part(this, '[data-tone]').className = `note ${fits ? (raised(judged) ? 'warn' : 'ok') : 'bad'}`;
		part(this, '[data-tier]').replaceChildren(
			element('b', '', verdictWords(judged)),
			` ${tierWords(judged)}`,
		);
		const added = duties.filter((duty) => duty.added);
		part(this, '[data-added]').replaceChildren(
			...(added.length > 0
				? [
						element('p', 'label mt-3', 'Controls that your data adds'),
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
		part(this, '[data-refused]').replaceChildren(
			...(fits
				? []
				: [
						element('ul', 'bul mt-2', ...against.map((reason) => element('li', '', reason))),
						elementWith('p', { class: 'mt-2', 'data-nearest': '' }),
						element(
							'p',
							'mt-2',
							'You can leave that data out, ',
							this.#link('answer the questions about your task', this.#choice()),
							' or look for another ',
							this.#link('connector', this.dataset.connectors),
							'. The rules behind this: ',
							...ruleLinks(refused, (rule) => this.#link(rule, `${this.dataset.rules}${rule}/`)),
							'.',
						),
					]),
		);
		part(this, '[type=submit]').setAttribute('aria-disabled', String(!fits));
		part(this, '[data-done]').hidden = true;
		const said = refusalWords(judged);
		if (said) void this.#name(judged, said);
		else this.#said = '';
	}

	/** Names the patterns that fit instead, and says the refusal aloud where it is a new one. */
	async #name({ exposure, tier }: Judgement, said: string) {
		const turn = this.#turn;
		const { data, personalData } = exposure;
		const address = this.dataset.index ?? '';
		const asked = { data, personalData, tier };
		const found = await import('./copy-nearest.ts')
			.then(({ nearest }) => nearest(address, this.dataset.name ?? '', asked))
			// Without the list the links to the questions and the connectors are still there.
			.catch(() => undefined);
		if (turn !== this.#turn) return;
		const place = part(this, '[data-nearest]');
		if (found) place.replaceChildren(...this.#nearestWords(found));
		const all = `${said} ${place.textContent}`.trim();
		if (all !== this.#said) announce(all);
		this.#said = all;
	}

	#nearestWords(found: readonly Match[]): (Node | string)[] {
		if (found.length === 0)
			return ['No other pattern for this task is designed for this data yet.'];
		const links = found.flatMap(({ id, title }, at) => [
			...(at > 0 ? [' or '] : []),
			this.#link(title, href(`/patterns/${id}/`)),
		]);
		return [
			'Take ',
			...links,
			' instead. ',
			`${found.length > 1 ? 'Both are' : 'It is'} designed for this data.`,
		];
	}

	/** The page that finds a pattern, with the data that was chosen here. */
	#choice(): string {
		const { dataClass, personalData } = this.#chosen();
		const asked = new URLSearchParams({
			...(dataClass && { data: dataClass }),
			...(personalData && { personalData }),
		});
		return `${this.dataset.choose ?? ''}?${asked}`;
	}

	#link(words: string, address = ''): HTMLAnchorElement {
		const link = element('a', '', words);
		link.href = address;
		return link;
	}

	#fail(error: unknown) {
		const said = error instanceof Error ? error.message : String(error);
		const message = `${said} Nothing was downloaded. You can download the plain zip instead.`;
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
			const done = part(this, '[data-done]');
			done.textContent = `Downloaded: ${this.dataset.name}-starter.zip. Unpack it, then run npm ci and npm test in its folder.`;
			done.hidden = false;
			announce(done.textContent);
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

const raised = ({ tier, before }: Judgement) => tier !== before;

function verdictWords(judged: Judgement): string {
	if (judged.refused.length > 0) return 'No, it does not fit as it is.';
	return raised(judged) ? 'It fits, with more to do.' : 'Yes, it fits as it is.';
}

function tierWords(judged: Judgement): string {
	const { labels, reasons, seats, reviewMonths, duties } = judged;
	const tier = raised(judged)
		? `The risk tier rises from ${inside(labels.before)} to ${inside(labels.tier)}.`
		: `The risk tier stays ${inside(labels.tier)}.`;
	return [
		tier,
		...(raised(judged) ? reasons : []),
		`${countOf(duties.length, 'control is', 'controls are')} required, with a review every ${countOf(reviewMonths, 'month')} and approval by ${listOf(seats.map(inside))}.`,
	].join(' ');
}

const ruleLinks = (refused: Judgement['refused'], link: (rule: string) => Node) =>
	[...new Set(refused.map(({ rule }) => rule))].flatMap((rule, at) => [
		...(at > 0 ? [', '] : []),
		link(rule),
	]);

const refusalWords = (judged: Judgement) =>
	judged.refused.length > 0 ? `${verdictWords(judged)} ${judged.against.join(' ')}` : '';

function save(name: string, bytes: Uint8Array<ArrayBuffer>) {
	const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
	const link = element('a', '');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

customElements.define('copy-form', CopyForm);
