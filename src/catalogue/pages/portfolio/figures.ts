/** What the catalogue works out itself, with what each figure is made of; and what uses cost. */
import {
	controlCoverage,
	evidenceCompleteness,
	type Part,
	patternReuse,
	spendingOf,
} from '../../judge/portfolio/figures.ts';
import type { Use } from '../../judge/portfolio/uses.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { countOf } from '../../words/count.ts';
import { longMonth } from '../../words/day.ts';
import { moneyWords } from '../../words/money.ts';
import { formatNumber } from '../../words/number.ts';
import { listOf } from '../../words/phrase.ts';
import { type Block, link, pairs, quiet, strong, table, text, type Words } from '../blocks.ts';
import { packPath } from '../evidence/paths.ts';
import { MOST_USES } from './paths.ts';

/** @example shareWords({ done: 7, of: 8 }) // => '87.5%' */
const shareWords = ({ done, of }: Part): string =>
	of === 0 ? '–' : `${Number(((done / of) * 100).toFixed(1))}%`;

/** Coverage, completeness and reuse; each is one of the metrics of the catalogue. */
export function computedFigures(uses: readonly Use[], catalogue: Catalogue): Block[] {
	const coverage = controlCoverage(uses);
	const evidence = evidenceCompleteness(uses, catalogue);
	const reuse = patternReuse(uses, catalogue);
	const shared = reuse.filter((one) => one.uses.length > 1);
	const unused = reuse.filter((one) => one.uses.length === 0);
	const figure = (part: Part, what: string): Words => [
		strong(shareWords(part)),
		' ',
		link(`${formatNumber(part.done)} of ${formatNumber(part.of)} ${what}`, '#parts'),
	];
	// A catalogue need not keep the metrics of ours; the figures are worked out all the same.
	const metric = (id: string, title: string): Words =>
		catalogue.metrics.has(id) ? link(title, entryPath({ collection: 'metrics', id })) : title;
	const none =
		unused.length === 0
			? ''
			: unused.length > 3
				? ` ${unused.length} serve none.`
				: ` ${listOf(unused.map(({ pattern }) => pattern.data.title))} ${unused.length === 1 ? 'serves' : 'serve'} none.`;
	return [
		pairs(
			[
				[
					metric('control-coverage', 'Control coverage'),
					figure(coverage, 'required controls are proven'),
				],
				[
					metric('evidence-completeness', 'Evidence completeness'),
					figure(evidence, 'required items are held'),
				],
				[
					metric('pattern-reuse', 'Pattern reuse'),
					[
						strong(`${shared.length} of ${reuse.length}`),
						' ',
						link('patterns serve more than one live use.', '#reuse'),
						none,
					],
				],
			],
			'figures',
		),
	];
}

/** What the figures are made of, use by use and pattern by pattern. */
export function figureParts(uses: readonly Use[], catalogue: Catalogue): Block[] {
	const reuse = patternReuse(uses, catalogue).filter((one) => one.uses.length > 0);
	const shown = uses.slice(0, MOST_USES);
	return [
		{
			kind: 'group',
			id: 'parts',
			title: 'Coverage and completeness by use',
			fold: 'closed',
			end: countOf(uses.length, 'use'),
			blocks: [
				table(
					'Controls that are proven and evidence that is held, by use',
					['Use', { label: 'Controls proven', num: true }, { label: 'Evidence held', num: true }],
					shown.map((use) => {
						const path = entryPath(use.entry);
						const held = evidenceCompleteness([use], catalogue);
						return [
							link(use.entry.data.title, path),
							link(`${use.controls.proven} of ${use.controls.required}`, `${path}#controls`),
							link(`${held.done} of ${held.of}`, packPath(use.entry)),
						];
					}),
				),
				...(uses.length > shown.length
					? [text(`The other ${uses.length - shown.length} are on the pages of the outcomes.`)]
					: []),
			],
		},
		{
			kind: 'group',
			id: 'reuse',
			title: 'Live uses by pattern',
			fold: 'closed',
			end: countOf(reuse.length, 'pattern'),
			blocks:
				reuse.length === 0
					? [text('No pattern serves a live use yet.')]
					: [
							table(
								'Live uses by pattern',
								['Pattern', { label: 'Live uses', num: true }, { label: 'Teams', num: true }],
								reuse.map(({ pattern, uses: live }) => [
									link(pattern.data.title, `${entryPath(pattern)}#used-by`),
									formatNumber(live.length),
									formatNumber(new Set(live.map(({ entry }) => entry.data.owner)).size),
								]),
							),
						],
		},
	];
}

/** The title of the section on spend, with its month. */
export function spendTitle(uses: readonly Use[], catalogue: Catalogue): string {
	const { period } = spendingOf(uses, catalogue);
	return period ? `Spend and hours in ${longMonth(period)}` : 'Spend and hours';
}

/** What each use cost in the newest month. "Not recorded" is shown; it is not zero. */
export function spendTable(uses: readonly Use[], catalogue: Catalogue): Block[] {
	const { period, rows, totals, hours } = spendingOf(uses, catalogue);
	if (period === undefined) {
		return [
			text(
				'No spend has been recorded yet. Record what a use cost in a month: npm run record spend.',
			),
		];
	}
	const shown = rows.slice(0, MOST_USES);
	const number = (label: string) => ({ label, num: true });
	return [
		table(
			`Spend and hours recorded for ${longMonth(period)}`,
			['Use', number('Tasks'), number('Spend'), number('Per task'), number('Hours')],
			[
				...shown.map(({ use, spend }): Words[] => {
					const name = link(use.entry.data.title, entryPath(use.entry));
					if (!spend) return [name, 'not recorded', 'not recorded', '–', '–'];
					const { tasks, cost, hours: saved } = spend.record;
					return [
						name,
						formatNumber(tasks),
						moneyWords(cost.amount, cost.currency),
						perTask(cost.amount, tasks, cost.currency),
						saved === undefined ? '–' : formatNumber(saved),
					];
				}),
				...totals.map(({ currency, amount, tasks, uses: count }, at): Words[] => [
					strong(`Total of the ${count} recorded${totals.length > 1 ? ` in ${currency}` : ''}`),
					strong(formatNumber(tasks)),
					strong(moneyWords(amount, currency)),
					strong(perTask(amount, tasks, currency)),
					at === 0 && hours !== undefined ? strong(formatNumber(hours)) : quiet('–'),
				]),
			],
			{ look: 'spend', tight: true },
		),
		...(rows.length > shown.length
			? [text(`The total includes ${rows.length - shown.length} more uses.`, 'label')]
			: []),
	];
}

const perTask = (amount: number, tasks: number, currency: string): string =>
	tasks === 0 ? '–' : moneyWords(amount / tasks, currency);
