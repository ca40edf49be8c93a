import { expect, test } from 'vitest';
import { relativePath } from '#catalogue/diagram/path-data.ts';

test.each([
	['a line round a corner', 'M480 310V377H500', 'm480 310v67h20'],
	[
		'a curve, which ends where the next command starts',
		'M0 0H15Q20 0 20 5V30',
		'm0 0h15q5 0 5 5v25',
	],
	['a second stretch, from where the pen stands', 'M10 10H20M5 30V40', 'm10 10h10m-15 20v10'],
	['half pixels and signs, with nothing idle', 'M1 1.5Q1 1 0.5 1', 'm1 1.5q0-.5-.5-.5'],
])('%s is told in distances', (_, absolute, relative) => {
	expect(relativePath(absolute)).toBe(relative);
});
