/**
 * Small marks as HTML: icon, mark, tier, stage, range strip.
 *
 * A page holds hundreds of them inside its tables, where a component each would cost more than the
 * page itself. The components of these names print the same text.
 */
import type { Plot, Trace } from '#catalogue/pages/blocks.ts';
import {
	type ProofState,
	type Stage,
	stage as stages,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { href } from '#site/urls.ts';
import type { IconName } from './icons.ts';
import { plotPlaces } from './limit-plot.ts';
import type { Tone } from './marks.ts';
import { type Measure, rangeStrip } from './range-strip.ts';
import { seriesStrip } from './series-strip.ts';

const SPRITE = href('/sprite.svg');

/** Icons are decoration: the words beside them carry the meaning. */
export const iconHtml = (name: IconName, look = 'i'): string =>
	`<svg class="${look}" aria-hidden="true"><use href="${SPRITE}#${name}"/></svg>`;

/** A glyph with its words, which are HTML already. */
export const markHtml = (words: string, icon: IconName, tone: Tone): string =>
	`<span class="st ${tone}">${iconHtml(icon)}${words}</span>`;

/** Risk tier: one, two or three bars, and its name. */
export const tierHtml = (tier: Tier): string =>
	`<span class="tier ${tier}">${iconHtml(`tier-${tier}`)}${tiers.label(tier)}</span>`;

/** Roll-out stage: its name and five blocks, of which those reached are full. */
export function stageHtml(stage: Stage): string {
	const reached = stages.rank(stage) + 1;
	const blocks = (look: string, from: number, to: number) => {
		const path = Array.from({ length: to - from }, (_, at) => `M${(from + at) * 12} .5h9v7h-9z`);
		return path.length > 0 ? `<path class="${look}" d="${path.join('')}"/>` : '';
	};
	const all = blocks('on', 0, reached) + blocks('no', reached, stages.values.length);
	return `<span class="stg-l"><span>${stages.label(stage)}</span><svg class="stg" viewBox="-.5 0 58 8" aria-hidden="true">${all}</svg></span>`;
}

/** Baseline, target band and current value; the three numbers must be beside it. */
export function stripHtml(measure: Measure): string {
	const { zone, baseline, now, interval, look } = rangeStrip(measure);
	const base = baseline === undefined ? '' : `<path class="base" d="M${baseline} 3v14"/>`;
	const [low, high] = interval ?? [];
	const whisker = interval
		? `<path class="iv" d="M${low} 10H${high}M${low} 6v8M${high} 6v8"/>`
		: '';
	const dot = now === undefined ? '' : `<circle class="${look}" cx="${now}" cy="10" r="5"/>`;
	return `<svg class="rs" viewBox="0 0 200 20" aria-hidden="true"><path class="track" d="M4 10h192"/><rect class="zone" x="${zone.x}" y="4" width="${zone.width}" height="12"/>${base}${whisker}${dot}</svg>`;
}

/** Values over time in their band; the numbers must be beside it. */
export function seriesHtml(trace: Trace): string {
	const { zone, baseline, line, dots } = seriesStrip(trace);
	const base = baseline === undefined ? '' : `<path class="base" d="M4 ${baseline}h232"/>`;
	const points = dots
		.map(
			({ x, y, off, last }) =>
				`<circle class="${off ? 'off' : 'now'}" cx="${x}" cy="${y}" r="${last ? 4.5 : 3}"/>`,
		)
		.join('');
	return `<svg class="ser" viewBox="0 0 240 48" aria-hidden="true"><rect class="zone" x="4" y="${zone.y}" width="232" height="${zone.height}"/>${base}<path class="ln" d="${line}"/>${points}</svg>`;
}

/** The order of the cells, and how each is drawn; CSS fills them. */
const CELLS = [
	'proven',
	'built',
	'lapsed',
	'waived',
	'planned',
] as const satisfies readonly ProofState[];

/** One cell for each control by its state; the counts must be beside it. */
export function cellsHtml(counts: Readonly<Record<ProofState, number>>): string {
	const all = CELLS.flatMap((state) => Array.from({ length: counts[state] }, () => state));
	const cells = all.map((state, at) => {
		const x = at * 8;
		const box = `<path class="${state}" d="M${x} .5h6v11h-6z"/>`;
		if (state === 'built') return `${box}<path class="half" d="M${x} 6h6v5.5h-6z"/>`;
		return state === 'lapsed' ? `${box}<path class="bar" d="M${x} 11.5l6-11"/>` : box;
	});
	const width = Math.max(8, all.length * 8);
	return `<svg class="cells" viewBox="-.5 0 ${width} 12" width="${width}" height="12" aria-hidden="true">${cells.join('')}</svg>`;
}

/** How far a control is proven: three boxes, and its word. */
export const proofHtml = (state: ProofState | 'missing', word: string): string =>
	`<span class="proof ${tones[state]}">${boxes[state]}${word}</span>`;

const tones = {
	planned: 'mute',
	built: 'built',
	proven: 'ok',
	lapsed: 'warn',
	waived: 'warn',
	missing: 'bad',
} satisfies Record<ProofState | 'missing', string>;

const boxesOf = (name: string) =>
	`<svg class="pf" aria-hidden="true"><use href="${SPRITE}#pf-${name}"/></svg>`;
/** A control that is missing or waived has no box to fill: its mark says why. */
const boxes = {
	planned: boxesOf('planned'),
	built: boxesOf('built'),
	proven: boxesOf('proven'),
	lapsed: boxesOf('lapsed'),
	waived: iconHtml('half'),
	missing: iconHtml('gap'),
} satisfies Record<ProofState | 'missing', string>;

/** An estimate and its interval beside a limit; the numbers must be beside it. */
export function plotHtml(plot: Plot): string {
	const { low, at, high } = plotPlaces(plot);
	return `<svg class="evplot" viewBox="0 0 320 26" aria-hidden="true"><rect class="zone" x="160" y="3" width="150" height="20"/><path class="track" d="M10 13H310M85 9v8M235 9v8"/><path class="iv" d="M${low} 8.5v9m0-4.5H${high}m0-4.5v9"/><path class="zero" d="M160 0V26"/><circle class="now ${plot.verdict}" cx="${at}" cy="13" r="5"/></svg>`;
}
