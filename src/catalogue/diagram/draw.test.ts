import { describe, expect, it } from 'vitest';
import { drawLines } from '#catalogue/diagram/draw.ts';
import type { Point } from '#catalogue/diagram/types.ts';

const across: Point[] = [
	[0, 20],
	[60, 20],
];
const down: Point[] = [
	[30, 0],
	[30, 40],
];
const data = (points: Point[]) => ({ kind: 'data' as const, points });

describe('path data of lines', () => {
	it('has square corners', () => {
		const corner: Point[] = [
			[0, 0],
			[20, 0],
			[20, 30],
		];
		expect(drawLines([data(corner)])).toEqual(['M0 0H20V30']);
	});

	it('opens the line below where another passes over it', () => {
		expect(drawLines([data(across), data(down)])).toEqual(['M0 20H26M34 20H60', 'M30 0V40']);
		expect(drawLines([data([...down].reverse()), data(across)])).toEqual([
			'M30 40V24M30 16V0',
			'M0 20H60',
		]);
	});

	it('puts decisions over data, and data over reports, whatever their order', () => {
		const lines = [
			{ kind: 'decides' as const, points: down },
			{ kind: 'reports' as const, points: across },
		];
		expect(drawLines(lines)).toEqual(['M30 0V40', 'M0 20H26M34 20H60']);
	});

	it('makes one gap of two lines side by side', () => {
		const beside = down.map(([x, y]): Point => [x + 4, y]);
		expect(drawLines([data(across), data(down), data(beside)])[0]).toBe('M0 20H26M34 20M38 20H60');
	});

	it('keeps the ends of a line, where its arrow and its box are', () => {
		const near: Point[] = [
			[58, 0],
			[58, 40],
		];
		expect(drawLines([data(across), data(near)])[0]).toBe('M0 20H54M59 20H60');
	});
});
