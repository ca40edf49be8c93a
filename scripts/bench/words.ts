/** Words and sentences for synthetic entries: varied enough that search and compression work as usual. */
import type { Random } from './random.ts';

const THINGS =
	'invoice claim order contract ticket complaint shipment policy report referral roster survey application permit delivery appointment forecast inspection tender estimate booking refund licence audit letter'.split(
		' ',
	);
const ACTIONS =
	'sorting matching drafting checking summarising routing extracting comparing ranking tagging reviewing answering'.split(
		' ',
	);
const PLACES =
	'branch warehouse clinic depot workshop registry laboratory counter back-office field-team'.split(
		' ',
	);
const VERBS =
	'reads compares holds returns rejects records forwards measures limits explains repeats releases'.split(
		' ',
	);
const OBJECTS =
	'the case|the label|each source|the threshold|the held item|the answer|the schema|the trace|the reviewer|the queue|the prompt version|the quoted sentence'.split(
		'|',
	);
const TAILS =
	'before anything is kept|within one minute|and keeps the reason|until a person decides|at every release|when the confidence is low|for the team that owns it|without changing the record|in the same order each time|so that the next step can check it'.split(
		'|',
	);

/** A title of three words that no other number has. */
export function titleFor(index: number, { pick }: Random): string {
	const action = pick(ACTIONS);
	return `${action.charAt(0).toUpperCase()}${action.slice(1)} ${pick(THINGS)}s ${index + 1}`;
}

/** A fact in a few words, as a typed field states it. */
export function fact({ pick }: Random): string {
	return `The ${pick(PLACES)} ${pick(VERBS)} ${pick(OBJECTS)} of the ${pick(THINGS)}.`;
}

/** One plain sentence of prose, about sixteen words. */
export function sentence({ pick }: Random): string {
	const place = pick(PLACES);
	return `The ${place} ${pick(VERBS)} ${pick(OBJECTS)} of the ${pick(THINGS)} ${pick(TAILS)}.`;
}

/** A paragraph of `count` sentences. */
export function paragraph(random: Random, count: number): string {
	return Array.from({ length: count }, () => sentence(random)).join(' ');
}
