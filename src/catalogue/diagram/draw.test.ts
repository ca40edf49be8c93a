import { describe, expect, it } from 'vitest';
import { drawLines } from '#catalogue/diagram/draw.ts';
import type { Point } from '#catalogue/diagram/types.ts';

const straight: Point[] = [
	[0, 0],
	[40, 0],
];
const down: Point[] = [
	[0, 0],
	[20, 0],
	[20, 30],
];

describe('path data of lines', () => {
	it('turns square corners on a line of its own', () => {
		expect(drawLines([{ kind: 'data', points: down }])).toEqual([{ d: 'M0 0H20V30', ends: true }]);
	});

	it('leaves a shared stretch in a curve and draws it once', () => {
		const lines = [straight, down].map((points) => ({ kind: 'data' as const, points }));
		expect(drawLines(lines).map(({ d }) => d)).toEqual(['M0 0H40', 'M15 0Q20 0 20 5V30']);
	});

	it('joins a line before it and leaves the arrow to that line', () => {
		const joining: Point[] = [
			[10, 30],
			[10, 0],
			[40, 0],
		];
		const lines = [straight, joining].map((points) => ({ kind: 'data' as const, points }));
		expect(drawLines(lines)[1]).toEqual({ d: 'M10 30V5Q10 0 15 0', ends: false });
	});

	it('draws the gap that a curved line before it has left', () => {
		const lines = [down, straight].map((points) => ({ kind: 'data' as const, points }));
		expect(drawLines(lines).map(({ d }) => d)).toEqual(['M0 0H15Q20 0 20 5V30', 'M15 0H40']);
	});

	it('keeps reports square, for a dot marks where they join', () => {
		const lines = [straight, down].map((points) => ({ kind: 'reports' as const, points }));
		expect(drawLines(lines)[1]).toEqual({ d: 'M20 0V30', ends: true });
	});

	it('draws nothing for a line that another shows already', () => {
		const lines = [straight, straight].map((points) => ({
			kind: 'data' as const,
			points: [...points],
		}));
		expect(drawLines(lines)[1]).toEqual({ d: '', ends: false });
	});
});
