/** Either tree, as a walk sees it. */
export interface AnyNode {
	type: string;
	value?: unknown;
	tagName?: string;
	name?: string | null;
	children?: AnyNode[];
	[key: string]: unknown;
}
