/** The review queue: how far it looks ahead, what it says of each kind of item, and the agenda. */
import { z } from 'zod';
import { text } from './fields.ts';
import { councilSeat, type QueueKind, queueKind } from './vocabularies.ts';

const minutes = z.int().min(1).max(240).describe('Minutes on the agenda.');
const decision = text(3, 120).describe('What the council must decide.');

const item = z.strictObject({
	ifLate: text(10, 160).describe('What happens if nobody does it in time.'),
	agenda: z
		.strictObject({
			decision,
			minutes,
			seats: z
				.array(councilSeat.schema)
				.optional()
				.describe('Seats that decide, in addition to those that must sign.'),
		})
		.optional()
		.describe(
			'What the council does with it. Leave it out if the council does not have to decide.',
		),
});

const standing = z.strictObject({
	item: text(3, 80).describe('Item of the agenda.'),
	decision,
	minutes,
});

/** One value for each kind of item. */
export const byQueueKind = <Value>(make: (kind: QueueKind) => Value) =>
	// Object.fromEntries loses the literal keys.
	Object.fromEntries(queueKind.values.map((kind) => [kind, make(kind)])) as Record<
		QueueKind,
		Value
	>;

const kinds = byQueueKind((kind) =>
	item.describe(`${queueKind.label(kind)}: ${queueKind.terms[kind].meaning}`),
);

export const queuePolicy = z
	.strictObject({
		aheadDays: z.int().min(1).max(366).describe('Days ahead that the queue looks.'),
		signDays: z
			.int()
			.min(1)
			.max(366)
			.describe('Days that a seat has to sign a version, from the day the version was made.'),
		firstSignDays: z
			.int()
			.min(1)
			.max(366)
			.describe(
				'Days that a new council has to sign what was there before it, from the day its seats could sign.',
			),
		kinds: z.strictObject(kinds).describe('What the queue says about each kind of item.'),
		agenda: z
			.strictObject({
				opening: z.array(standing).default([]).describe('Items at the start of every meeting.'),
				closing: z.array(standing).default([]).describe('Items at the end of every meeting.'),
			})
			.describe('What is on the agenda of every meeting.'),
	})
	.describe('The review queue and the agenda of the council.');
