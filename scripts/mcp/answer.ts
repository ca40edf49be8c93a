/** What every tool of the server shares: how it answers, and how it says no. */
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

/** Runs a tool; what was asked wrongly, and a catalogue that cannot be read, become an error line. */
export async function answer(run: () => Promise<Answer>): Promise<CallToolResult> {
	try {
		const { text, data } = await run();
		return { content: [{ type: 'text', text }], structuredContent: data };
	} catch (error) {
		if (!(error instanceof AskError) && !(error instanceof SourceError)) throw error;
		return { content: [{ type: 'text', text: error.message }], isError: true };
	}
}
