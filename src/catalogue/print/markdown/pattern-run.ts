/** Sections 11 to 16 of a pattern as Markdown: how it is measured, rolled out, learnt and kept. */
import { tier as tiers } from '#schemas/vocabularies.ts';
import {
	changesAnswer,
	GATE_WORDS,
	type Gate,
	peopleOf,
	relatedAnswer,
	rolloutAnswer,
	skillingAnswer,
} from '../../pages/pattern-record.ts';
import { USED_BY_COLUMNS } from '../../pages/used-by.ts';
import { inside } from '../../words/phrase.ts';
import { linkTo } from './address.ts';
import { changeTable } from './changes.ts';
import type { PatternSource, Sections } from './pattern-source.ts';
import { usesBlock } from './rows.ts';
import { blocks, heading, lines, list, type Markdown, md, table } from './write.ts';

/** Sections of the parts Run and Record. */
export function patternRun(source: PatternSource): Sections {
	const { pattern, facts, context } = source;
	const { data } = pattern;
	return {
		metrics: { answer: facts.metrics.answer, content: metrics(source) },
		rollout: {
			answer: rolloutAnswer(facts.gates),
			content: blocks(...facts.gates.flatMap(gate)),
		},
		skilling: { answer: skillingAnswer(pattern), content: skilling(source) },
		'used-by': {
			answer: facts.usedBy.answer,
			content: usesBlock(USED_BY_COLUMNS, facts.usedBy, context),
		},
		related: {
			answer: relatedAnswer(facts.related),
			content: list(
				facts.related.map(
					(other) => md`${linkTo(other, context)} (${tiers.label(other.tier)} tier): ${other.why}`,
				),
			),
		},
		changes: { answer: changesAnswer(pattern), content: changeTable(data.changes) },
	};
}

function metrics({ facts, context }: PatternSource): Markdown {
	const rows = facts.metrics.dimensions.flatMap(({ title, rows: own }) =>
		own.map((row) => ({ dimension: title, ...row })),
	);
	return table(
		['Metric', 'Dimension', 'Baseline', 'Target', 'Now', 'Read from'],
		rows.map((row) => [
			lines(
				linkTo(row, context),
				row.part ? `${row.part}, ${row.unit}` : row.unit,
				row.owner && `Owner: ${row.owner}`,
			),
			row.dimension,
			row.baseline,
			row.target,
			row.state === 'off' ? `${row.now}. Off target` : row.now,
			lines(`${row.source}.`, row.alert && `Alert: ${inside(row.alert)}.`),
		]),
	);
}

function gate({ title, objective, state, enter, exit }: Gate, at: number) {
	return [
		heading(4, md`${at + 1}. ${title}`),
		objective,
		list(enter.map((text) => `Not recorded as met: ${text}`)),
		`${GATE_WORDS[state]}.`,
		exit.length > 0 && `To leave ${title.toLowerCase()}:`,
		list(exit),
	];
}

function skilling({ pattern, context }: PatternSource): Markdown {
	return table(
		['Role, and what changes', 'Practises', 'Learns to judge', 'Done when', 'Finished'],
		peopleOf(pattern, context.catalogue).map((person) => [
			lines(linkTo(person, context), person.change),
			person.practises,
			person.judges,
			person.doneWhen,
			person.finished
				? lines(person.finished.day, `Covered ${person.finished.covers}. ${person.finished.source}`)
				: 'Not recorded',
		]),
	);
}
