// A pixel is the finest measure in a drawing.

/** Rounds to whole pixels, so that lines are crisp and the markup is short. */
export function whole(value: number): number {
	return Math.round(value);
}
