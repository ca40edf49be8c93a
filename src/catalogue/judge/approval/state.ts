/** The state of an entry: its status, or what has happened to it since. Every state has duties. */
import { type Status, status as words } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { dayFromToday } from '../../model/noted.ts';
import { nextReview } from '../tier.ts';
import { approvalsOf, standingOf } from './standing.ts';
import { isApproved } from './subject.ts';

/** What a badge says: the status, or that the approval no longer holds as it stands. */
export type EntryState = Status | 'changed' | 'overdue';

export interface StateDuties {
	label: string;
	/** What it means for a reader, in the few words that a page opens with. */
	verdict: string;
	/** What a reader must do. */
	duty: string;
	/** What it takes to enter the state. */
	enter: string;
	/** When it ends. */
	expires: string;
}

const ours = (
	value: Status,
	rest: Pick<StateDuties, 'verdict' | 'enter' | 'expires'>,
): StateDuties => ({
	label: words.label(value),
	duty: words.terms[value].meaning,
	...rest,
});

/** The states in the order of an entry's life. */
export const states = {
	draft: ours('draft', {
		verdict: 'Draft: do not build on it yet.',
		enter: 'A folder that the checks can read. Gaps are marked and count as warnings.',
		expires: 'When its owner proposes or deletes it.',
	}),
	published: ours('published', {
		verdict: 'Published: you can use it.',
		enter: 'Its owner says so. Roles, guides, risks and metrics need no approval.',
		expires: 'When its owner deprecates it.',
	}),
	proposed: ours('proposed', {
		verdict: 'In review: use it in a sandbox only.',
		enter: 'It is useful, no other pattern covers it yet, and no check fails.',
		expires: 'When every seat of its tier has approved exactly this content.',
	}),
	approved: ours('approved', {
		verdict: 'Approved: you can build on it.',
		enter:
			'Every seat of its tier has signed this content, and no author signed. Nobody can set this state by hand.',
		expires: 'On the review day of its tier, or when the content or a part it relies on changes.',
	}),
	changed: {
		label: 'Changed since approval',
		verdict: 'Changed since approval: use the approved version.',
		duty: 'Use the approved version. Start no new use until the Council has looked at the change.',
		enter: 'The content, or a part that the approval relies on, differs from what was approved.',
		expires: 'When the new content is approved, or the old content is put back.',
	},
	overdue: {
		label: 'Review overdue',
		verdict: 'Review overdue: do not start new use cases.',
		duty: 'Keep running. Do not start new use cases until the review is done.',
		enter: 'The review day has passed.',
		expires: 'With a new review. At high tier, the checks fail 30 days after the review day.',
	},
	deprecated: ours('deprecated', {
		verdict: 'Deprecated: do not start anything new with it.',
		enter:
			'`npm run catalogue -- deprecate`: its owner stops new use, and names a successor if there is one.',
		expires: 'When nothing refers to it and its owner withdraws it.',
	}),
	withdrawn: ours('withdrawn', {
		verdict: 'Withdrawn: turn it off.',
		enter: '`npm run withdraw`: removes the entry and leaves a page that gives the reason.',
		expires: 'Never. The address and the id are not given to another entry.',
	}),
} satisfies Record<EntryState, StateDuties>;

/** The states in that order. */
// Object.keys loses the literal types that the table has.
export const stateNames = Object.keys(states) as EntryState[];

const order = new Map<EntryState, number>(
	(
		[
			'approved',
			'published',
			'proposed',
			'draft',
			'changed',
			'overdue',
			'deprecated',
			'withdrawn',
		] as const
	).map((state, at) => [state, at]),
);

/** Rank for lists: what a reader may use first, what needs care after it. */
export const stateRank = (state: EntryState): number => order.get(state) ?? 0;

/**
 * The state of an entry today. `changed` and `overdue` are only after an approval: before it there is
 * nothing that could have been lost. A pattern always has a state, since its
 * schema asks for the status; undefined is for collections that keep none.
 */
export function stateOf(entry: Entry<'patterns'>, catalogue: Catalogue): EntryState;
export function stateOf(entry: Entry, catalogue: Catalogue): EntryState | undefined;
export function stateOf(entry: Entry, catalogue: Catalogue): EntryState | undefined {
	return keepState(catalogue, `${entry.collection}/${entry.id}`, () => workOut(entry, catalogue));
}

/** Said after the state of an entry whose approvals are invented. */
const EXAMPLE = '(example data)';

/**
 * The words of the state of an entry. Approvals of the example organisation say what they are
 * wherever the state is printed as text.
 *
 * @example
 * stateWords(pattern, catalogue).label // => 'Approved (example data)'
 */
export function stateWords(
	entry: Entry<'patterns'>,
	catalogue: Catalogue,
): StateDuties & { name: EntryState; example?: true };
export function stateWords(
	entry: Entry,
	catalogue: Catalogue,
): (StateDuties & { name: EntryState; example?: true }) | undefined;
export function stateWords(entry: Entry, catalogue: Catalogue) {
	const name = stateOf(entry, catalogue);
	if (name === undefined) return undefined;
	const words: StateDuties = states[name];
	if (!isExampleState(entry, catalogue)) return { name, ...words };
	return { name, ...words, label: `${words.label} ${EXAMPLE}`, example: true as const };
}

/** Whether an entry is invented, or its state follows from approvals that are. */
export function isExampleState(entry: Entry, catalogue: Catalogue): boolean {
	if ('example' in entry.data && entry.data.example === true) return true;
	const state = stateOf(entry, catalogue);
	if (state !== 'approved' && state !== 'changed' && state !== 'overdue') return false;
	return approvalsOf(entry, catalogue).some(({ example }) => example);
}

/** Working out a state reads the digests of a folder; lists ask for it many times. */
const keepState = keeper<EntryState | undefined>('state');

function workOut(entry: Entry, catalogue: Catalogue): EntryState | undefined {
	if (entry.collection === 'withdrawn') return 'withdrawn';
	const own = 'status' in entry.data ? words.schema.safeParse(entry.data.status).data : undefined;
	if (!own) return undefined;
	if (!isApproved(entry) || own === 'deprecated' || own === 'withdrawn') return own;
	const standing = standingOf(entry, catalogue);
	if (standing.state === 'changed') return 'changed';
	const late = isOf('patterns', entry) && isOverdue(entry, catalogue);
	const overdue = standing.state === 'expired' || late;
	return own === 'approved' && overdue ? 'overdue' : own;
}

/** Whether the day of the next full review has passed. */
export const isOverdue = (pattern: Entry<'patterns'>, catalogue: Catalogue): boolean =>
	dayFromToday(nextReview(pattern, catalogue), catalogue) < 0;

/** Models of a pattern whose pinned version no longer answers. */
export function retiredModels({ data }: Entry<'patterns'>, catalogue: Catalogue): string[] {
	return data.models.filter((id) => {
		const model = catalogue.models.get(id);
		return model !== undefined && dayFromToday(model.data.retires, catalogue) < 0;
	});
}
