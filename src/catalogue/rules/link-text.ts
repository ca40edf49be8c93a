/** A link says where it leads, for those who hear it alone or scan for it. */

import type { Rule } from '../model/rule.ts';
import { wordingOf } from '../read/prose/read.ts';

/** Words that name the act of following a link, or nothing at all. */
const EMPTY =
	/^(?:(?:click|press|see|look|go)?\s*(?:here|there|this|that)|(?:(?:this|the|that) )?(?:link|page|site|website|document|article|url)|(?:read|see|learn|find out) more(?: here)?|more(?: (?:info|information|details))?|details|click|link)$/;

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/i;

export const linkText: Rule = {
	id: 'link-text',
	phase: 'structure',
	severity: 'warning',
	summary: 'The words of a link say where it leads, without the sentence around them.',
	why: 'Screen readers list the links of a page by their words, and people scan for them. If ten links say "here", nobody knows which one to follow.',
	source: 'WCAG 2.2, success criterion 2.4.4',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'For the signs of a leak, see [here](/risks/leak/).',
		passes: 'See the [signs of a leak](/risks/leak/).',
	},
	*check(catalogue, cache) {
		for (const entries of Object.values(catalogue.all)) {
			for (const entry of entries.values()) {
				for (const { text, url, ...spot } of wordingOf(entry, cache).links) {
					const message = whatIsWrong(text, url);
					const fix = 'Write what the reader finds there, such as the title of the page.';
					if (message) yield { entry, spot, message, fix };
				}
			}
		}
	},
};

function whatIsWrong(text: string, url: string): string | undefined {
	// No link that says nothing is longer, so the rest need not be looked at.
	const words = text
		.slice(0, 100)
		.replace(/\s+/g, ' ')
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}/]+$/gu, '');
	if (words === '') return `the link to "${url.slice(0, 60)}" shows no words.`;
	if (ADDRESS.test(words)) return `the link shows the address "${words.slice(0, 60)}", not words.`;
	if (!EMPTY.test(words.toLowerCase())) return undefined;
	return `the link text "${text.slice(0, 40)}" does not say where it leads.`;
}
