import { expect, test } from 'vitest';
import { stage } from '#schemas/vocabularies.ts';
import { stageHtml } from './mark-html.ts';

test.each(stage.values.map((value, at) => [value, at] as const))(
	'at %s the stages reached are full, and five boxes have a place each',
	(value, at) => {
		const boxes = (look: string) => {
			const path = new RegExp(`class="${look}" d="([^"]*)"`).exec(stageHtml(value))?.[1] ?? '';
			return [...path.matchAll(/M(\d+) \.5h9v7h-9z/g)].map(([, x]) => Number(x));
		};
		expect(boxes('on')).toEqual([0, 12, 24, 36, 48].slice(0, at + 1));
		expect(boxes('no')).toEqual([0, 12, 24, 36, 48].slice(at + 1));
	},
);
