// Half a pixel is the finest measure in a drawing.

/** Rounds to half a pixel, so that lines are crisp and output is stable. */
export function half(value: number): number {
	return Math.round(value * 2) / 2;
}
