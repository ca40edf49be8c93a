// Turns cell sizes and track counts into coordinates along one axis: channels grow with what runs in them.

/** How the channels of one axis are dimensioned; all numbers are pixels. */
export interface ChannelStyle {
	/** Width between two cells, and outside the first and the last, with nothing in it. */
	between: number;
	first: number;
	last: number;
	/** Room between a track and the cell before it, and the cell after it. */
	clearBefore: number;
	clearAfter: number;
	/** Space between two tracks. */
	gap: number;
	/** Where the frame line between two cells runs: amid the tracks, between two halves, or after all. */
	frame: 'middle' | 'halves' | 'after';
	/** With `halves`: distance of the frame line from the cell before it when nothing runs there. */
	frameAt: number;
	/** With `after`: room without tracks between the frame line and the next cell, for the step's name. */
	reserve: number;
}

export interface Axis {
	/** Start and size of each cell. */
	cells: { start: number; size: number }[];
	/** Frame line of each channel; the first and last are the two ends of the axis. */
	frames: number[];
	/** Coordinate of a track in a channel, of `count` tracks that run side by side. */
	track: (channel: number, track: number, count: number) => number;
	end: number;
}

/** Tracks beside a frame line keep this far from it. */
const fromFrame = 5.5;

/**
 * Lays out one axis from `start`; `tracks` has the most tracks side by side in each channel.
 *
 * Where it ends before `least`, the channels share the rest, the two outer ones with half a part.
 */
export function makeAxis(
	start: number,
	sizes: readonly number[],
	tracks: readonly number[],
	style: ChannelStyle,
	least = 0,
	/** With `after`: whether a channel has a frame line and a name, or only parts two rows of a step. */
	named: (channel: number) => boolean = () => true,
): Axis {
	const channels = Array.from({ length: sizes.length + 1 }, (_, channel) =>
		measureChannel(channel),
	);
	const total = [...sizes, ...channels.map(({ width }) => width)].reduce((a, b) => a + b, start);
	const spare = sizes.length === 0 ? 0 : Math.max(0, least - total) / sizes.length;
	const cells: Axis['cells'] = [];
	const frames: number[] = [];
	const starts: number[] = [];
	const widths: number[] = [];
	let at = start;
	for (const [channel, { width, frame }] of channels.entries()) {
		const outer = channel === 0 || channel === sizes.length;
		const wide = width + (outer ? spare / 2 : spare);
		starts.push(at);
		widths.push(wide);
		frames.push(at + (style.frame === 'middle' ? (frame * wide) / width : frame));
		at += wide;
		const size = sizes[channel];
		if (size === undefined) continue;
		cells.push({ start: at, size });
		at += size;
	}
	return { cells, frames, track: place, end: at };

	function measureChannel(channel: number): { width: number; frame: number } {
		const count = tracks[channel] ?? 0;
		const isFirst = channel === 0;
		const isLast = channel === sizes.length;
		const edge = isFirst ? style.first : style.last;
		const least = isFirst || isLast ? edge : style.between;
		const before = isFirst ? fromFrame : style.clearBefore;
		const after = isLast ? fromFrame : style.clearAfter;
		if (style.frame === 'halves' && !isFirst && !isLast) {
			const upper = Math.floor(count / 2);
			const lower = count - upper;
			const frame = Math.max(style.frameAt, reach(upper, before));
			return { width: frame + Math.max(least - style.frameAt, reach(lower, after)), frame };
		}
		const room = count === 0 ? 0 : before + (count - 1) * style.gap + after;
		const reserve = style.frame === 'after' && !isLast && named(channel) ? style.reserve : 0;
		const width = Math.max(least, room + reserve);
		if (isFirst) return { width, frame: 0 };
		if (isLast) return { width, frame: width };
		return { width, frame: style.frame === 'after' ? width - reserve : width / 2 };
	}

	function reach(count: number, clear: number): number {
		return count === 0 ? 0 : fromFrame + (count - 1) * style.gap + clear;
	}

	function place(channel: number, track: number, count: number): number {
		const from = starts[channel] ?? start;
		const width = widths[channel] ?? 0;
		const frame = frames[channel] ?? start;
		const isFirst = channel === 0;
		const isLast = channel === sizes.length;
		if (style.frame === 'halves') {
			if (isFirst) return frame + fromFrame + track * style.gap;
			if (isLast) return from + style.clearBefore + track * style.gap;
			const upper = Math.floor(count / 2);
			if (track < upper) return frame - fromFrame - (upper - 1 - track) * style.gap;
			return frame + fromFrame + (track - upper) * style.gap;
		}
		const until =
			style.frame === 'after' && !isLast && named(channel) ? width - style.reserve : width;
		const before = isFirst ? fromFrame : style.clearBefore;
		const after = isLast ? fromFrame : style.clearAfter;
		const spare = until - before - after - (count - 1) * style.gap;
		return from + before + spare / 2 + track * style.gap;
	}
}
