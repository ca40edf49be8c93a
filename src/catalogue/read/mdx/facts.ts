/** What a walk over the prose of an entry finds: problems, links to entries, headings. */

import type { MdastNode } from 'satteri';
import type { CheckName } from '../../model/checks.ts';
import type { BodyLink, BodyPicture, Fragment, Heading } from '../../model/entry.ts';

export interface MdxProblem {
	/** Line of the body, 1-based. */
	line: number;
	column: number;
	/** Line on which it ends, where that is known. */
	endLine?: number;
	rule: CheckName;
	message: string;
	fix: string;
}

export interface BodyFacts {
	problems: MdxProblem[];
	links: BodyLink[];
	fragments: Fragment[];
	headings: Heading[];
	pictures: BodyPicture[];
}

export const noFacts = (): BodyFacts => ({
	problems: [],
	links: [],
	fragments: [],
	headings: [],
	pictures: [],
});

/** Where a node stands: in which file, and after which text of the same line. */
export interface Place {
	/** Path of the entry, to say which page a link to a file means. */
	file: string;
	/** The lines of the prose as they were written. */
	lines: readonly string[];
}

/** What a check of one kind of node does: adds what it finds. */
export type Check = (node: MdastNode, facts: BodyFacts, place: Place) => void;

/** Takes down a problem at the place of a node. */
export function add(
	facts: BodyFacts,
	node: Pick<MdastNode, 'position'>,
	message: string,
	fix: string,
): void {
	const { line, column } = node.position?.start ?? { line: 1, column: 1 };
	const endLine = node.position?.end.line ?? line;
	facts.problems.push({ line, column, endLine, rule: 'mdx', message, fix });
}

/** The words of a node without their marks. */
export function plainText(node: MdastNode): string {
	if ('value' in node && typeof node.value === 'string') return node.value;
	return 'children' in node
		? node.children.map((child) => plainText(child as MdastNode)).join('')
		: '';
}
