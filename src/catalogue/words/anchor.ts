/** The id of an element made from an identifier, so that any item can be linked to. */

/**
 * @example
 * anchorOf('LLM01:2026') // => 'llm01-2026'
 * anchorOf('Art. 26(1)') // => 'art-26-1'
 * anchorOf('2.10') // => 'item-2-10', as an id starts with a letter
 */
export function anchorOf(identifier: string): string {
	return identifier
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.replace(/^(?=\d)/, 'item-');
}

/** Path of an item of a framework, with its anchor. */
export function itemPath(framework: string, item: string): string {
	return `/frameworks/${framework}/#${anchorOf(item)}`;
}
