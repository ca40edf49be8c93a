/**
 * Nodes search, articles, documents and source-filter: the passages this reader can read and that
 * fit.
 */
import { ConnectorDown } from './connectors/connector.ts';
import type { Caller } from './controls/access-control.ts';
import { isLabelWithin } from './controls/data-classification.ts';
import type { AskRight, SourcesPolicy } from './controls/source-permissions.ts';
import { text } from './policy/shape.ts';
import { byCloseness } from './rank.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Found, Systems } from './stores.ts';

/** A passage that can be in the prompt and be shown to this reader. */
export interface Source {
	id: string;
	title: string;
	owner: string;
	updated: string;
	text: string;
}

export interface Sources {
	sources: Source[];
	/** What the reader must know about the search, at the top of the brief. */
	notes: string[];
}

export interface Filter {
	policy: SourcesPolicy;
	/** Turns a store's own answer into one that fails closed. */
	checked: (ask: AskRight) => AskRight;
	/** Ids that must not be in a brief. */
	withdrawn: () => (id: string) => boolean;
}

/**
 * Longest passage that the prompt takes. A cut could lose an exception, so a longer one is left
 * out.
 */
const MOST_CHARACTERS = 4000;
const NO_DOCUMENTS = 'The document store does not answer: this brief is from articles alone.';

/** @throws ConnectorDown without the knowledge base, because there is no brief from memory. */
export async function findSources(
	run: Run,
	{ question, caller }: { question: string; caller: Caller },
	systems: Systems,
	filter: Filter,
	services: Services,
): Promise<Sources> {
	const { articles, documents } = systems;
	const { spaces, found: most, closenessAtLeast } = filter.policy;
	run.at('search');
	const among = { spaces: spaces.map(({ id }) => id) };
	const near = await articles.find(question, among, most, caller);
	run.passed('source-permissions', 'Searched with the sign-in of the reader, and of nobody else.');
	run.at('articles');
	run.done(`Articles that share words with the question: ${near.length}.`);
	run.at('documents');
	const links = [...new Set(near.flatMap((one) => one.links))];
	const notes: string[] = [];
	const linked = await documents
		.find(question, { ids: links }, most, caller)
		.catch((error: unknown) => {
			if (!(error instanceof ConnectorDown)) throw error;
			notes.push(NO_DOCUMENTS);
			return [];
		});
	run.done(notes[0] ?? `Documents that these articles link to: ${linked.length}.`);
	const found = [...near, ...linked]
		.filter(({ closeness }) => closeness >= closenessAtLeast)
		.sort(byCloseness)
		.slice(0, most);
	const classed = found.filter(({ dataClass }) => isLabelWithin(dataClass, services.access));
	const barred = found.length - classed.length;
	const says = `Left out, without a class this pattern may read: ${barred}.`;
	if (barred > 0) run.changed('data-classification', says);
	else run.passed('data-classification', 'Everything here has a class that this pattern may read.');
	run.child('search', { 'aicat.summary.passages_found': found.length });
	const sources = await filtered(run, classed, caller, systems, filter, services);
	return { sources, notes };
}

/** Why a passage is left out, in the order of the checks. The reader's right comes last. */
type LeftOut = 'withdrawn' | 'space' | 'owner' | 'age' | 'length' | 'right';

const SAYS: Record<LeftOut, string> = {
	withdrawn: 'withdrawn by the owner',
	space: 'outside the searched spaces',
	owner: 'without a named owner',
	age: 'too old',
	length: 'too long',
	right: 'that the reader cannot open',
};

async function filtered(
	run: Run,
	found: readonly Found[],
	caller: Caller,
	{ articles, documents }: Systems,
	{ policy, checked, withdrawn }: Filter,
	{ clock }: Services,
): Promise<Source[]> {
	run.at('source-filter');
	const isOut = withdrawn();
	const spaces = new Set(policy.spaces.map(({ id }) => id));
	const left = new Map<LeftOut, number>();
	const kept: Source[] = [];
	const whyNot = async (one: Found): Promise<LeftOut | Source> => {
		const store = one.store === documents.name ? documents : articles;
		const { id, title, owner, updated, space } = one;
		if (isOut(id)) return 'withdrawn';
		if (store === articles && !spaces.has(space ?? '')) return 'space';
		if (owner === undefined) return 'owner';
		if (!(monthsSince(updated, clock.now()) < policy.maxAgeMonths)) return 'age';
		// Just before use: the index may still show a right that was removed an hour ago.
		if (!(await checked(store.mayOpen)(id, caller))) return 'right';
		const read = await store.read(id, ['text'], caller);
		const body = text(read.text, `${id}.text`);
		return body.length > MOST_CHARACTERS ? 'length' : { id, title, owner, updated, text: body };
	};
	for (const one of found) {
		if (kept.length === policy.kept) break;
		const outcome = await whyNot(one);
		if (typeof outcome === 'string') left.set(outcome, (left.get(outcome) ?? 0) + 1);
		else kept.push(outcome);
	}
	tell(run, found.length, kept, left);
	return kept;
}

/** Counts, without ids or titles of what was left out: the reader has no right to know of it. */
function tell(
	run: Run,
	found: number,
	kept: readonly Source[],
	left: ReadonlyMap<LeftOut, number>,
): void {
	const counts = (...reasons: LeftOut[]) =>
		reasons.flatMap((reason) => {
			const count = left.get(reason);
			return count ? [`${count} ${SAYS[reason]}`] : [];
		});
	const [right] = counts('right');
	if (right) run.changed('source-permissions', `The store was asked again: left out ${right}.`);
	else if (kept.length > 0) {
		run.passed('source-permissions', 'The store was asked again: the reader can open each one.');
	}
	const [withdrawn] = counts('withdrawn');
	if (withdrawn) run.changed('human-override', `Left out ${withdrawn}.`);
	const others = counts('space', 'owner', 'age', 'length');
	if (others.length > 0) run.done(`Left out ${others.join(', ')}.`);
	run.done(`${kept.length} of ${found} go on: ${kept.map(({ id }) => id).join(', ') || 'none'}.`);
	run.child('source-filter', { 'aicat.summary.passages_found': kept.length });
	for (const { id } of kept) run.child('retrieval', { 'gen_ai.data_source.id': id });
}

/** Whole months from a day to now. Text that is not a day is older than any limit. */
export function monthsSince(day: string, now: Date): number {
	const then = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(then.getTime())) return Number.POSITIVE_INFINITY;
	const months =
		(now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
	return now.getUTCDate() < then.getUTCDate() ? months - 1 : months;
}
