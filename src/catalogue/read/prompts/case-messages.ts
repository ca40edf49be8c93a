/** The test cases of a prompt, rendered: what every export of them shows as messages. */
import type { Cases } from '#schemas/cases.ts';
import type { Entry } from '../../model/catalogue.ts';
import { type ChatMessage, renderMessages } from './render.ts';
import { parseTemplate } from './template.ts';

type Case = Cases['cases'][number];

export interface RenderedCase {
	case: Case;
	messages: ChatMessage[];
}

/** Every case with its messages; a default of the prompt stands in for a value the case leaves out. */
export function renderCases(
	{ data, body }: Pick<Entry<'prompts'>, 'data' | 'body'>,
	cases: Entry<'cases'> | undefined,
): RenderedCase[] {
	const { nodes } = parseTemplate(body.trim());
	return (cases?.data.cases ?? []).map((one) => ({
		case: one,
		messages: renderMessages(nodes, { ...data.input.default, ...one.input }),
	}));
}
