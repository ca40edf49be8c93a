/** Risk closure: what prevents, detects and corrects each risk of a pattern, and what is missing. */

import type { Pattern } from '#schemas/pattern.ts';
import type { Risk } from '#schemas/risk.ts';
import {
	type ControlType,
	codification,
	controlType,
	type Impact,
	type Likelihood,
} from '#schemas/vocabularies.ts';
import { type ControlProof, proofsOf } from '../judge/records/proof.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath, titleOf } from '../model/entry.ts';
import { titleById } from '../model/title.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { type Answer, gapOf, waivedInstead } from './closure-gap.ts';
import { placesOf } from './pattern-places.ts';
import { type ControlWaiver, controlWaivers } from './pattern-waivers.ts';

type Proofs = ReadonlyMap<string, ControlProof>;

export interface Way {
	type: ControlType;
	controls: Answer[];
	/** Whether a control that is not waived addresses the risk this way. */
	closed: boolean;
	/** Whether one of them is proven. */
	proven: boolean;
	/** Why no control stands here; undefined when one does. */
	gap: string | undefined;
}

export interface ClosureRow {
	id: string;
	title: string;
	path: string;
	/** Identifier of the same risk in an external framework. */
	label: string | undefined;
	scenario: string;
	/** Before controls. */
	likelihood: Likelihood;
	impact: Impact;
	/**
	 * `accepted` when someone has accepted what is left, or a control that answers it is waived:
	 * both end on a day. `proven` when a proven control addresses it in each of the three ways;
	 * `named` when the controls are there but not all of them are proven.
	 */
	state: 'proven' | 'named' | 'accepted' | 'gap';
	acceptance: string | undefined;
	/** What stands in for each waived control, and until when. */
	standIns: string[];
	residual: string | undefined;
	ways: Way[];
}

/** The closure table of a pattern, in the author's order of risks. */
export function closureOf(pattern: Entry<'patterns'>, catalogue: Catalogue): ClosureRow[] {
	const waivers = controlWaivers(pattern, catalogue);
	const proofs = proofsOf(pattern, catalogue);
	return pattern.data.risks.map((risk) => rowOf(risk, pattern, waivers, proofs, catalogue));
}

function rowOf(
	use: Pattern['risks'][number],
	pattern: Entry<'patterns'>,
	waivers: ReadonlyMap<string, ControlWaiver>,
	proofs: Proofs,
	catalogue: Catalogue,
): ClosureRow {
	const entry = catalogue.risks.get(use.risk);
	const uses = pattern.data.controls.filter(({ control }) => use.mitigatedBy.includes(control));
	const ways = controlType.values.map((type): Way => {
		const controls: Answer[] = uses
			.filter(({ control }) => catalogue.controls.get(control)?.data.type === type)
			.map(({ control, enforcedAt, codifiedIn }) => ({
				id: control,
				title: titleById('controls', control, catalogue),
				places: placesOf(pattern.data.architecture, enforcedAt),
				codifiedIn: codification.label(codifiedIn),
				waived: waivers.get(control)?.until,
				state: proofs.get(control)?.state ?? 'planned',
			}));
		if (controls.length === 0)
			controls.push(...waivedInstead(use.risk, type, pattern, waivers, catalogue));
		return {
			type,
			controls,
			closed: controls.some(({ waived }) => !waived),
			proven: controls.some(({ waived, state }) => !waived && state === 'proven'),
			gap: controls.length > 0 ? undefined : gapOf(type, entry, pattern, catalogue),
		};
	});
	const waived = ways.flatMap(({ controls }) => controls.filter((answer) => answer.waived));
	return {
		id: use.risk,
		title: entry ? titleOf(entry) : use.risk,
		path: entryPath({ collection: 'risks', id: use.risk }),
		label: entry && sameElsewhere(entry.data),
		scenario: use.scenario,
		likelihood: use.likelihood,
		impact: use.impact,
		state: stateOf(use, ways),
		acceptance:
			use.accepted &&
			`${use.accepted.by}, until ${longDay(use.accepted.until)}. ${use.accepted.because}`,
		standIns: waived.flatMap(({ id, title }) => {
			const waiver = waivers.get(id);
			return waiver ? [`${title}: ${inside(waiver.until)}. Instead: ${waiver.compensatedBy}`] : [];
		}),
		residual: use.residual,
		ways,
	};
}

function stateOf({ accepted }: Pattern['risks'][number], ways: Way[]): ClosureRow['state'] {
	if (accepted) return 'accepted';
	if (ways.some(({ gap }) => gap !== undefined)) return 'gap';
	if (ways.some(({ controls }) => controls.some(({ waived }) => waived))) return 'accepted';
	return ways.every(({ proven }) => proven) ? 'proven' : 'named';
}

function sameElsewhere({ frameworks }: Risk): string | undefined {
	return frameworks.find(({ relation }) => relation === 'same')?.item;
}

/**
 * The answer of section 6: how many risks are closed, and in which way the others are not.
 *
 * @example
 * closureAnswer(rows) // => 'Two risks. One can be prevented, detected and corrected. Bias has no preventive control.'
 */
export function closureAnswer(rows: readonly ClosureRow[]): string {
	const closed = rows.filter(isClosed).length;
	const total = capital(countOf(rows.length, 'risk'));
	const verdict =
		closed === rows.length
			? `${total}. ${rows.length === 1 ? 'It' : 'Each'} can be prevented, detected and corrected${provenWords(rows)}.`
			: `${total}. ${closed === 0 ? 'None' : closed} can be prevented, detected and corrected${provenWords(rows)}.`;
	const gaps = rows.flatMap(({ title, ways }) => {
		const missing = ways
			.filter(({ gap }) => gap)
			.map(({ type }) => inside(controlType.label(type)));
		return missing.length > 0 ? [`${title} has no ${listOf(missing, 'or')} control.`] : [];
	});
	const accepted = rows
		.filter(({ state }) => state === 'accepted')
		.map(({ title }) => inside(title));
	const end = accepted.length > 0 ? [`Accepted until a date: ${listOf(accepted)}.`] : [];
	return [verdict, ...gaps, ...end].join(' ');
}

/** What of it is proven: a control that is only named protects nobody. */
function provenWords(rows: readonly ClosureRow[]): string {
	const proven = rows.filter(({ state }) => state === 'proven').length;
	if (!rows.some(isClosed)) return '';
	if (proven === 0) return ', with controls that are not proven yet';
	return proven === rows.length ? ', with proven controls' : `, ${proven} with proven controls`;
}

const isClosed = ({ ways, standIns }: ClosureRow) =>
	standIns.length === 0 && ways.every(({ closed }) => closed);

/** Risks of the portfolio that a pattern need not list, with how each is treated. */
export function portfolioRisks(catalogue: Catalogue) {
	return catalogue.policy.portfolioRisks.map(({ risk, treatedBy }) => ({
		title: titleById('risks', risk, catalogue),
		path: entryPath({ collection: 'risks', id: risk }),
		treatedBy,
	}));
}
