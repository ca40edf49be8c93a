/** One address for every type of page, for tests that hold of all pages. */
import type { Page, Response } from '@playwright/test';

export interface PageType {
	name: string;
	path: string;
	/** Text that stands on the page only once its script has done its work. */
	settled?: RegExp;
	/** Status of the answer, 200 unless told. */
	status?: number;
}

export const PATTERN = 'patterns/support-case-triage/';
export const COPY = `${PATTERN}copy/`;
export const PROMPT = 'prompts/triage-classify/';

export const pageTypes: readonly PageType[] = [
	{ name: 'home', path: '' },
	{ name: 'browse', path: 'patterns/' },
	{ name: 'pattern', path: PATTERN },
	{ name: 'copy', path: COPY },
	{ name: 'evidence', path: `${PATTERN}evidence/` },
	{ name: 'prompts', path: 'prompts/' },
	{ name: 'changes', path: 'changes/' },
	{ name: 'choose', path: 'choose/', settled: /^Risk tier$/ },
	{
		name: 'choose, answered',
		path: 'choose/?task=serious-harm&problem=triage&data=restricted&effect=acts-alone&reach=moon',
		settled: /^It must not act alone\.$/,
	},
	{ name: 'compare', path: 'compare/' },
	{
		name: 'compare, chosen',
		path: 'compare/?a=support-case-triage&b=request-routing&c=crm-note-generation',
		settled: /^Risk tier and data$/,
	},
	{ name: 'prompt', path: PROMPT },
	{ name: 'controls', path: 'controls/' },
	{ name: 'control', path: 'controls/prompt-injection-filter/' },
	{ name: 'risk', path: 'risks/prompt-injection/' },
	{ name: 'metric', path: 'metrics/override-rate/' },
	{ name: 'connector', path: 'connectors/service-desk/' },
	{ name: 'model', path: 'models/general-chat/' },
	{ name: 'role', path: 'roles/support-team/' },
	{ name: 'guide', path: 'guides/risk-tiers/' },
	{ name: 'small framework', path: 'frameworks/owasp-llm-2026/' },
	{ name: 'large framework', path: 'frameworks/mitre-atlas/' },
	{ name: 'contribute', path: 'contribute/' },
	{ name: 'field reference', path: 'contribute/pattern/' },
	{ name: 'rules', path: 'contribute/rules/' },
	{ name: 'rule', path: 'contribute/rules/tier-controls/' },
	{ name: 'states and duties', path: 'contribute/states/' },
	{ name: 'search', path: 'search/?q=prompt+injection', settled: /^\d+ results$/ },
	{ name: 'states', path: 'states/' },
	{ name: 'unknown address', path: 'no/such/page/', status: 404 },
];

/** Opens a page and waits until it stands as its reader sees it. */
export async function visit(page: Page, { path, settled }: PageType): Promise<Response | null> {
	const answer = await page.goto(path);
	if (settled) await page.getByRole('main').getByText(settled).waitFor();
	return answer;
}
