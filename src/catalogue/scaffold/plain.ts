/** A sketch as the data it stands for: without its comments, every mark filled in. */
import { MARK } from '../model/marker.ts';
import { Noted, type Sketch } from './sketch.ts';

/** What is said in the place of a mark; as long as the mark, so that it keeps to the same limits. */
export type Say = (mark: string) => string;

/** A mark that is only told from a real one by its first word. */
const sayDone: Say = (mark) => `Done:${mark.slice(MARK.length)}`;

/** The data. */
export function plain(sketch: Sketch, say: Say = sayDone): unknown {
	if (sketch instanceof Noted) return plain(sketch.value, say);
	if (typeof sketch === 'string') return sketch.startsWith(MARK) ? say(sketch) : sketch;
	if (typeof sketch !== 'object') return sketch;
	if (Array.isArray(sketch)) return sketch.map((item: Sketch) => plain(item, say));
	return Object.fromEntries(
		Object.entries(sketch).flatMap(([key, value]) =>
			value === undefined ? [] : [[key, plain(value, say)]],
		),
	);
}
