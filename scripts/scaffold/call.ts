/** Reads the call of the `new` command: which kind, which flags, which pattern to start from. */
import { parseArgs } from 'node:util';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { collections } from '#schemas/index.ts';
import { UsageError } from '../run.ts';
import type { Ask } from './ask.ts';
import { kindOf, scaffoldFor, scaffolds } from './index.ts';
import type { Scaffold } from './scaffold.ts';

export const KINDS = scaffolds.map(({ collection }) => kindOf(collection));

/** The kind that is named first, or that a person chooses. */
export async function chooseKind(
	args: readonly string[],
	ask: Ask | undefined,
): Promise<{ scaffold: Scaffold; rest: readonly string[] }> {
	const [first] = args;
	const given = first !== undefined && !first.startsWith('-') ? first : undefined;
	const word = given ?? (await askKind(ask));
	const scaffold = scaffoldFor(word);
	if (!scaffold) {
		const fix = didYouMean(word, KINDS, `Kinds: ${KINDS.join(', ')}.`);
		throw new UsageError(`"${word}" is not a kind of entry that you can add.`, fix);
	}
	return { scaffold, rest: given === undefined ? args : args.slice(1) };
}

async function askKind(ask: Ask | undefined): Promise<string> {
	if (!ask) {
		const fix = `Give the kind first: npm run new -- pattern. Kinds: ${KINDS.join(', ')}.`;
		throw new UsageError('Say what you want to add.', fix);
	}
	const choices = scaffolds.map(({ collection }) => ({
		value: kindOf(collection),
		label: kindOf(collection),
		meaning: collections[collection].about,
	}));
	return ask.choose({ message: 'What do you want to add?', choices });
}

/** The flags of that kind; an unknown one is refused with the nearest. */
export function readFlags({ questions, collection }: Scaffold, args: readonly string[]) {
	const names = [...questions.map(({ flag }) => flag), 'from', 'root'];
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
				anyway: { type: 'boolean', default: false },
			},
		});
		const { anyway, ...texts } = values;
		const flags = new Map<string, string>();
		for (const [name, value] of Object.entries(texts)) {
			if (typeof value === 'string') flags.set(name, value);
		}
		return { flags, anyway, rootFlag: flags.get('root'), fromFlag: flags.get('from') };
	} catch (error) {
		const unknown = /Unknown option '--([^']*)'/.exec(error instanceof Error ? error.message : '');
		if (!unknown) throw error;
		const known = [...names, 'anyway'].map((name) => `--${name}`);
		throw new UsageError(
			`A ${kindOf(collection)} has no flag --${unknown[1]}.`,
			didYouMean(`--${unknown[1]}`, known, `Flags: ${known.join(', ')}.`),
		);
	}
}

/** The pattern to start from, if one is named. */
export function sourceOf(
	{ copies, collection }: Scaffold,
	id: string | undefined,
	{ patterns }: Catalogue,
): Entry<'patterns'> | undefined {
	if (id === undefined) return undefined;
	if (!copies) {
		throw new UsageError(
			`A ${kindOf(collection)} cannot be started from another.`,
			'Leave out --from.',
		);
	}
	const source = patterns.get(id);
	if (source) return source;
	const ids = [...patterns.keys()];
	throw new UsageError(
		`--from: there is no valid pattern "${id}".`,
		didYouMean(id, ids, `Patterns: ${ids.join(', ')}.`),
	);
}
