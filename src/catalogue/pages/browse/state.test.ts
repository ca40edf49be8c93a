import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type BrowseIndex,
	type BrowseLine,
	type BrowseState,
	EVERYTHING,
	find,
	fromQuery,
	isIdle,
	NO_GROUPS,
	namedBy,
	pressed,
	toQuery,
	waysOut,
	withValue,
} from './state.ts';

const values = (...ids: string[]) => ids.map((value) => ({ value, label: value }));
const facets = [
	{ name: 'tier', label: 'Risk tier', several: false, values: values('low', 'medium', 'high') },
	{ name: 'connector', label: 'Connector', several: true, values: values('crm', 'desk', 'mail') },
	{ name: 'owner', label: 'Owner', several: false, values: values('sales', 'service') },
];

function line(
	id: string,
	tier: string,
	connector: string[],
	more: Partial<BrowseLine> = {},
): BrowseLine {
	return {
		id,
		title: id,
		summary: `What ${id} does.`,
		aliases: '',
		cells: [['low', 'medium', 'high'].indexOf(tier), 1],
		values: [[tier], connector, ['service']],
		...more,
	};
}

const frame = {
	name: 'patterns' as const,
	singular: 'pattern',
	plural: 'patterns',
	facets,
	columns: [
		{ key: 'tier', label: 'Tier', facts: ['low', 'medium', 'high'].map((text) => ({ text })) },
		{ key: 'review', label: 'Review by', facts: ['a', 'b', 'c'].map((text) => ({ text })) },
	],
};
const keys = frame.columns.map(({ key }) => key);

const index: BrowseIndex = {
	...frame,
	lines: [
		line('answers', 'medium', ['desk', 'mail'], { cells: [1, 2] }),
		line('notes', 'low', ['crm'], {
			aliases: 'résumé, call notes',
			values: [['low'], ['crm'], ['sales']],
		}),
		line('triage', 'medium', ['desk']),
	],
};

const ids = (state: Partial<BrowseState>, of = index) =>
	find(of, { ...EVERYTHING, ...state }).lines.map(({ id }) => id);
const chosen = (choices: Record<string, string[]>) => ({
	chosen: new Map(Object.entries(choices)),
});

describe('matching', () => {
	it('shows everything in the order of the index when nothing is chosen', () => {
		expect(ids({})).toEqual(['answers', 'notes', 'triage']);
	});
	it('takes any of the values of a facet that has one per pattern', () => {
		expect(ids(chosen({ tier: ['low', 'medium'] }))).toEqual(['answers', 'notes', 'triage']);
	});
	it('demands all values of a facet that has several per pattern', () => {
		expect(ids(chosen({ connector: ['desk', 'mail'] }))).toEqual(['answers']);
	});
	it('combines facets and words', () => {
		expect(ids({ ...chosen({ tier: ['medium'] }), words: 'triage' })).toEqual(['triage']);
	});
	it('without the search engine finds every word in title and other names, whatever its accents', () => {
		expect(ids({ words: 'RESUME call' })).toEqual(['notes']);
	});
	it('shows what the search engine found, best first, and the words change nothing more', () => {
		const hits = new Map([
			['triage', 0],
			['answers', 1],
		]);
		const state = { ...EVERYTHING, words: 'sort my email' };
		expect(find(index, state, hits).lines.map(({ id }) => id)).toEqual(['triage', 'answers']);
	});
	it('finds a name of which some letters are typed', () => {
		expect([...namedBy(index, 'tri').keys()]).toEqual(['triage']);
	});
	it('takes one answer to the question of a list, however many values an entry has', () => {
		const asked = {
			...frame,
			facets: [
				{
					...facets[1],
					name: 'connector',
					label: '',
					several: true,
					question: 'Shows.',
					values: values('crm', 'desk', 'mail'),
				},
			],
			lines: index.lines.map((one) => ({ ...one, values: [one.values[1] ?? []] })),
		};
		const found = find(asked, { ...EVERYTHING, ...chosen({ connector: ['mail'] }) });
		expect(found.lines.map(({ id }) => id)).toEqual(['answers']);
		expect(found.counts.get('connector')?.get('desk')).toBe(2);
	});
	it('finds nothing for a chosen value that no longer exists', () => {
		expect(ids(chosen({ tier: ['gone'] }))).toEqual([]);
	});
});

describe('order', () => {
	it.each([
		['title', false, ['answers', 'notes', 'triage']],
		['title', true, ['triage', 'notes', 'answers']],
		['tier', false, ['notes', 'answers', 'triage']],
		['tier', true, ['answers', 'triage', 'notes']],
		['review', false, ['notes', 'triage', 'answers']],
	] as const)('by %s, down: %s', (by, down, expected) => {
		expect(ids({ sort: { by, down } })).toEqual(expected);
	});
	it('goes up, then down, then back to that of the list, by pressing a column', () => {
		const once = pressed(undefined, 'tier');
		const twice = pressed(once, 'tier');
		expect([once, twice, pressed(twice, 'tier'), pressed(twice, 'title')]).toEqual([
			{ by: 'tier', down: false },
			{ by: 'tier', down: true },
			undefined,
			{ by: 'title', down: false },
		]);
	});
});

describe('ways out of an empty list', () => {
	it('name each filter whose removal gives some, most first', () => {
		const state = { ...EVERYTHING, ...chosen({ tier: ['low'], connector: ['desk'] }) };
		expect(waysOut(index, state).map(({ filter, count }) => [filter?.value, count])).toEqual([
			['low', 2],
			['desk', 1],
		]);
	});
	it('offer to drop the words', () => {
		const state = { ...EVERYTHING, ...chosen({ tier: ['low'] }), words: 'triage' };
		expect(waysOut(index, state).map(({ filter }) => filter?.value)).toEqual(['low', undefined]);
	});
	it('are none when one filter less is not enough', () => {
		const state = {
			...EVERYTHING,
			...chosen({ tier: ['gone'], owner: ['gone'] }),
			words: 'nowhere',
		};
		expect(waysOut(index, state)).toEqual([]);
	});
});

describe('the address', () => {
	it('is empty for the plain list', () => {
		expect(toQuery(EVERYTHING, facets)).toBe('');
	});
	it('writes choices in the order of the facets, then words, sort, groups and columns', () => {
		const state: BrowseState = {
			...chosen({ connector: ['desk'], tier: ['low', 'high'] }),
			words: 'call notes',
			sort: { by: 'tier', down: true },
			group: 'owner',
			hidden: ['review'],
		};
		expect(toQuery(state, facets)).toBe(
			'?tier=low&tier=high&connector=desk&q=call+notes&sort=-tier&by=owner&hide=review',
		);
	});
	it('ignores what it does not know, and repeats', () => {
		expect(
			fromQuery(
				'?tier=low&tier=low&tier=&colour=red&sort=luck&by=luck&hide=luck&q=%20',
				facets,
				keys,
			),
		).toEqual({
			...EVERYTHING,
			...chosen({ tier: ['low'] }),
		});
	});
	it('keeps a chosen value that no longer exists, so that the reader can take it away', () => {
		expect(fromQuery('?owner=gone', facets, keys).chosen.get('owner')).toEqual(['gone']);
	});
});

const subset = (of: readonly { value: string }[]) => fc.subarray(of.map(({ value }) => value));
const someState: fc.Arbitrary<BrowseState> = fc
	.record({
		choices: fc.tuple(...facets.map((facet) => subset(facet.values))),
		words: fc.constantFrom('', 'a', 'does', 'one two', 'x & y=z', 'Ünïcode'),
		sort: fc.option(fc.record({ by: fc.constantFrom('title', ...keys), down: fc.boolean() }), {
			nil: undefined,
		}),
		group: fc.option(fc.constantFrom(NO_GROUPS, 'owner', 'tier'), { nil: undefined }),
		hidden: fc.subarray(keys),
	})
	.map(({ choices, ...rest }) => ({
		...rest,
		chosen: new Map(
			facets.flatMap(({ name }, at) => (choices[at]?.length ? [[name, choices[at]] as const] : [])),
		),
	}));
const someIndex: fc.Arbitrary<BrowseIndex> = fc
	.array(
		fc.tuple(
			fc.constantFrom('low', 'medium', 'high'),
			subset(facets[1]?.values ?? []),
			fc.constantFrom('sales', 'service'),
			fc.constantFrom('a', 'b'),
		),
		{ maxLength: 30 },
	)
	.map((drawn) => ({
		...frame,
		lines: drawn.map(([tier, connectors, owner, title], at) =>
			line(`p${at}`, tier, connectors, { title, values: [[tier], connectors, [owner]] }),
		),
	}));

describe('for any index and state', () => {
	it('a count is what choosing the value gives', () => {
		fc.assert(
			fc.property(someIndex, someState, (any, state) => {
				const { counts } = find(any, state);
				for (const { name, several, values: all } of facets) {
					for (const { value } of all) {
						// In a facet of one value the count is what the value alone brings.
						const base = several ? state : { ...state, chosen: without(state, name) };
						const result = find(any, withValue(base, name, value, true));
						expect(counts.get(name)?.get(value) ?? 0).toBe(result.lines.length);
					}
				}
			}),
		);
	});
	it('choosing a further value of one-value facets adds exactly its count', () => {
		fc.assert(
			fc.property(someIndex, someState, (any, state) => {
				const before = find(any, state);
				if (!state.chosen.has('tier') || state.chosen.get('tier')?.includes('high')) return;
				const after = find(any, withValue(state, 'tier', 'high', true));
				const added = before.counts.get('tier')?.get('high') ?? 0;
				expect(after.lines.length).toBe(before.lines.length + added);
			}),
		);
	});
	it('the order changes no match', () => {
		fc.assert(
			fc.property(someIndex, someState, (any, state) => {
				const sorted = ids(state, any).sort();
				expect(sorted).toEqual(ids({ ...state, sort: undefined }, any).sort());
			}),
		);
	});
	it('an address read back is the same state', () => {
		fc.assert(
			fc.property(someState, (state) => {
				expect(fromQuery(toQuery(state, facets), facets, keys)).toEqual(state);
			}),
		);
	});
	it('an idle state matches everything', () => {
		fc.assert(
			fc.property(someIndex, someState, (any, state) => {
				if (isIdle(state)) expect(ids(state, any)).toHaveLength(any.lines.length);
			}),
		);
	});
	it('taking a value away again gives the state from before', () => {
		fc.assert(
			fc.property(someState, (state) => {
				const there = withValue(state, 'owner', 'new', true);
				expect(withValue(there, 'owner', 'new', false)).toEqual(state);
			}),
		);
	});
});

function without(state: BrowseState, facet: string): BrowseState['chosen'] {
	return new Map([...state.chosen].filter(([name]) => name !== facet));
}
