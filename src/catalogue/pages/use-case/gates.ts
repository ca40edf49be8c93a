/** Section 5: the gates it has passed, and what the next one still asks for. */
import { type Stage, stage as stages } from '#schemas/vocabularies.ts';
import { type CriterionResult, gateOf } from '../../judge/use/gates.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { longDay, shortDay } from '../../words/day.ts';
import { inside } from '../../words/phrase.ts';
import { mark, type RowGroup, strong, text } from '../blocks.ts';
import type { Section } from '../page.ts';

type UseCase = Entry<'use-cases'>;

/** The stage after the one that a use is at. */
const nextStage = ({ data }: UseCase): Stage | undefined =>
	stages.values[stages.rank(data.stage) + 1];

/** What the next gate comes to, in a line. */
export function nextGateWords(entry: UseCase, catalogue: Catalogue): string {
	const next = nextStage(entry);
	if (!next) return 'It is at the last stage.';
	const gate = gateOf(entry, next, catalogue);
	return `Next gate: ${gate.filter(({ met }) => met).length} of ${gate.length} met.`;
}

export function gatesSection(entry: UseCase, catalogue: Catalogue): Section {
	const { pilot, stages: entered } = entry.data;
	const next = nextStage(entry);
	const passed = entered.length;
	const open = next ? gateOf(entry, next, catalogue).filter(({ met }) => !met) : [];
	return {
		id: 'gates',
		title: 'Gates',
		answer: [
			`It has entered ${countOf(passed, 'stage')}. `,
			next
				? open.length === 0
					? 'Its next gate is met.'
					: `Not met yet for the next gate: ${open.map(({ criterion }) => inside(criterion)).join('; ')}.`
				: 'It is at the last stage.',
		],
		blocks: [
			{
				kind: 'table',
				label: 'Gates with what decided each criterion',
				look: 'gates',
				columns: [
					{ label: 'What must be true' },
					{ label: 'State', state: true },
					{ label: 'Decided how' },
					{ label: 'When', whole: true },
				],
				groups: [
					...entered.map(({ stage, entered: day }) =>
						groupOf(stage, day, gateOf(entry, stage, catalogue)),
					),
					...(next ? [groupOf(next, undefined, gateOf(entry, next, catalogue))] : []),
				],
			},
			...(pilot
				? [
						text(
							`To leave the pilot: ${pilot.exit.map(inside).join('; ')}. The pilot ends on ${longDay(pilot.ends)}.`,
							'label',
						),
					]
				: []),
		],
	};
}

function groupOf(
	stage: Stage,
	entered: string | undefined,
	gate: readonly CriterionResult[],
): RowGroup {
	const met = gate.filter((one) => one.met).length;
	const name = `To enter ${inside(stages.label(stage))}`;
	return {
		title: entered
			? `${name}. Entered on ${longDay(entered)}`
			: `${name}. ${met} of ${gate.length} met`,
		rows: gate.map(({ criterion, met: isMet, decided, from, by, on }) => ({
			cells: [
				criterion,
				isMet
					? mark('Met', 'ok', 'tick')
					: mark('Not met', entered ? 'bad' : 'mute', entered ? 'cross' : 'open'),
				[
					strong(decided === 'computed' ? 'Computed' : 'Recorded'),
					by ? ` by ${by}: ${from}` : `: ${from}`,
				],
				shortDay(on),
			],
		})),
	};
}
