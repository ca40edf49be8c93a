/** Where no control of a pattern answers a risk one way: why, or what is waived in its place. */
import {
	type ControlType,
	controlType,
	type ProofState,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { requiredControls, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { inside, listOf } from '../words/phrase.ts';
import type { Place } from './pattern-places.ts';
import type { ControlWaiver } from './pattern-waivers.ts';

/** A control that answers a risk one way. */
export interface Answer {
	id: string;
	title: string;
	places: Place[];
	codifiedIn: string;
	/** `Waived until …`: it does not answer the risk today. */
	waived: string | undefined;
	state: ProofState;
}

/** Why nothing answers a risk one way: nothing exists, nothing is asked, or it is not used. */
export function gapOf(
	type: ControlType,
	risk: Entry<'risks'> | undefined,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): string {
	const known = risk ? controlsAnswering(risk, type, catalogue) : [];
	if (known.length === 0) {
		return `No ${inside(controlType.label(type))} control in the catalogue addresses this risk`;
	}
	const { policy } = catalogue;
	const required = new Set(requiredControls(pattern.data, policy).map(({ control }) => control));
	const used = new Set(pattern.data.controls.map(({ control }) => control));
	const near = known.filter(({ id }) => required.has(id) || used.has(id));
	if (near.length > 0) return `Not used here: ${names(near)} would`;
	const tier = inside(tiers.label(tierOf(pattern.data, policy)));
	return `None required at ${tier} tier; ${names(known, 'or')} would address it`;
}

function controlsAnswering(risk: Entry<'risks'>, type: ControlType, { controls }: Catalogue) {
	return [...controls.values()].filter(
		({ data }) => data.type === type && data.mitigates.includes(risk.id),
	);
}

const names = (controls: readonly Entry<'controls'>[], last = 'and') =>
	listOf(
		controls.map(({ data }) => inside(data.title)),
		last,
	);

/** Waived controls that the pattern needs and lacks, and that would answer the risk this way. */
export function waivedInstead(
	risk: string,
	type: ControlType,
	{ data }: Entry<'patterns'>,
	waivers: ReadonlyMap<string, ControlWaiver>,
	{ controls, policy }: Catalogue,
): Answer[] {
	const required = new Set(requiredControls(data, policy).map(({ control }) => control));
	return [...waivers].flatMap(([id, { until }]) => {
		const control = controls.get(id)?.data;
		if (!required.has(id) || control?.type !== type || !control.mitigates.includes(risk)) return [];
		return [
			{ id, title: control.title, places: [], codifiedIn: '', waived: until, state: 'waived' },
		];
	});
}
