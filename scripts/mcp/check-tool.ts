/** The tool `check_manifest`: what has become of a pattern since a copy of it was taken. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CatalogueReader } from '#catalogue/mcp/reader.ts';
import { AskError } from '#catalogue/mcp/source.ts';
// The code a copy itself runs: the same verdicts in the same words.
import { type Comparison, compareCopy, VERDICTS } from '#starter/catalogue/compare.ts';
import { type Manifest, readAnswer, readManifest } from '#starter/catalogue/manifest.ts';
import { comparisonLines } from '#starter/catalogue/words.ts';
import { SetupError } from '#starter/refusal.ts';
import { answer, READS } from './answer.ts';

const input = z.strictObject({
	manifest: z
		.string()
		.max(1_000_000)
		.describe('The text of catalogue.json, which is at the root of a copied starter.'),
	digests: z
		.record(z.string().max(400), z.string().regex(/^[0-9a-f]{64}$/))
		.optional()
		.describe(
			'SHA-256 in hexadecimal of the files of the copy by path. If you leave it out, every file counts as unchanged.',
		),
});

const control = z.object({ control: z.string(), title: z.string() });
const output = z.looseObject({
	verdict: z.string().describe('The most serious of all that apply.'),
	means: z.string(),
	holds: z.array(z.string()).describe('Everything that applies, least serious first.'),
	pattern: z.string(),
	version: z.string().describe('Version of the copy.'),
	offered: z.string().optional().describe('Version the catalogue has now.'),
	page: z.string(),
	obligations: z.object({ added: z.array(control), gone: z.array(control) }),
	files: z.array(z.object({ path: z.string(), state: z.string() })),
});

/** Adds the tool; `today` is the day waivers are judged by. */
export function addCheckManifest(
	server: McpServer,
	reader: CatalogueReader,
	today: () => string,
): void {
	server.registerTool(
		'check_manifest',
		{
			title: 'Check a copy of a pattern',
			description:
				'Says whether a copied starter is current, behind, or has more to do: breaking changes, new requirements, an ended waiver, deprecation, withdrawal. The same verdict as `npm run catalogue:check` in the copy.',
			inputSchema: input,
			outputSchema: output,
			annotations: READS,
		},
		({ manifest: text, digests }) =>
			answer(async () => {
				const manifest = read(() => readManifest(text));
				const said = await reader.copyAnswer(manifest.pattern);
				const files = new Map(Object.entries(digests ?? manifest.files));
				const found = compareCopy(
					manifest,
					read(() => readAnswer(said)),
					files,
					today(),
				);
				const { page } = await reader.index();
				const notes = [
					...comparisonLines(found),
					...elsewhere(manifest, page),
					...(digests || found.files.length === 0 ? [] : [UNSEEN]),
				];
				return { text: notes.join('\n'), data: dataOf(found) };
			}),
	);
}

const UNSEEN =
	'The files of the copy were not checked: `npm run catalogue:check` there knows which ones your team changed.';

/** A copy of another catalogue may have the same name for another pattern. */
const elsewhere = ({ site }: Manifest, page: string) =>
	site === page ? [] : [`The copy names the catalogue at ${site}; this answer is of ${page}.`];

const dataOf = (found: Comparison) => ({
	...found,
	means: VERDICTS[found.verdict].means,
	files: found.files.map(({ path, state }) => ({ path, state })),
});

function read<Value>(make: () => Value): Value {
	try {
		return make();
	} catch (error) {
		if (error instanceof SetupError) throw new AskError(error.message);
		throw error;
	}
}
