/** The items of an evidence pack in words: their table, and what is missing. */
import {
	type EvidenceState,
	evidenceKind,
	evidenceState,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { isHeld, type PackItem, type ToDo } from '../../judge/evidence/item.ts';
import { gapsOf, type Pack } from '../../judge/evidence/pack.ts';
import type { Kept } from '../../judge/records/kept.ts';
import { countOf } from '../../words/count.ts';
import { longDay, shortDay } from '../../words/day.ts';
import { inside, listOf } from '../../words/phrase.ts';
import {
	type Block,
	gap,
	type Inline,
	id,
	joined,
	link,
	mark,
	type Sign,
	strong,
	sub,
	type Tone,
	table,
	text,
	type Words,
} from '../blocks.ts';
import type { Section } from '../page.ts';

const looks: Record<EvidenceState, readonly [Tone, Sign]> = {
	held: ['ok', 'tick'],
	'none-in-force': ['mute', 'tick'],
	lapsed: ['warn', 'clock'],
	missing: ['bad', 'gap'],
};

export const evidenceMark = (state: EvidenceState): Inline =>
	mark(evidenceState.label(state), ...looks[state]);

export const isComplete = ({ held, items }: Pack): boolean => held === items.length;

const VERBS = { missing: ['is missing', 'are missing'], lapsed: ['has lapsed', 'have lapsed'] };

/** What a pack comes to, in a sentence. */
export function packAnswer(pack: Pack): string {
	const { held, items, subject } = pack;
	const about = `The pack of ${subject.data.title} is`;
	const gaps = gapsOf(pack);
	const count = (state: EvidenceState) => gaps.filter((item) => item.state === state).length;
	if (gaps.length === 0) return `${about} complete: ${held} of ${items.length} items are held.`;
	const parts = (['missing', 'lapsed'] as const)
		.filter((state) => count(state) > 0)
		.map((state) => `${count(state)} ${VERBS[state][count(state) === 1 ? 0 : 1]}`);
	return `${about} not complete: ${listOf([`${held} of ${items.length} items are held`, ...parts])}.`;
}

const fromWords: Record<ToDo['from'], string> = {
	plan: 'planned by the team',
	pilot: 'the pilot ends',
	review: 'next review',
};

/** Who supplies an item, and by when. */
export const toDoWords = ({ who, by, from }: ToDo): string =>
	`${who}, by ${shortDay(by)} (${fromWords[from]})`;

export function missingSection(pack: Pack): Section {
	const gaps = gapsOf(pack);
	const lapse = pack.items
		.filter(({ goodUntil }) => goodUntil !== undefined)
		.sort((a, b) => ((a.goodUntil ?? '') < (b.goodUntil ?? '') ? -1 : 1))[0];
	return {
		id: 'missing',
		title: 'What is missing',
		answer:
			gaps.length === 0
				? [
						`Nothing. All ${pack.items.length} items required at ${pack.tier} tier are held and in date.`,
						lapse?.goodUntil &&
							` The first one to lapse is "${lapse.item.item}", on ${longDay(lapse.goodUntil)}.`,
					]
				: `${countOf(gaps.length, 'item')}, who has to supply each, and by when.`,
		blocks: gaps.length === 0 ? [] : [gapTable(gaps)],
	};
}

const gapTable = (gaps: readonly PackItem[]): Block =>
	table(
		'Items that are missing or have lapsed',
		[
			'Item',
			{ label: 'State', state: true },
			'What is wrong',
			'Who supplies it',
			{ label: 'By', whole: true },
		],
		gaps.map(({ number, item, state, what, toDo }) => [
			`${number}. ${item.item}`,
			evidenceMark(state),
			[what, toDo?.next && sub([strong('Planned: '), toDo.next])],
			toDo?.who ?? '–',
			toDo ? [shortDay(toDo.by), sub(fromWords[toDo.from])] : '–',
		]),
	);

/** All items by tier: what is missing is in the same place and size as what is held. */
export function itemsSection(pack: Pack, isInside: boolean): Section {
	const { items, tier, held } = pack;
	const levels = tiers.values.filter((one) => items.some(({ item }) => item.from === one));
	return {
		id: 'items',
		title: 'What is in the pack',
		answer: `Required at ${tier} tier: ${countOf(items.length, 'item')}. Held: ${held}. Missing or lapsed: ${items.length - held}.`,
		blocks: [
			{
				kind: 'table',
				label: 'Items of the pack, by tier',
				look: 'use-controls',
				columns: [
					{ label: 'Item' },
					{ label: 'State', state: true },
					{ label: 'What proves it' },
					{ label: 'Dated', whole: true },
					{ label: 'Good until', whole: true },
					{ label: 'Recorded by' },
				],
				groups: levels.map((level, at) => {
					const own = items.filter(({ item }) => item.from === level);
					const count = `${own.filter(isHeld).length} of ${own.length} held`;
					return {
						title:
							at === 0 && level === 'low'
								? `Required at every tier: ${count}`
								: `Added at ${level} tier: ${count}`,
						rows: own.map((one) => ({ id: `item-${one.number}`, cells: cellsOf(one, isInside) })),
					};
				}),
			},
			...notRequired(pack),
		],
	};
}

/** A record by its id; in the archive it leads to the file that holds it. */
const recordName = ({ record, file }: Kept, isInside: boolean): Words =>
	isInside ? link(record.id, `files/${file.file}`) : id(record.id);

function cellsOf(one: PackItem, isInside: boolean): Words[] {
	const { number, item, state, what, records, dated, goodUntil, by, toDo } = one;
	return [
		[`${number}. ${item.item}`, item.kind && sub(evidenceKind.label(item.kind))],
		evidenceMark(state),
		[
			isHeld(one) ? what : gap(what),
			records.length > 0 &&
				sub([
					records.length === 1 ? 'Record ' : `${records.length} records: `,
					joined(records.slice(0, 3).map((kept) => recordName(kept, isInside))),
					records.length > 3 && ` and ${records.length - 3} more`,
				]),
		],
		dated ? shortDay(dated) : '–',
		goodUntil ? shortDay(goodUntil) : '–',
		toDo ? `To do: ${toDoWords(toDo)}` : (by ?? '–'),
	];
}

function notRequired({ notRequired: others }: Pack): Block[] {
	return others.map(({ item, onlyIf }) =>
		text(
			`Not required here: ${inside(item)}.${onlyIf ? ` It is required only in this case: ${onlyIf}` : ''}`,
			'small',
		),
	);
}
