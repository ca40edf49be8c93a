/** The risks of a pattern and the controls that cover them: where each is, how far each is proven. */

import { fromPattern } from '../judge/choice/answers.ts';
import { hasPack, packOf } from '../judge/evidence/pack.ts';
import { entryPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { capital, inside } from '../words/phrase.ts';
import {
	type Block,
	code,
	each,
	type Group,
	gap,
	id as identifier,
	joined,
	label,
	link,
	list,
	mark,
	strong,
	sub,
	text,
	type Words,
} from './blocks.ts';
import { packPath } from './evidence/paths.ts';
import { type ClosureRow, closureAnswer, type Way } from './pattern-closure.ts';
import { type ControlGroup, type ControlRow, proofLegend, proofWord } from './pattern-controls.ts';
import { evidencePath, inShort } from './pattern-evidence.ts';
import type { Head } from './pattern-head.ts';
import { evidencePack } from './pattern-record.ts';
import { type Content, type PatternSource, placeWords } from './pattern-source.ts';
import { riskGrid } from './risk-grid.ts';
import { tierLadder } from './tier-ladder.ts';

/** Where the risks are, why this tier, and what prevents, detects and corrects each risk. */
export function risks(source: PatternSource): Content {
	const { closure, portfolio } = source.facts;
	return {
		answer: closureAnswer(closure),
		blocks: [
			{ kind: 'columns', columns: [grid(closure), why(source)] },
			{
				kind: 'table',
				label: 'What prevents, detects and corrects each risk, and what remains',
				look: 'closure',
				columns: ['Risk', 'Prevent', 'Detect', 'Correct', 'Remaining risk'].map((head) => ({
					label: head,
				})),
				groups: [{ rows: closure.map((row) => ({ id: `risk-${row.id}`, cells: riskCells(row) })) }],
			},
			...central(portfolio),
		],
	};
}

/** The risks that the council handles once for all patterns, where there are any. */
const central = (risks: PatternSource['facts']['portfolio']): Block[] =>
	risks.length === 0
		? []
		: [
				text(
					[
						'Handled centrally for all patterns: ',
						joined(risks.map(({ title, path }) => link(inside(title), path))),
						'.',
					],
					'label',
				),
			];

const grid = (closure: readonly ClosureRow[]): Group => ({
	kind: 'group',
	title: 'Before controls: how likely, and how bad',
	blocks: [
		riskGrid(
			closure.map(({ id, title, likelihood, impact }) => ({
				likelihood,
				impact,
				words: link(title, `#risk-${id}`),
			})),
		),
	],
});

function why({ pattern: { id, data }, facts: { head }, catalogue }: PatternSource): Group {
	return {
		kind: 'group',
		id: 'tier',
		title: `Why ${inside(head.tier.label)}`,
		blocks: [
			tierLadder(data, head.tier, catalogue),
			...annexWords(head),
			text(link('Change an answer and see what follows', `/choose/${fromPattern(id)}`), 'label'),
		],
	};
}

const annexWords = ({ tier: { annexIII } }: Head) => [
	text(
		[
			annexIII && `Area of Annex III of the EU AI Act: ${annexIII}. `,
			'An owner can declare a higher tier, never a lower one.',
		],
		'label',
	),
];

function riskCells(row: ClosureRow): Words[] {
	return [
		[
			link(row.title, row.path),
			row.label && [' ', label(identifier(row.label))],
			sub(row.scenario),
		],
		...row.ways.map(wayWords),
		[
			row.state === 'accepted' && mark('Accepted until a date', 'warn'),
			each(
				[row.residual, row.acceptance && `Accepted by ${row.acceptance}`, ...row.standIns].filter(
					Boolean,
				),
			),
		],
	];
}

const wayWords = ({ controls: found, gap: why }: Way): Words =>
	why
		? gap(why)
		: each(
				found.map(({ id, title, waived, state }) => [
					{ kind: 'proof', state, text: proofWord(state) },
					' ',
					link(title, `#ctl-${id}`),
					sub(waived),
				]),
			);

/** The pack of the pattern itself, where there is something in it. */
function packLink(
	pattern: PatternSource['pattern'],
	catalogue: PatternSource['catalogue'],
): Block[] {
	const pack = hasPack(pattern, catalogue) ? packOf(pattern, catalogue) : undefined;
	if (!pack) return [];
	const held = `: ${pack.held} of ${pack.items.length} items held.`;
	return [text([link('Evidence pack of this pattern', packPath(pattern)), held])];
}

/** Controls grouped by why each is there, with how, where, and what proves it. */
export function controls({ pattern, facts, catalogue }: PatternSource): Content {
	const { groups, answer } = facts.controls;
	const pack = evidencePack(facts.head.tier.tier, catalogue);
	const states = text(proofLegend(groups), 'label');
	return {
		answer,
		blocks: [
			inShort(
				[
					controlTable(groups, ['Where', 'Proof'], shortCells, true),
					states,
					text(
						link(
							'How each control is met, and the evidence a reviewer asks for',
							evidencePath(pattern.id, 'controls'),
						),
					),
					...packLink(pattern, catalogue),
				],
				[
					controlTable(groups, ['How it is met', 'Where', 'Evidence'], (row) =>
						fullCells(row, entryPath(pattern)),
					),
					states,
					{
						kind: 'group',
						title: 'Evidence pack',
						blocks: [
							text(
								`A reviewer asks for ${countOf(pack.items.length, 'item')} at ${pack.tier} tier:`,
								'label',
							),
							list(pack.items.map(capital)),
							...packLink(pattern, catalogue),
						],
					},
				],
			),
		],
	};
}

const controlTable = (
	groups: readonly ControlGroup[],
	columns: readonly string[],
	cells: (row: ControlRow) => Words[],
	tight = false,
): Block => ({
	kind: 'table',
	label: 'Controls by the reason for each',
	look: 'controls',
	tight,
	columns: [
		{ label: 'Control' },
		{ label: 'State', state: true },
		...columns.map((head) => ({ label: head })),
	],
	groups: groups.map(({ title, end, rows }) => ({
		title: `${title}: ${inside(end)}`,
		rows: rows.map((row) => ({ id: `ctl-${row.id}`, cells: cells(row) })),
	})),
});

/** What a reader of the pattern needs: is it there, where, and does something show that it works? */
const shortCells = (row: ControlRow): Words[] => [
	[link(row.title, row.path), waiverWords(row)],
	stateWords(row),
	[placeWords(row.places), row.places.length > 0 && ' ', row.codifiedIn ?? 'Nothing yet'],
	row.evidence ? [row.evidence.kind, row.evidence.date && `, ${row.evidence.date}`] : 'None',
];

/** All of it, for those who check; the drawing is on the page of the pattern. */
const fullCells = (row: ControlRow, drawing: string): Words[] => [
	[link(row.title, row.path), sub(row.type), waiverWords(row)],
	stateWords(row),
	row.how ?? (row.waiver ? '' : 'Required here. The pattern does not say how it is met.'),
	[
		placeWords(row.places.map((place) => ({ ...place, to: drawing + place.to }))),
		row.places.length > 0 && ' ',
		row.codifiedIn ?? 'Nothing yet',
		row.file && sub(code(row.file)),
	],
	row.evidence
		? [`${row.evidence.kind}, ${row.evidence.date ?? 'none yet'}`, sub(row.evidence.source)]
		: 'None',
];

const stateWords = ({ state }: ControlRow): Words => ({
	kind: 'proof',
	state,
	text: proofWord(state),
});

const waiverWords = ({ waiver }: ControlRow): Words =>
	waiver && sub(strong(`${waiver.until}.`), ` ${waiver.because} Instead: ${waiver.compensatedBy}`);
