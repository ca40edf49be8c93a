/** Gaps in words: what is not covered, where, what closes it and who does it. */
import { dataClass, problem } from '#schemas/vocabularies.ts';
import type { CoverageGap, GapKind } from '../../judge/coverage/gaps.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { teamOf } from '../../model/team.ts';
import { titleById } from '../../model/title.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { inside, listOf } from '../../words/phrase.ts';
import {
	type Block,
	joined,
	link,
	mark,
	quiet,
	strong,
	table,
	text,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';

/** Gaps in one table; the maps show the rest. */
const MOST_GAPS = 25;
const MOST_NAMES = 4;

const LABELS: Record<GapKind, string> = {
	data: 'Data above the limit',
	'risk-open': 'Risk with nothing proven',
	control: 'Required control not proven',
	'risk-part': 'Risk partly covered',
	problem: 'Problem without an approved pattern',
};

export const gapLabel = ({ kind }: Pick<CoverageGap, 'kind'>): string => LABELS[kind];

/** What is not covered, as an address and as a name. */
export function gapSubject(
	{ kind, id }: CoverageGap,
	catalogue: Catalogue,
): { title: string; path: string } {
	if (kind === 'problem') {
		const known = problem.values.find((value) => value === id);
		return { title: known ? problem.label(known) : id, path: '/coverage/problems/' };
	}
	const collection = kind === 'data' ? 'connectors' : kind === 'control' ? 'controls' : 'risks';
	return linkById(collection, id, catalogue);
}

/** What closes a gap. */
export function gapCloses(gap: CoverageGap, catalogue: Catalogue): string {
	const names = (ids: readonly string[]) => {
		const shown = ids
			.slice(0, MOST_NAMES)
			.map((id) => inside(titleById('controls', id, catalogue)));
		const more = ids.length - shown.length;
		return more > 0 ? `${shown.join(', ')} and ${countOf(more, 'other')}` : listOf(shown);
	};
	const value = dataClass.values.find((one) => one === gap.data);
	switch (gap.kind) {
		case 'data':
			return `Stop sending ${value ? inside(dataClass.label(value)) : ''} data through it, or use a connector that is cleared for it`;
		case 'problem':
			return 'Approve a pattern that solves it, or propose one';
		default:
			return `Record evidence for ${names(gap.controls)}`;
	}
}

/** Teams of the uses, and the first day that one of them has planned. */
export function gapDoers(
	{ uses, controls }: CoverageGap,
	catalogue: Catalogue,
): { teams: string[]; by: string | undefined } {
	const teams = [...new Set(uses.map(({ entry }) => teamOf(entry.data.owner, catalogue).name))];
	const plans = uses.flatMap(({ entry }) =>
		entry.data.plans.filter(({ control }) => controls.includes(control)).map(({ by }) => by),
	);
	return { teams: teams.sort(compare), by: plans.sort(compare)[0] };
}

/** The worst gaps, each in a row. */
export function gapsTable(gaps: readonly CoverageGap[], catalogue: Catalogue): Block[] {
	if (gaps.length === 0)
		return [text('There are no gaps. Everything that live uses need is proven.')];
	const shown = gaps.slice(0, MOST_GAPS);
	return [
		table(
			'Gaps, worst first, and how to close them',
			['Gap', 'Where', 'How to close it', 'Who', { label: 'By', whole: true }],
			shown.map((gap) => {
				const { title, path } = gapSubject(gap, catalogue);
				const { teams, by } = gapDoers(gap, catalogue);
				const bad = gap.kind === 'data' || gap.kind === 'risk-open';
				const count = gap.of > 0 ? ` ${gap.done}/${gap.of}` : '';
				return [
					mark(LABELS[gap.kind], bad ? 'bad' : 'warn', bad ? 'gap' : 'half'),
					[strong(link(title, path)), count, whereWords(gap)],
					gapCloses(gap, catalogue),
					teams.slice(0, MOST_NAMES).join(', ') || quiet('Nobody yet'),
					by ? shortDay(by) : quiet('No date'),
				];
			}),
			{ look: 'flags' },
		),
		...(gaps.length > shown.length
			? [text(`${countOf(gaps.length - shown.length, 'more gap')}: see the maps.`, 'label')]
			: []),
	];
}

function whereWords({ uses }: CoverageGap): Words {
	if (uses.length === 0) return '';
	const shown = uses
		.slice(0, MOST_NAMES)
		.map(({ entry }) => link(entry.data.title, `${entryPath(entry)}#controls`));
	const more = uses.length - shown.length;
	return [': ', joined(shown), more > 0 && ` and ${countOf(more, 'other use', 'other uses')}`];
}
