/** Puts entries together whose fields stand in two files, such as a pattern and its register. */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { CheckName } from '../../model/checks.ts';
import type { Finding } from '../../model/finding.ts';
import { fieldsAt, keysAt } from '../../model/schema-walk.ts';
import { sourceDigest, withDigest } from '../../model/source-digest.ts';

interface Join {
	/** Collection of the entries. */
	to: CollectionName;
	/** Collection of the files beside them. */
	from: CollectionName;
	fields: ReadonlySet<string>;
}

const JOINS: readonly Join[] = collectionNames.flatMap((from) => {
	const { joins, schema } = collections[from];
	const to = collectionNames.find((name) => name === joins);
	return to ? [{ to, from, fields: new Set(keysAt(schema, [])) }] : [];
});

/** The collections whose files only add fields to the entries of another. */
export const joined: ReadonlySet<CollectionName> = new Set(JOINS.map(({ from }) => from));

export interface Joined {
	entries: Entry[];
	findings: Finding[];
}

/**
 * The entries with the fields of the files beside them. A file without its other half makes a
 * finding; half an entry is no entry.
 *
 * @param known ids of every file there is, also of those that were not accepted
 */
export function joinEntries(
	entries: readonly Entry[],
	known: ReadonlyMap<string, ReadonlySet<string>>,
): Joined {
	const findings: Finding[] = [];
	const whole = new Map(entries.map((entry) => [`${entry.collection}/${entry.id}`, entry]));
	for (const { to, from, fields } of JOINS) {
		for (const entry of entries.filter(({ collection }) => collection === to)) {
			const half = whole.get(`${from}/${entry.id}`);
			whole.delete(`${to}/${entry.id}`);
			if (half) whole.set(`${to}/${entry.id}`, together(entry, half, fields));
			else if (!known.get(from)?.has(entry.id)) findings.push(alone(entry, from));
		}
		for (const half of entries.filter(({ collection }) => collection === from)) {
			whole.delete(`${from}/${half.id}`);
			if (!known.get(to)?.has(half.id)) findings.push(alone(half, to));
		}
	}
	return { entries: [...whole.values()], findings };
}

function together(entry: Entry, half: Entry, fields: Join['fields']): Entry {
	const { collection, file, source } = half;
	const whole = {
		...entry,
		// Each schema accepted its half, and the schema of the whole is the two of them.
		data: { ...entry.data, ...half.data } as Entry['data'],
		beside: { collection, file, source, fields },
	};
	return withDigest(whole, sourceDigest(entry), sourceDigest(half));
}

function alone({ file, id, collection }: Entry, other: CollectionName): Finding {
	const missing = collections[other].file.replace('{id}', id);
	const isHalf = joined.has(collection);
	return {
		file,
		line: 1,
		column: 1,
		severity: 'error',
		rule: 'file' satisfies CheckName,
		message: `there is no ${missing}.`,
		fix: isHalf
			? `Add the ${collections[other].singular}, or delete this file.`
			: `Add it, with: ${neededIn(other).join(', ')}. \`npm run catalogue -- migrate\` makes it from an older pattern.`,
	};
}

/** The fields that an entry of a collection cannot do without. */
const neededIn = (name: CollectionName): string[] => {
	const { schema } = collections[name];
	const isOptional = (key: string) =>
		fieldsAt(schema, [key]).every((field) => field.safeParse(undefined).success);
	return keysAt(schema, []).filter((key) => !isOptional(key));
};
