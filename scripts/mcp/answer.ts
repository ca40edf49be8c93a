/** What every tool of the server shares: how it answers, and how it refuses. */
import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/server';
import { AskError, SourceError } from '#catalogue/mcp/source.ts';

/** Every tool only reads, and asks nothing but the catalogue. */
export const READS: ToolAnnotations = {
	readOnlyHint: true,
	destructiveHint: false,
	idempotentHint: true,
	openWorldHint: false,
};

/** The same answer twice: data for programs, text for models. */
export interface Answer {
	text: string;
	data: Record<string, unknown>;
}

/** The line that says how many more there are than the limit shows; none when all are shown. */
export const moreLines = (more: number, noun = ''): string[] =>
	more > 0 ? [`${more} more${noun && ` ${noun}`}. Raise the limit to see them.`] : [];

/** Runs a tool. A wrong request, or a catalogue that cannot be read, becomes an error line. */
export async function answer(run: () => Promise<Answer>): Promise<CallToolResult> {
	try {
		const { text, data } = await run();
		return { content: [{ type: 'text', text }], structuredContent: data };
	} catch (error) {
		if (!(error instanceof AskError) && !(error instanceof SourceError)) throw error;
		return { content: [{ type: 'text', text: error.message }], isError: true };
	}
}
