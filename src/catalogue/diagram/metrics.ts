// The measures of each kind of drawing: one table, so that the layout itself knows no numbers.

import type { ChannelStyle } from '#catalogue/diagram/axis.ts';
import type { Costs } from '#catalogue/diagram/route.ts';
import type { Orientation } from '#catalogue/diagram/types.ts';

export interface Metrics {
	/** Lanes are rows and steps columns, or the other way round. */
	lanesAcross: boolean;
	/** Room before the grid, from the left and from the top. */
	side: number;
	header: number;
	/** Width that a drawing with few steps is spread over, so that words are as large in all of them. */
	least: number;
	node: { width: number; height: number; widest: number };
	columns: ChannelStyle;
	rows: ChannelStyle;
	/**
	 * Space between lines on one side of a node, wished for and least, and from the corners: on its left and
	 * right (`across`), and on its top and bottom (`down`), where the reference must stay free.
	 */
	port: { gap: number; least: number; margin: { across: number; down: number } };
	costs: Costs;
}

const plain = { frame: 'middle', frameAt: 0, reserve: 0 } as const;

export const metrics: Record<Orientation, Metrics> = {
	landscape: {
		lanesAcross: true,
		side: 123,
		header: 32,
		least: 1083,
		node: { width: 122, height: 52, widest: 148 },
		columns: { ...plain, between: 15, first: 8, last: 8, clearBefore: 10, clearAfter: 11, gap: 6 },
		rows: {
			frame: 'halves',
			frameAt: 16,
			reserve: 0,
			between: 46,
			first: 30,
			last: 16,
			clearBefore: 10,
			clearAfter: 19,
			gap: 6,
		},
		port: { gap: 13, least: 6, margin: { across: 8, down: 26 } },
		costs: {
			across: 69,
			down: 49,
			bend: 34,
			crossing: 46,
			besideInRowChannel: 8,
			besideInColumnChannel: 12,
			besideInCells: 22,
		},
	},
	portrait: {
		lanesAcross: false,
		side: 0,
		header: 50,
		least: 0,
		node: { width: 44, height: 34, widest: 84 },
		columns: { ...plain, between: 10, first: 4, last: 4, clearBefore: 4, clearAfter: 4, gap: 5.5 },
		rows: {
			frame: 'after',
			frameAt: 0,
			reserve: 20,
			between: 32,
			first: 20,
			last: 10,
			clearBefore: 8,
			clearAfter: 5.5,
			gap: 6,
		},
		port: { gap: 10, least: 5.5, margin: { across: 6, down: 6 } },
		costs: {
			across: 35,
			down: 40,
			bend: 24,
			crossing: 40,
			besideInRowChannel: 6,
			besideInColumnChannel: 40,
			besideInCells: 16,
		},
	},
	thumbnail: {
		lanesAcross: true,
		side: 22,
		header: 20,
		least: 330,
		node: { width: 29, height: 18, widest: 29 },
		columns: { ...plain, between: 15, first: 7, last: 7, clearBefore: 5, clearAfter: 5, gap: 4.5 },
		rows: { ...plain, between: 12, first: 7, last: 7, clearBefore: 4, clearAfter: 4, gap: 4.5 },
		port: { gap: 6, least: 4.5, margin: { across: 3, down: 3 } },
		costs: {
			across: 22,
			down: 15,
			bend: 12,
			crossing: 16,
			besideInRowChannel: 8,
			besideInColumnChannel: 8,
			besideInCells: 10,
		},
	},
};

/** Width of a phone's page, which a portrait drawing fits. */
export const phoneWidth = 358;
