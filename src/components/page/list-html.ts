/** Lists of a page, and values with their names, as HTML. */
import type { Block, ListLook, PairsLook } from '#catalogue/pages/blocks.ts';
import { classHtml } from '#catalogue/words/escape-html.ts';
import { definitionHtml, itemHtml, ruledHtml } from './rows.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;
type PairsBlock = Extract<Block, { kind: 'pairs' }>;

const listLooks = {
	steps: 'rows numbered grid-cols-[1.75rem_1fr]',
	neighbours: 'rows rk',
	names: 'cluster',
	reasons: 'why',
	conditions: 'conds',
	plain: undefined,
	related: 'rel',
	take: 'take-l',
	timeline: 'gv-tl',
	tasks: 'grid max-w-[78ch] gap-3',
	present: 'gv-pres cluster',
} satisfies Record<ListLook, string | undefined>;
/** Those whose order counts. */
const orderedLooks: ReadonlySet<ListLook | undefined> = new Set([
	'steps',
	'conditions',
	'timeline',
	'tasks',
]);

/** A list; the class is its distance from what is before it. */
export function listHtml({ items, look, ordered = false }: ListBlock, distance?: string): string {
	const tag = ordered || orderedLooks.has(look) ? 'ol' : 'ul';
	const name = look ? listLooks[look] : 'bul';
	return `<${tag}${classHtml(name, distance)}>${items.map((item) => itemHtml(item, look)).join('')}</${tag}>`;
}

const pairsLooks = {
	facts: 'rows md:grid-cols-[10rem_1fr_auto]',
	ledger: 'rows led',
	demands:
		'rows numbered max-md:grid-cols-[1.5rem_1fr] md:grid-cols-[1.75rem_7.5rem_1fr] [&_b]:pe-3 max-md:[&>li>*]:col-start-2',
	log: 'rows log',
	variables: 'rows text-15 [&_.sub]:text-13 [&_dt]:font-[600]',
	effort: 'effort',
	strip: 'flex flex-wrap gap-px border border-rule-2 bg-rule-2',
	figures: 'border-t border-frame [&_b]:me-1.5 [&_b]:text-20',
	terms: 'grid-of-76 gap-x-8 gap-y-3 text-14',
} satisfies Record<PairsLook, string>;
/** The classes of a pair in those: its box, its name, its value. */
const parts: { readonly [Look in PairsLook]?: readonly [string?, string?, string?] } = {
	strip: [
		'min-w-0 flex-[1_1_12rem] bg-surface px-3 py-2.25 max-md:basis-36',
		'text-13 text-ink-2',
		'text-15 font-[560] [&_.sub]:block [&_.sub]:text-13 [&_.sub]:font-[400] [&_.sub]:text-ink-2',
	],
	figures: ['border-b border-rule py-3', 'text-14'],
	terms: [undefined, 'font-[600]', 'text-ink-2'],
};
/** Those that are ruled lists; the others are definition lists. */
const ruledLooks: ReadonlySet<PairsLook | undefined> = new Set([
	'facts',
	'ledger',
	'demands',
	'log',
]);

/** Values with their names: a definition list, or a ruled list where the names are short. */
export function pairsHtml({ pairs, look }: PairsBlock, distance?: string): string {
	const ruled = ruledLooks.has(look);
	const tag = ruled ? (look === 'demands' || look === 'log' ? 'ol' : 'ul') : 'dl';
	const boxed = look !== undefined && look !== 'effort';
	const html = pairs.map((pair) =>
		ruled
			? ruledHtml(pair, look, 'flex items-baseline gap-x-3 md:flex-col')
			: definitionHtml(pair, boxed ? (parts[look] ?? []) : undefined),
	);
	const after = distance ?? (look === 'terms' ? 'mt-3' : undefined);
	return `<${tag}${classHtml(look ? pairsLooks[look] : 'pairs', after)}>${html.join('')}</${tag}>`;
}
