// The measures of each kind of drawing: one table, so that the layout itself knows no numbers.

import type { ChannelStyle } from '#catalogue/diagram/axis.ts';
import type { Costs } from '#catalogue/diagram/route.ts';
import { type Layer, layers, type Orientation } from '#catalogue/diagram/types.ts';

export interface Metrics {
	/** Lanes are rows and steps columns, or the other way round. */
	lanesAcross: boolean;
	/** The layers of each lane, from the left or from the top. */
	lanes: readonly Lane[];
	/** Width that a drawing with lanes down is made for. */
	page: number;
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

export interface Lane {
	letter: string;
	name: string;
	layers: readonly Layer[];
}

const lanePerLayer: readonly Lane[] = layers.map(({ id, letter, name }) => ({
	letter,
	name,
	layers: [id],
}));
const threeLanes: readonly Lane[] = [
	{ letter: 'D', name: 'Data', layers: ['data'] },
	{ letter: 'O M', name: 'Steps', layers: ['orchestration', 'model'] },
	{ letter: 'P V', name: 'Checks and records', layers: ['policy', 'observability'] },
];

/** Width of a phone's page, which a portrait drawing fits, and of a small tablet's. */
export const phoneWidth = 358;
export const tabletWidth = 720;

const plain = { frame: 'middle', frameAt: 0, reserve: 0 } as const;

/** Space between two lines at one side of a box, so that each can be followed to its end. */
export const PORT = 20;

/** Lanes down the page: for a tablet one for each layer, for a phone three. */
const down = {
	lanesAcross: false,
	side: 0,
	header: 50,
	least: 0,
	rows: {
		frame: 'after',
		frameAt: 0,
		reserve: 20,
		between: 26,
		first: 20,
		last: 10,
		clearBefore: 9,
		clearAfter: 7,
		gap: 8,
	},
} as const;

export const metrics: Record<Orientation, Metrics> = {
	landscape: {
		lanesAcross: true,
		lanes: lanePerLayer,
		page: 0,
		side: 126,
		header: 32,
		least: 1080,
		node: { width: 92, height: 52, widest: 148 },
		columns: { ...plain, between: 17, first: 8, last: 8, clearBefore: 9, clearAfter: 11, gap: 8 },
		rows: {
			frame: 'halves',
			frameAt: 16,
			reserve: 0,
			between: 46,
			first: 30,
			last: 16,
			clearBefore: 10,
			clearAfter: 19,
			gap: 8,
		},
		port: { gap: PORT, least: PORT, margin: { across: 8, down: 24 } },
		costs: {
			across: 60,
			down: 49,
			bend: 34,
			crossing: 60,
			besideInRowChannel: 10,
			besideInColumnChannel: 16,
			besideInCells: 60,
		},
	},
	middle: {
		...down,
		lanes: lanePerLayer,
		page: tabletWidth,
		node: { width: 60, height: 34, widest: 132 },
		columns: { ...plain, between: 20, first: 8, last: 8, clearBefore: 7, clearAfter: 7, gap: 8 },
		port: { gap: PORT, least: PORT, margin: { across: 7, down: 10 } },
		costs: {
			across: 70,
			down: 40,
			bend: 30,
			crossing: 60,
			besideInRowChannel: 8,
			besideInColumnChannel: 24,
			besideInCells: 60,
		},
	},
	portrait: {
		...down,
		lanes: threeLanes,
		page: phoneWidth,
		node: { width: 60, height: 34, widest: 110 },
		columns: { ...plain, between: 12, first: 6, last: 6, clearBefore: 5, clearAfter: 5, gap: 6 },
		port: { gap: PORT, least: PORT, margin: { across: 7, down: 8 } },
		costs: {
			across: 55,
			down: 40,
			bend: 30,
			crossing: 60,
			besideInRowChannel: 8,
			besideInColumnChannel: 40,
			besideInCells: 60,
		},
	},
};
