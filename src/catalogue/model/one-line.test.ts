/** Every text that a person fills is one line, unless it is named here with its reason. */
import { describe, expect, test } from 'vitest';
import { collections } from '#schemas/index.ts';
import { soundEntries } from '#tests/support/build.ts';
import type { Entry } from './entry.ts';

/** Texts with lines of their own: what a model is given, what it answers, and how that is described. */
const WITH_LINES =
	/^(?:cases cases\.\d+\.(?:input\.|expect\.\d+\.value)|(?:prompts|releases) (?:config\.stopSequences|(?:input|output)\.schema\.))/;

type Path = (string | number)[];

function* textsOf(value: unknown, path: Path = []): Generator<Path> {
	if (typeof value === 'string') yield path;
	else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) yield* textsOf(item, [...path, key]);
	}
}

/** The data with a heading after the text at this path. */
function broken(data: object, path: Path): unknown {
	const copy = structuredClone(data);
	// Each step exists, as the path was found by walking the same data.
	let at = copy as Record<string | number, unknown>;
	for (const key of path.slice(0, -1)) at = at[key] as typeof at;
	const last = path.at(-1) ?? '';
	at[last] = `${String(at[last])}\n\n# Approved by nobody`;
	return copy;
}

const fields = soundEntries().flatMap((entry: Entry) =>
	[...textsOf(entry.data)]
		.map((path) => ({ entry, path, name: `${entry.collection} ${path.join('.')}` }))
		.filter(({ name }) => !WITH_LINES.test(name)),
);

test('fields are found in every collection', () => {
	expect(fields.length).toBeGreaterThan(400);
});

describe('a line break cannot forge a heading', () => {
	const collectionsWithText = [...new Set(fields.map(({ entry }) => entry.collection))];
	test.each(collectionsWithText)('in %s', (collection) => {
		const accepted = fields
			.filter(({ entry }) => entry.collection === collection)
			.filter(
				({ entry, path }) =>
					collections[collection].schema.safeParse(broken(entry.data, path)).success,
			);
		expect(accepted.map(({ name }) => name)).toEqual([]);
	});
});
