import { expect, test } from 'vitest';
import { stage as stages } from '#schemas/vocabularies.ts';
import { stageHtml } from './mark-html.ts';

/** Where each block of a stage starts, by its look: "M" and two numbers. */
const startsOf = (html: string, look: string) => {
	const [, drawn = ''] = new RegExp(`<path class="${look}" d="([^"]*)"`).exec(html) ?? [];
	return [...drawn.matchAll(/M(\d+) (\.?\d+)h/g)].map(([, across, down]) => [
		Number(across),
		Number(down),
	]);
};

test.each(stages.values.map((stage, at) => [stage, at + 1] as const))(
	'the stage %s has %i full blocks, and each of the five its own place in one row',
	(stage, full) => {
		const html = stageHtml(stage);
		expect(startsOf(html, 'on')).toHaveLength(full);
		expect([...startsOf(html, 'on'), ...startsOf(html, 'no')]).toEqual(
			stages.values.map((_, at) => [at * 12, 0.5]),
		);
	},
);
