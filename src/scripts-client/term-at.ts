/** The link of a glossary term that something is in. */
export const termAt = (target: EventTarget | null): HTMLAnchorElement | null =>
	target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;
