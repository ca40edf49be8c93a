/** Sound content with nonsense put in, by a seeded generator: of each kind at least 95 in 100 are caught. */
import { describe, expect, test } from 'vitest';
import type { CollectionName } from '#schemas/index.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { noCache } from '../model/cache.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';
import { controlFile } from './control-file.ts';
import { countsAgree } from './counts-agree.ts';
import { currencyNamed } from './currency-named.ts';
import { idsInText } from './ids-in-text.ts';
import { listedOnce } from './listed-once.ts';
import { modelNotFor } from './model-not-for.ts';
import { possibleDates } from './possible-dates.ts';
import { possibleNumbers } from './possible-numbers.ts';
import { prosePresent } from './prose-present.ts';
import { repeatedText } from './repeated-text.ts';
import { targetsAgree } from './targets-agree.ts';
import { toFill } from './to-fill.ts';
import { untrustedAgrees } from './untrusted-agrees.ts';

/** A small generator of numbers that gives the same ones for the same seed. */
function random(seed: number) {
	let state = seed;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	return {
		below: (limit: number) => Math.floor(next() * limit),
		of: <Item>(items: readonly Item[]): Item => {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new Error('Nothing to choose from.');
			return item;
		},
	};
}
type Random = ReturnType<typeof random>;

/** Data as a mutation sees it: any field may become anything. */
// biome-ignore lint/suspicious/noExplicitAny: nonsense does not keep to types
type Loose = any;

function set(holder: Loose, key: string, value: unknown): boolean {
	holder[key] = value;
	return true;
}

interface Nonsense {
	kind: string;
	rule: Rule;
	in: readonly CollectionName[];
	/** Breaks the entry; false where it has nothing to break. */
	put: (
		entry: { id: string; data: Loose; body: string; headings: Entry['headings'] },
		random: Random,
	) => boolean;
}

const pad = (value: number) => String(value).padStart(2, '0');
const future = (random: Random) =>
	`${2027 + random.below(70)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
const past = (random: Random) =>
	`${1900 + random.below(119)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;

const REVIEWED: readonly CollectionName[] = [
	'controls',
	'risks',
	'metrics',
	'connectors',
	'models',
	'roles',
	'guides',
	'patterns',
];
const PROSE: readonly CollectionName[] = [
	'controls',
	'risks',
	'metrics',
	'connectors',
	'roles',
	'guides',
];
const SENTENCE = 'This was checked by the team and is fine as it is.';

const kinds: readonly Nonsense[] = [
	{
		kind: 'a review in the future',
		rule: possibleDates,
		in: REVIEWED,
		put: ({ data }, random) => set(data, 'reviewed', future(random)),
	},
	{
		kind: 'a review before the catalogue',
		rule: possibleDates,
		in: REVIEWED,
		put: ({ data }, random) => set(data, 'reviewed', past(random)),
	},
	{
		kind: 'evidence dated ahead',
		rule: possibleDates,
		in: ['patterns'],
		put: ({ data }, random) =>
			set(random.of<Loose>(data.controls).evidence, 'date', future(random)),
	},
	{
		kind: 'a change dated ahead',
		rule: possibleDates,
		in: ['patterns', 'controls', 'guides'],
		put({ data }, random) {
			if (!data.changes?.length) return false;
			random.of<Loose>(data.changes).date = future(random);
			return true;
		},
	},
	{
		kind: 'a measurement dated ahead',
		rule: possibleDates,
		in: ['patterns'],
		put: ({ data }, random) =>
			set(random.of<Loose>(data.metrics), 'latest', { value: 50, on: future(random) }),
	},
	{
		kind: 'a limit that nobody can miss',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			const share = random.of<Loose>(
				data.evaluation.limits.filter(({ unit }: Loose) => unit === '%'),
			);
			share.limit = random.of([
				{ atLeast: 0 },
				{ atLeast: -5 },
				{ atMost: 100 },
				{ atMost: 250 },
				{ from: 0, to: 100 },
			]);
			return true;
		},
	},
	{
		kind: 'a limit that nobody can meet',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			const share = random.of<Loose>(
				data.evaluation.limits.filter(({ unit }: Loose) => unit === '%'),
			);
			share.limit = random.of([
				{ atLeast: 101 + random.below(900) },
				{ atMost: -1 - random.below(50) },
				{ from: 40, to: 20 },
				{ from: 101, to: 140 },
			]);
			return true;
		},
	},
	{
		kind: 'a safety limit of 100% turned round',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }) {
			const safe = data.evaluation.limits.filter(({ dimension }: Loose) => dimension === 'safety');
			for (const one of safe) one.limit = { atMost: 100 };
			return safe.length > 0;
		},
	},
	{
		kind: 'a target turned round',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			const turned = data.metrics.filter(
				({ metric, target }: Loose) =>
					DIRECTED.has(metric) && ('atLeast' in target || 'atMost' in target),
			);
			if (turned.length === 0) return false;
			const one = random.of<Loose>(turned);
			one.target =
				'atLeast' in one.target ? { atMost: one.target.atLeast } : { atLeast: one.target.atMost };
			return true;
		},
	},
	{
		kind: 'a negative or astronomic number',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			random.of<Loose>(data.metrics).baseline = random.of([
				-1 - random.below(1000),
				1e15 + random.below(1000),
			]);
			return true;
		},
	},
	{
		kind: 'prose that is gone',
		rule: prosePresent,
		in: ['patterns', 'guides'],
		put(entry, random) {
			entry.body = random.of(['', '\n', '\n\n  \n']);
			entry.headings = [];
			return true;
		},
	},
	{
		kind: 'prose of headings only',
		rule: prosePresent,
		in: ['patterns', 'guides'],
		put(entry) {
			entry.body = '\n## Fit\n\n## Controls\n';
			entry.headings = [2, 4].map((line) => ({ depth: 2, text: 'Fit', line, column: 1 }));
			return true;
		},
	},
	{
		kind: 'one sentence in many fields',
		rule: repeatedText,
		in: ['patterns', 'controls', 'risks'],
		put({ data }, random) {
			const holders = places(data).filter(
				({ at, key }) =>
					at[key].length > 40 && !/source|measure|who|^by$|alert|doneWhen|note/.test(key),
			);
			if (holders.length < 6) return false;
			const times = 3 + random.below(Math.min(100, holders.length - 3));
			for (let index = 0; index < times; index += 1) {
				const { at, key } = holders[(index * 7) % holders.length] ?? random.of(holders);
				at[key] = SENTENCE;
			}
			return new Set(holders.slice(0).filter(({ at, key }) => at[key] === SENTENCE)).size > 2;
		},
	},
	{
		kind: 'a file that is no path',
		rule: controlFile,
		in: ['patterns'],
		put({ data }, random) {
			random.of<Loose>(data.controls).file = random.of([
				'ask the platform team',
				'see the wiki',
				'../outside.yaml',
				'/etc/policy',
				'policy//x.yaml',
				'in the repository, somewhere',
			]);
			return true;
		},
	},
	{
		kind: 'a file that the starter lacks',
		rule: controlFile,
		in: ['patterns'],
		put({ data, id }, random) {
			// The others have no starter.
			if (id !== LETTERS) return false;
			random.of<Loose>(data.controls).file =
				`policy/${random.of(['nothing', 'gone', 'old-limits', 'x'])}-${random.below(99)}.yaml`;
			return true;
		},
	},
	{
		kind: 'a count that disagrees with its list, in data',
		rule: countsAgree,
		in: ['patterns'],
		put({ data }, random) {
			const listed = data.incident.triggers.length;
			const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
			const wrong = random.of(words.filter((_, at) => at + 2 !== listed));
			data.incident.summary = `Any of the ${wrong} triggers starts the playbook, and the flag turns it off.`;
			return true;
		},
	},
	{
		kind: 'a count that disagrees with its list, in prose',
		rule: countsAgree,
		in: PROSE,
		put(entry, random) {
			const listed = 2 + random.below(6);
			const said = 2 + ((listed - 2 + 1 + random.below(5)) % 7);
			if (said === listed) return false;
			const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
			const noun = random.of([
				'signs',
				'questions',
				'steps',
				'rules',
				'other reasons',
				'open points',
			]);
			entry.body = `There are ${random.of([words[said - 2] ?? '', String(said)])} ${noun}:\n\n${'- An item\n'.repeat(listed)}`;
			return true;
		},
	},
	{
		kind: 'an id that exists nowhere',
		rule: idsInText,
		in: PROSE,
		put(entry: Loose, random) {
			const noun = random.of(['control', 'risk', 'metric', 'connector', 'pattern']);
			const id = `${random.of(['human', 'log', 'data', 'full'])}-${random.of(['overide', 'keping', 'leek', 'x'])}-${random.below(99)}`;
			entry.source = `${entry.source}\nCompare the ${noun} \`${id}\`.\n`;
			return true;
		},
	},
	{
		kind: 'text from outside that no variable owns up to',
		rule: untrustedAgrees,
		in: ['patterns'],
		put({ data }) {
			data.exposure.untrustedInput = !data.exposure.untrustedInput;
			return true;
		},
	},
	{
		kind: 'a target weaker than the page of its metric',
		rule: targetsAgree,
		in: ['patterns'],
		put({ data }) {
			const found = data.metrics.filter(
				({ metric, part }: Loose) => JUDGED.includes(metric) && !part,
			);
			for (const one of found) one.target = { atLeast: 1 };
			return found.length > 0;
		},
	},
	{
		kind: 'money without a currency',
		rule: currencyNamed,
		in: ['metrics'],
		put({ data }, random) {
			delete data.symbol;
			const what = random.of(['cost', 'price', 'currency', 'money', 'average cost', 'spend']);
			data.unit = `${what} per ${random.of(['case', 'task', 'call', 'month'])}`;
			return true;
		},
	},
	{
		kind: 'a limit of errors turned round',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }) {
			const errors = data.evaluation.limits.filter(
				({ dimension, limit }: Loose) => /^false-/.test(dimension) && 'atMost' in limit,
			);
			for (const one of errors) one.limit = { atLeast: one.limit.atMost };
			return errors.length > 0;
		},
	},
	{
		kind: 'a limit of quality turned round, or written as a fraction',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			const good = data.evaluation.limits.filter(
				({ unit, limit, dimension }: Loose) =>
					unit === '%' && limit.atLeast >= 50 && dimension !== 'abstention',
			);
			if (good.length === 0) return false;
			const one = random.of<Loose>(good);
			const { atLeast } = one.limit;
			one.limit = random.of([{ atMost: atLeast }, { atLeast: atLeast / 100 }]);
			return true;
		},
	},
	{
		kind: 'a range that ends before it starts',
		rule: possibleNumbers,
		in: ['patterns'],
		put({ data }, random) {
			const from = 2 + random.below(50);
			data.effort = { ...data.effort, weeks: { from, to: 1 + random.below(from - 1) } };
			return true;
		},
	},
	{
		kind: 'triggers that a text counts wrongly',
		rule: countsAgree,
		in: ['patterns'],
		put({ data }, random) {
			const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
			const wrong = random.of(words.filter((_, at) => at + 2 !== data.incident.triggers.length));
			random.of<Loose>(data.controls).how =
				`The runbook names ${wrong} triggers and the one switch.`;
			return true;
		},
	},
	{
		kind: 'an id that is listed twice',
		rule: listedOnce,
		in: ['patterns'],
		put({ data }, random) {
			const list = data[random.of(['models', 'prompts', 'controls', 'risks'])];
			if (list.length === 0) return false;
			list.push(structuredClone(random.of(list)));
			return true;
		},
	},
	{
		kind: 'a text that repeats one word',
		rule: repeatedText,
		in: ['patterns', 'controls', 'risks'],
		put({ data }, random) {
			const holders = places(data).filter(({ at, key }) => at[key].length > 60);
			if (holders.length === 0) return false;
			const { at, key } = random.of(holders);
			at[key] = `${random.of(['asdf', 'good', 'text', 'safe'])} `
				.repeat(6 + random.below(20))
				.trim();
			return true;
		},
	},
	{
		kind: 'a text that was left to write',
		rule: toFill,
		in: ['controls', 'risks', 'metrics', 'guides'],
		put({ data }, random) {
			data.summary = random.of([
				'TODO: write the summary of this entry.',
				'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
				'TBD: one sentence, for whom it is.',
			]);
			return true;
		},
	},
	{
		kind: 'a model used against its page',
		rule: modelNotFor,
		in: ['patterns'],
		put({ data }) {
			data.models = ['leaving'];
			data.exposure.reach = 'external';
			return true;
		},
	},
];

/** Metrics whose page says in figures what is good at the stage of the patterns here. */
const JUDGED = ['adoption', 'quality'];

let DIRECTED = new Set<string>();

/** Every text of the data with its holder. */
function places(value: Loose): { at: Loose; key: string }[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, item]) =>
		typeof item === 'string' ? (Array.isArray(value) ? [] : [{ at: value, key }]) : places(item),
	);
}

/** The catalogue with one entry in place of the one of its id. */
function withEntry(catalogue: Catalogue, entry: Entry): Catalogue {
	const map = new Map<string, Entry>(catalogue.all[entry.collection]);
	map.set(entry.id, entry);
	const changed = { [entry.collection]: map };
	return { ...catalogue, ...changed, all: { ...catalogue.all, ...changed } };
}

async function caught(rule: Rule, catalogue: Catalogue, { id, collection, data }: Entry) {
	const prompts: readonly string[] =
		collection === 'patterns' && 'prompts' in data ? (data.prompts as readonly string[]) : [];
	for await (const { entry } of rule.check(catalogue, noCache)) {
		if (entry.id === id || prompts.includes(entry.id)) return true;
	}
	return false;
}

const TRIES = 100;

describe('of a hundred of each kind at least 95 are caught', () => {
	test.each(kinds)('$kind', async ({ rule, in: collections, put }) => {
		const catalogue = await houseCatalogue();
		DIRECTED = new Set(
			[...catalogue.metrics.values()]
				.filter(({ data }) => data.direction !== 'range')
				.map(({ id }) => id),
		);
		const generator = random(20_261_130);
		const all = collections.flatMap((name): Entry[] => [...catalogue.all[name].values()]);
		let put_ = 0;
		let found = 0;
		for (let tries = 0; put_ < TRIES && tries < TRIES * 20; tries += 1) {
			const entry: Entry = structuredClone({ ...generator.of(all), beside: undefined });
			const line = entry.bodyLine;
			if (!put(entry, generator)) continue;
			put_ += 1;
			// What is put into the body is put into the file as well.
			if (!entry.source.endsWith(entry.body)) {
				const head = entry.source
					.split('\n')
					.slice(0, line - 1)
					.join('\n');
				if (!entry.source.includes('`')) entry.source = `${head}\n${entry.body}`;
			}
			if (await caught(rule, withEntry(catalogue, entry), entry)) found += 1;
		}
		expect(put_).toBe(TRIES);
		expect(found).toBeGreaterThanOrEqual(95);
	});
});

test('the content that is broken above has none of it', async () => {
	// Far enough ahead that no entry is of a later day.
	const catalogue = { ...(await houseCatalogue()), today: '2036-01-01' };
	const rules = new Set(kinds.map(({ rule }) => rule));
	const found: string[] = [];
	for (const rule of rules) {
		for await (const { entry, message } of rule.check(catalogue, noCache))
			found.push(`${entry.file}: ${message}`);
	}
	expect(found).toEqual([]);
});
