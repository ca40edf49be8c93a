/** The glossary: terms that pages explain at their foot, each once and the same everywhere. */
import { proofState } from '#schemas/vocabularies.ts';
import { inside } from '../words/phrase.ts';
import { link, pairs, text, type Words } from './blocks.ts';
import type { Section } from './page.ts';

const proven = (['proven', 'built', 'planned', 'lapsed'] as const)
	.map((state) => `${proofState.label(state)}: ${inside(proofState.terms[state].meaning)}.`)
	.join(' ');

const terms = {
	'red-flag': [
		'Red flag',
		'Something that someone must act on. Red flags are counted and linked. They are not added up into a score.',
	],
	tier: [
		'Tier',
		'How much governance a use needs: low, medium or high. The catalogue works it out from the data and from what the use can do.',
	],
	proven: ['Proven', proven],
	seat: [
		'Seat',
		'A place on the governance council. Each seat signs for its own subject, such as security.',
	],
	waiver: [
		'Waiver',
		'Permission to go without a control until a date, with something else in its place.',
	],
	interval: [
		'Interval',
		'The range that probably contains the true rate, given the number of cases. All intervals of rates are Wilson intervals at 95%.',
	],
	'not-resolved': [
		'Not resolved',
		'The interval includes the limit, so these cases cannot tell if the limit is met. More cases are needed.',
	],
	gate: ['Gate', 'What must be true before a use moves to the next stage.'],
	digest: ['Digest', 'A fingerprint of a file or an entry. It shows if the content has changed.'],
	drift: ['Drift', 'A difference between what was approved and what is running.'],
	pin: [
		'Pin',
		'The exact version of a model that a use must call, so that it cannot change unnoticed.',
	],
	'golden-case': ['Golden case', 'An everyday test case whose right answer people have agreed.'],
	'duty-clock': [
		'Duty clock',
		'The time left to tell the people that the policy or the law says you must tell. It starts when you know that the AI was the cause, rather than when it happened.',
	],
	abstain: ['Abstain', 'Leave the case to a person.'],
	pattern: [
		'Pattern',
		'A standard way to solve a common problem with AI, with its architecture, risks, controls, metrics and prompts.',
	],
	'use-case': [
		'Use case',
		'A pattern at work in one team, with its own data, measures and approval.',
	],
	control: ['Control', 'Something that prevents, detects or corrects a risk.'],
	risk: ['Risk', 'Something that can go wrong, how likely it is and how much harm it does.'],
	'remaining-risk': [
		'Remaining risk',
		'The risk that is left when every control works. Someone must accept it.',
	],
	evidence: ['Evidence', 'What shows that a control works: a run, a drill, a record or a review.'],
	connector: [
		'Connector',
		'The approved way into a system, with what it can do and which data it takes.',
	],
	prompt: [
		'Prompt',
		'The text that a model receives, with typed variables, test cases and versions.',
	],
	starter: ['Starter', 'A project that runs straight away, to begin your own from.'],
	'edge-case': ['Edge case', 'An unusual test case that is easy to get wrong.'],
	'injection-case': [
		'Injection case',
		'A test case with hidden instructions. It shows if an attack can change what the model does.',
	],
	canary: [
		'Canary set',
		'Test cases that run every night on the live model, to notice when it changes.',
	],
	egress: ['Egress', 'Traffic that leaves the system.'],
	untrusted: [
		'Untrusted text',
		'Text written by someone outside the team. It can contain an attack.',
	],
} as const satisfies Record<string, readonly [string, string]>;
export type Term = keyof typeof terms;

/** A word as a link to what it means, at its first use on a page. */
export const term = (words: string): Words => link(words, '#words');

/** Every term in alphabetical order, each with a place that a link can lead to. */
export const glossary = (): { id: Term; name: string; meaning: string }[] =>
	// Object.keys loses the literal names that the table has.
	(Object.keys(terms) as Term[])
		.map((id) => ({ id, name: terms[id][0], meaning: terms[id][1] }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** The section that explains the terms of a page. */
export const termsSection = (...used: readonly Term[]): Section => ({
	id: 'words',
	title: 'Words used on this page',
	blocks: [
		pairs(
			used.map((name) => [terms[name][0], terms[name][1]]),
			'terms',
		),
		text([link('All words in the glossary', '/glossary/')], 'label'),
	],
});
