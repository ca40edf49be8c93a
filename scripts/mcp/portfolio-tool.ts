/** The tool `portfolio`: which uses of AI are live, on which data, under which controls, measured how. */

import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { AskError } from '#catalogue/mcp/source.ts';
import { asOfWords } from '#catalogue/pages/head-words.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { type PortfolioDocument, portfolioDocument } from '#schemas/api.ts';
import { answer, moreLines, READS } from './answer.ts';

const input = z.strictObject({
	use: z.string().max(90).optional().describe('Id of one use; all of them if you leave it out.'),
	limit: z.int().min(1).max(200).default(20).describe('Most uses in the answer.'),
});

const output = z.looseObject({
	asOf: z.string(),
	summary: z.string(),
	totals: portfolioDocument.shape.totals,
	uses: z.array(z.looseObject({ id: z.string() })).describe('Uses, most red flags first.'),
	flags: z.array(z.looseObject({ kind: z.string() })).describe('Red flags of these uses.'),
	more: z.int().describe('Uses that were left out.'),
});

/** Adds the tool. */
export function addPortfolio(server: McpServer, reader: CatalogueReader): void {
	server.registerTool(
		'portfolio',
		{
			title: 'Read the portfolio',
			description:
				'Says which uses of AI are live, on which data, under which controls and measured how, with the red flags of each and who closes them. Everything is worked out from records.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ use, limit }) =>
			answer(async () => {
				const { page, asOf, example, summary, totals, uses, flags } = await reader.portfolio();
				const wanted = uses.filter(({ id }) => use === undefined || id === use);
				if (use !== undefined && wanted.length === 0) {
					const ids = uses.map(({ id }) => id);
					throw new AskError(
						`There is no use "${use}". ${didYouMean(use, ids, 'Call portfolio without a use to list them.')}`,
					);
				}
				const shown = wanted.slice(0, limit);
				const ids = new Set(shown.map(({ id }) => id));
				const own = flags.filter((flag) => flag.use === undefined || ids.has(flag.use));
				const more = wanted.length - shown.length;
				const text = [
					...(example ? [`${example.tag}. ${example.words}`] : []),
					`${summary} ${asOfWords(asOf)}. ${page}`,
					...shown.map(useText),
					...own.map(flagText),
					...moreLines(more, 'uses'),
				].join('\n');
				return { text, data: { asOf, summary, totals, uses: shown, flags: own, more } };
			}),
	);
}

const useText = (use: PortfolioDocument['uses'][number]): string =>
	`- ${use.title} (${use.id}): ${use.live ? 'live' : use.state}, ${use.tier} tier, ${use.data} data, ${use.controls.proven} of ${use.controls.required} controls proven, ${use.measure.metric} ${use.measure.verdict}, ${use.flags} red flags`;

const flagText = (flag: PortfolioDocument['flags'][number]): string =>
	`- Red flag: ${flag.label}${flag.use ? ` (${flag.use})` : ''}${flag.about ? `, ${flag.about}` : ''}. ${flag.closes} ${flag.who}${flag.by ? `, by ${flag.by}` : ''}`;
