/** The tool `queue`: what each seat and team has to do, and by when. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { AskError } from '#catalogue/mcp/source.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import type { QueueDocument } from '#schemas/api.ts';
import { councilSeat, queueKind } from '#schemas/vocabularies.ts';
import { answer, moreLines, READS } from './answer.ts';

const input = z.strictObject({
	seat: councilSeat.schema.optional().describe('Only what this seat of the council decides.'),
	team: z.string().max(90).optional().describe('Only what this team does, by its id.'),
	kind: queueKind.schema.optional().describe('Only items of this kind.'),
	limit: z.int().min(1).max(200).default(20).describe('Most items in the answer.'),
});

const output = z.looseObject({
	asOf: z.string(),
	items: z
		.array(z.looseObject({ id: z.string(), what: z.string() }))
		.describe('What people have to do, most urgent first.'),
	more: z.int().describe('Items that were left out.'),
});

/** Adds the tool. */
export function addQueue(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'queue',
		{
			title: 'Read the review queue',
			description:
				'Says what the council, each seat and each team has to do by when, why, what to start with, and what happens if nobody acts: reviews, signatures, conditions, waivers that end, proof that lapses, models that retire, incidents.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ seat, team, kind, limit }) =>
			answer(async () => {
				const queue = await reader.queue();
				const teams = queue.holders.flatMap((one) => one.team ?? []);
				if (team !== undefined && !teams.includes(team))
					throw new AskError(
						`The team "${team}" has nothing in the queue. ${didYouMean(team, teams, `Teams with items: ${teams.join(', ') || 'none'}.`)}`,
					);
				const wanted = queue.items.filter(
					(item) =>
						(seat === undefined || item.seats.includes(seat)) &&
						(team === undefined || item.teams.includes(team)) &&
						(kind === undefined || item.kind === kind),
				);
				const items = wanted.slice(0, limit);
				const more = wanted.length - items.length;
				const { asOf, page, kinds } = queue;
				return { text: queueText(queue, items, more), data: { asOf, page, kinds, items, more } };
			}),
	);
}

function queueText(
	{ page, asOf, kinds, example }: QueueDocument,
	items: QueueDocument['items'],
	more: number,
): string {
	const late = new Map(kinds.map(({ kind, ifLate }) => [kind, ifLate]));
	return [
		...(example ? [`${example.tag}. ${example.words}`] : []),
		`${items.length + more} items as of ${asOf}. ${page}`,
		...items.map(
			({ what, why, due, kind, start, role, seats, teams }) =>
				`- ${what} ${due ? `By ${due}. ` : ''}${why} Who: ${[role, ...seats, ...teams].filter(Boolean).join(', ')}. Start: ${start} If late: ${late.get(kind) ?? ''}`,
		),
		...moreLines(more),
	].join('\n');
}
