/** Adds a record: asks for it, takes it from flags, or imports a bundle from a pipeline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { conditionsOf } from '#catalogue/judge/approval/conditions.ts';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { definitionDigest } from '#catalogue/judge/records/binding.ts';
import { nextRunOf } from '#catalogue/judge/records/evaluation.ts';
import { named } from '#catalogue/judge/records/id.ts';
import type { Subject } from '#catalogue/judge/records/kept.ts';
import { recordFileName, recordPath } from '#catalogue/judge/records/place.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import { definition, docAt, isOptional, unwrap } from '#catalogue/model/schema-walk.ts';
import { schemaProblems } from '#catalogue/read/parse/issues.ts';
import { parseYaml } from '#catalogue/read/parse/yaml.ts';
import { withRecord } from '#catalogue/scaffold/record.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import {
	type CatalogueRecord,
	type RecordKind,
	recordKinds,
	recordSchemas,
	recordSubjects,
} from '#schemas/record.ts';
import { fitting, oneOf, positional } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { identityOf } from '../git-authors.ts';
import { addBuilds } from '../record/build.ts';
import { addBundle, bundleText, type Importing } from '../record/import.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { terminal } from '../scaffold/ask.ts';
import { writeAll } from '../write-files.ts';

export const record = defineCommand({
	name: 'record',
	writes: true,
	summary:
		'Add a record: evidence, a drill, training, a value, a run. Existing records never change.',
	usage: [
		'npm run record -- KIND SUBJECT [FIELD=VALUE ...] [--corrects ID --because TEXT]',
		'npm run record -- build PATTERN',
		'npm run record -- import FILE|URL [SUBJECT]',
		`  KIND       ${recordKinds.join(', ')}`,
		'  SUBJECT    a pattern or a use case, such as use-cases/service-desk',
		'  FIELD      a field of the kind, such as control=access-control; a list is [a, b]. In a',
		'             terminal, it asks for what is missing. It fills in the version and the digest',
		'             that the record proves, the id, and who added it.',
		'  --corrects ID --because TEXT    the record that this one replaces, and why',
		'  build      runs the tests of every control in the starter of the pattern, and adds what passed',
		'  import     adds the records of a bundle that a pipeline made, all of them or none',
		'Recording never touches an approval.',
		'Exit codes: 0 added, 1 the record or bundle is refused, 2 wrong use, 3 already recorded.',
	],
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { corrects: { type: 'string' }, because: { type: 'string' } },
		});
		const [first = '', second = '', ...rest] = positionals;
		const { catalogue } = await loadCatalogue(io.cwd);
		const by = await whoAdds(io.cwd);
		if (first === 'import') {
			positional([second, ...rest].slice(0, 1), 'the file or address of the bundle');
			const text = await bundleText(second, io.cwd);
			return addBundle(text, { catalogue, by, wanted: rest[0], io });
		}
		const kind = oneOf('the kind', first, recordKinds);
		if (second === '') positional([], 'the pattern or use case');
		const entry = findEntry(second, recordSubjects, catalogue);
		const subject = isOf('patterns', entry) ? entry : isOf('use-cases', entry) ? entry : undefined;
		if (!subject)
			throw new UsageError(`"${second}" is not a subject.`, 'Give a pattern or a use case.');
		if (kind === 'build') return build(subject, rest, { catalogue, by, io });
		const given = { ...filledIn(kind, subject, catalogue, by), ...fieldsOf(rest, kind) };
		if (values.corrects) {
			const because = fitting(
				'--because',
				values.because ?? '',
				recordSchemas.evidence.shape.source,
			);
			given.corrects = { record: values.corrects, because };
		}
		const all = { ...given, ...(await askedFor(kind, given)) };
		requireCondition(all, subject, catalogue);
		return add(kind, subject, { ...all, ...definedBy(kind, all, catalogue) }, io);
	},
});

/** A build is what ran: the command runs it, and takes no field. */
function build(subject: Subject, fields: readonly string[], importing: Importing): Promise<number> {
	if (fields.length > 0 || !isOf('patterns', subject))
		throw new UsageError(
			'a build record comes from running the tests of a starter, so it must be about a pattern.',
			'npm run record -- build PATTERN',
		);
	return addBuilds(subject, importing);
}

/** Name and address in git: who answers for what is added. */
async function whoAdds(cwd: string): Promise<string> {
	const name = await identityOf(cwd).catch(() => undefined);
	if (name) return name;
	throw new UsageError('git does not know your name.', 'Set it: git config user.name "Your Name"');
}

type Given = Record<string, unknown>;

/** What the catalogue knows itself. */
function filledIn(kind: RecordKind, subject: Subject, catalogue: Catalogue, by: string): Given {
	const { shape } = definition(unwrap(recordSchemas[kind]));
	const runs = kind === 'evaluation' ? nextRunOf(subject, catalogue) : undefined;
	return {
		kind,
		on: catalogue.today,
		added: { by, on: catalogue.today },
		...(shape?.of && {
			of: { version: subject.data.version, digest: contentDigest(subject, catalogue) },
		}),
		...(runs && { run: runs }),
	};
}

/** A value as it was typed where the field takes text, which may hold a colon; else as YAML. */
function valueFrom(field: z.ZodType | undefined, typed: string): unknown {
	if (field?.safeParse(typed).success) return typed;
	const read = parseYaml(typed, 1);
	return 'data' in read ? read.data : typed;
}

/** `control=logging` as a field. */
function fieldsOf(pairs: readonly string[], kind: RecordKind): Given {
	const shape = definition(unwrap(recordSchemas[kind])).shape ?? {};
	const known = Object.keys(shape);
	return Object.fromEntries(
		pairs.map((pair) => {
			const at = pair.indexOf('=');
			const key = pair.slice(0, at);
			if (at < 1)
				throw new UsageError(
					`"${pair}" is not a field.`,
					'Write FIELD=VALUE, such as control=logging.',
				);
			oneOf('the field', key, known);
			return [key, valueFrom(shape[key], pair.slice(at + 1))];
		}),
	);
}

/** The digest of the metric of a value: it follows from the metric, so nobody types it. */
function definedBy(kind: RecordKind, { metric, definition }: Given, catalogue: Catalogue): Given {
	if (kind !== 'measurement' || typeof metric !== 'string' || definition) return {};
	const digest = definitionDigest(metric, catalogue);
	if (digest) return { definition: digest };
	throw new UsageError(
		`there is no metric "${metric}".`,
		didYouMean(metric, [...catalogue.metrics.keys()], 'Check the id.'),
	);
}

/** A decision about a condition counts only in the words of the condition, so any other is refused. */
function requireCondition({ about, criterion }: Given, subject: Subject, catalogue: Catalogue) {
	if (about !== 'condition') return;
	const texts = conditionsOf(subject, catalogue).map(({ text }) => text);
	if (typeof criterion === 'string' && texts.includes(criterion)) return;
	if (texts.length === 0)
		throw new UsageError(
			`no approval of ${subject.collection}/${subject.id} has a condition.`,
			'Name what else it is about: about=council.',
		);
	throw new UsageError(
		'the criterion is not a condition of the approval.',
		`Give the condition in its own words: ${texts.map((text) => `criterion="${text}"`).join(' or ')}`,
	);
}

/** What follows from the rest is not asked for. */
const FOLLOWS: ReadonlySet<string> = new Set(['id', 'definition']);

/** Asks a person for every field that is missing and holds plain text or a number. */
async function askedFor(kind: RecordKind, given: Given): Promise<Given> {
	const schema = recordSchemas[kind];
	const shape = definition(unwrap(schema)).shape ?? {};
	const open = Object.entries(shape).filter(
		([key, field]) => !FOLLOWS.has(key) && !(key in given) && !isOptional(field),
	);
	const ask = open.length > 0 ? await terminal() : undefined;
	const answers: Given = {};
	for (const [key, field] of ask ? open : []) {
		const check = (answer: string) =>
			field.safeParse(valueFrom(field, answer), { reportInput: true }).error?.issues[0]?.message;
		const answer = await ask?.text({ message: `${key}: ${docAt(schema, [key])}`, check });
		answers[key] = valueFrom(field, answer ?? '');
	}
	return answers;
}

function add(kind: RecordKind, subject: Subject, given: Given, io: Io): number {
	const schema = recordSchemas[kind];
	const result = schema.safeParse({ ...given, id: '0'.repeat(16) }, { reportInput: true });
	if (!result.success) {
		for (const { message, fix } of schemaProblems(schema, result.error.issues)) {
			io.error(message);
			io.error(`    ${fix}`);
		}
		return 1;
	}
	const made: CatalogueRecord = named(result.data);
	const name = recordFileName(made);
	const path = recordPath(subject.collection, subject.id, kind, name);
	const old = textAt(io.cwd, path);
	if (old?.includes(made.id)) {
		io.error(`the record has already been added, in ${path}.`);
		return 3;
	}
	const text = withRecord(old, made, 'example' in subject.data && subject.data.example === true);
	if (text === undefined) {
		io.error(`${path} is not in the form that this command writes.`);
		io.error(`    To restore it: git checkout HEAD -- ${path}`);
		return 1;
	}
	writeAll(io.cwd, [{ path, text }], { overwrite: true });
	io.out(`Added ${made.id} to ${path}. Check it: npm run validate`);
	return 0;
}

const textAt = (root: string, path: string): string | undefined => {
	try {
		return readFileSync(join(root, path), 'utf8');
	} catch {
		// There is no such file yet.
		return undefined;
	}
};
