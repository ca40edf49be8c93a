/** Stages: which uses are at which, and what is still to be true before they can move on. */
import { stage as stages } from '#schemas/vocabularies.ts';
import type { Use } from '../../judge/portfolio/uses.ts';
import { gateOf } from '../../judge/use/gates.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import { type Block, joined, link, type Words } from '../blocks.ts';
import { MOST_NAMES } from './paths.ts';
import type { Rung } from './rung.ts';

export function rungsOf(uses: readonly Use[], catalogue: Catalogue): Rung[] {
	return stages.values.map((stage, at) => {
		const here = uses.filter(({ entry }) => entry.data.stage === stage);
		const next = stages.values[at + 1];
		const gates = next ? here.map(({ entry }) => gateOf(entry, next, catalogue)) : [];
		const criteria = gates[0]?.map(({ criterion }) => criterion) ?? [];
		return {
			stage,
			title: stages.label(stage),
			objective: catalogue.policy.stages.find((one) => one.stage === stage)?.objective ?? '',
			count: here.length,
			uses: here
				.slice(0, MOST_NAMES)
				.map(({ entry }) => ({ title: entry.data.title, path: `${entryPath(entry)}#gates` })),
			more: Math.max(0, here.length - MOST_NAMES),
			next: criteria.map((criterion, index) => ({
				criterion,
				met: gates.filter((gate) => gate[index]?.met).length,
			})),
			last: next === undefined,
		};
	});
}

/** What the next gate comes to, for the foot of a step. */
export function gateWords({ count, next, last }: Rung): string {
	if (last) return 'Last stage';
	if (count === 0) return 'No uses at this stage';
	const met = next.filter((one) => one.met === count).length;
	return `Next gate: ${met} of ${next.length} met`;
}

/** Criteria that not every use of the stage meets, with how many do. */
export const openCriteria = ({ next, count }: Rung): string[] =>
	next
		.filter(({ met }) => met < count)
		.map(({ criterion, met }) => (count === 1 ? criterion : `${criterion}: ${met} of ${count}`));

/** The ladder, drawn on a page and said elsewhere. */
export function ladder(rungs: readonly Rung[]): Block {
	return {
		kind: 'custom',
		part: { name: 'ladder', rungs },
		said: [
			{
				kind: 'table',
				label: 'Uses by stage, with what the next gate still asks for',
				columns: ['Stage', 'Uses', 'Next gate', 'Not met yet'].map((label) => ({ label })),
				groups: [
					{
						rows: rungs.map((rung) => ({
							cells: [rung.title, usesWords(rung), gateWords(rung), openCriteria(rung).join('; ')],
						})),
					},
				],
			},
		],
	};
}

const usesWords = ({ count, uses, more }: Rung): Words => [
	countOf(count, 'use'),
	count > 0 && ': ',
	joined(uses.map(({ title, path }) => link(title, path))),
	more > 0 && ` and ${more} more`,
];
