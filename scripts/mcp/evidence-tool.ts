/** The tool `evidence`: what is held and what is missing for an audit. */

import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { asOfWords } from '#catalogue/pages/head-words.ts';
import type { EvidenceDocument, PacksDocument } from '#schemas/api.ts';
import { answer, moreLines, READS } from './answer.ts';

const input = z.strictObject({
	subject: z
		.string()
		.max(120)
		.optional()
		.describe('Id of a use case or pattern; leave it out for the list of all packs.'),
	limit: z.int().min(1).max(200).default(20).describe('Most packs in the list.'),
});

const output = z.looseObject({
	packs: z
		.array(z.looseObject({ id: z.string() }))
		.optional()
		.describe('The packs, most gaps first.'),
	more: z.int().optional().describe('Packs that were left out.'),
	items: z
		.array(z.looseObject({ item: z.string(), state: z.string() }))
		.optional()
		.describe('Items of one pack: held, none-in-force, lapsed or missing.'),
	questions: z
		.array(z.looseObject({ question: z.string(), answer: z.string() }))
		.optional()
		.describe('Ten questions that auditors ask, with what the pack answers.'),
});

/** Adds the tool. */
export function addEvidence(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'evidence',
		{
			title: 'Read an evidence pack',
			description:
				'Lists the evidence packs, or reads one: which items the policy requires, what proves each, what is missing, who supplies it and by when, who approved which content, ten questions of auditors with their answers, and where to download the archive that anyone can verify.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ subject, limit }) =>
			answer(async () => {
				if (subject === undefined) {
					const { packs, page, asOf } = await reader.packs();
					const shown = packs.slice(0, limit);
					const more = packs.length - shown.length;
					return { text: listText(shown, more, page), data: { asOf, page, packs: shown, more } };
				}
				const { sections: _, ...pack } = await reader.pack(subject);
				return { text: packText(pack), data: { ...pack } };
			}),
	);
}

const listText = (packs: PacksDocument['packs'], more: number, page: string): string =>
	[
		`Evidence packs: ${page}`,
		...packs.map(
			({ title, collection, id, held, required, missing }) =>
				`- ${title} (${collection}/${id}): ${held} of ${required} held. ${missing.length > 0 ? `Missing or lapsed: ${missing.join('; ')}` : 'Nothing is missing'}`,
		),
		...moreLines(more),
	].join('\n');

function packText(pack: Omit<EvidenceDocument, 'sections'>): string {
	const { subject, summary, items, approvals, missingSeats, questions, archive, example } = pack;
	return [
		`# Evidence pack: ${subject.title} (${subject.collection}/${subject.id}, version ${subject.version})`,
		...(example ? [`${example.tag}. ${example.words}`] : []),
		`${summary} ${asOfWords(pack.asOf)}${pack.commit ? `, commit ${pack.commit}` : ''}. ${pack.page}`,
		`Digest of the content: ${subject.digest}`,
		'## Items',
		...items.map(
			({ number, item, label, what, toDo }) =>
				`${number}. ${item}: ${label}. ${what}${toDo ? ` To do: ${toDo.who}, by ${toDo.by}.` : ''}`,
		),
		'## Approvals',
		...approvals.map(
			({ seat, by, date, signed }) =>
				`- ${seat}: ${by}, ${date}, ${signed ? 'signature verified' : 'not signed'}`,
		),
		...(missingSeats.length > 0 ? [`Missing: ${missingSeats.join(', ')}`] : []),
		'## Questions',
		...questions.map(({ question, answer: said }) => `- ${question} ${said}`),
		...(archive ? [`Archive: ${archive.url} (SHA-256 ${archive.digest})`] : []),
	].join('\n');
}
