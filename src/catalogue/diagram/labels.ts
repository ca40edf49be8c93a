// Finds a free place beside its line for the word on a flow.

import { whole } from '#catalogue/diagram/round.ts';
import { measure } from '#catalogue/diagram/text.ts';
import type { Box, Point, TextLine } from '#catalogue/diagram/types.ts';

const size = 12;
/** Distance of a word from its line. */
const away = 6;

interface Place {
	line: TextLine;
	box: Box;
}

/**
 * Places words on flows: beside a stretch of their own line, clear of `solid` boxes, of each other, and of
 * other lines where it can be. A word without a free place is left to the table.
 */
export function placeLabels(
	lines: { points: Point[]; text: string | undefined }[],
	solid: Box[],
	canvas: { width: number; height: number },
): (TextLine | undefined)[] {
	const taken = [...solid];
	return lines.map(({ points, text }, index) => {
		if (text === undefined || text === '') return undefined;
		let best: Place | undefined;
		let least = Number.POSITIVE_INFINITY;
		for (const place of candidates(points, text)) {
			if (!inside(place.box, canvas) || taken.some((box) => touch(box, place.box))) continue;
			const cost = lines.reduce(
				(sum, line, other) => sum + hits(line.points, place.box) * (other === index ? 2 : 1),
				0,
			);
			if (cost >= least) continue;
			best = place;
			least = cost;
		}
		if (best !== undefined) taken.push(best.box);
		return best?.line;
	});
}

/** Places along the longest stretches first: in the middle, then nearer to the ends, on either side. */
function candidates(points: Point[], text: string): Place[] {
	const width = measure(text, size, 'regular');
	const stretches = points.slice(1).map((end, index) => [points[index] as Point, end] as const);
	const length = ([a, b]: readonly [Point, Point]) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
	stretches.sort((a, b) => length(b) - length(a));
	return stretches.flatMap(([a, b]) =>
		[0.5, 0.35, 0.65, 0.2, 0.8].flatMap((part) => {
			const x = whole(a[0] + (b[0] - a[0]) * part);
			const y = whole(a[1] + (b[1] - a[1]) * part);
			if (a[1] === b[1]) {
				return [at(x, y - away, 'middle'), at(x, y + away + 9, 'middle')];
			}
			return [at(x + away, y + 4, 'start'), at(x - away, y + 4, 'end')];
		}),
	);

	function at(x: number, y: number, anchor: TextLine['anchor']): Place {
		const before = { start: 0, middle: width / 2, end: width }[anchor];
		const box = { x: x - before - 1, y: y - 10, width: width + 2, height: 13 };
		return { line: { text, x, y, anchor }, box };
	}
}

function inside(box: Box, canvas: { width: number; height: number }): boolean {
	return (
		box.x >= 0 &&
		box.y >= 0 &&
		box.x + box.width <= canvas.width &&
		box.y + box.height <= canvas.height
	);
}

function touch(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** How many stretches of a line run through a box. */
function hits(points: Point[], box: Box): number {
	return points.slice(1).filter((end, index) => {
		const start = points[index] as Point;
		const x = Math.min(start[0], end[0]);
		const y = Math.min(start[1], end[1]);
		const width = Math.max(Math.abs(start[0] - end[0]), 0.5);
		const height = Math.max(Math.abs(start[1] - end[1]), 0.5);
		return touch({ x, y, width, height }, box);
	}).length;
}
