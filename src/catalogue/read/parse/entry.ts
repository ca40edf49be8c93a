/** One file to one entry, or to every problem that keeps it from being one. */

import type { z } from 'zod';
import { type CollectionName, collections, writtenSchema } from '#schemas/index.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { CheckName } from '../../model/checks.ts';
import { type Finding, MOST_PROBLEMS, type Range } from '../../model/finding.ts';
import { keysAt, type Path } from '../../model/schema-walk.ts';
import { type Hidden, hiddenInData, hiddenInText } from '../hidden.ts';
import { type BodyFacts, noFacts } from '../mdx/facts.ts';
import { inspectBody } from '../mdx/guard.ts';
import { tooDeepRemedy } from '../mdx/remedies.ts';
import { readProse } from '../mdx/syntax.ts';
import { LEFT_OUT_KEYS, NAMED_SCHEMA } from '../prompts/left-out.ts';
import { commentCuts, mayBeCut } from './comment-cuts.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { type SchemaProblem, schemaProblems } from './issues.ts';
import { locateYaml, parseYaml, readPositions, withoutQuoted, type YamlProblem } from './yaml.ts';

/** Which entry a file is, from its path alone. */
export interface Place {
	collection: CollectionName;
	id: string;
	parent: string | undefined;
	file: string;
}

export interface ParsedFile {
	entry: Entry | undefined;
	findings: Finding[];
}

interface Parts {
	yaml: string;
	yamlLine: number;
	body: string;
	bodyLine: number;
}

/** Reads the text of a file as the entry its path says it is. Never throws for bad content. */
export function parseEntry(place: Place, source: string): ParsedFile {
	const { entry, findings } = readEntry(place, source);
	if (findings.length <= MOST_PROBLEMS) return { entry, findings };
	const message = `the file has more than ${MOST_PROBLEMS} problems, so the others are not shown.`;
	const fix = 'Fix these, then check it again.';
	const rest: Finding = { ...TOP, file: place.file, severity: 'error', rule: 'file', message, fix };
	return { entry, findings: [...findings.slice(0, MOST_PROBLEMS), rest] };
}

const TOP = { line: 1, column: 1 };

function readEntry(place: Place, source: string): ParsedFile {
	const findings: Finding[] = [];
	const report = (range: Range, rule: CheckName, message: string, fix: string) =>
		findings.push({ file: place.file, severity: 'error', rule, message, fix, ...range });
	if (source.trim() === '') {
		report(TOP, 'file', 'the file is empty.', 'Fill it, or delete it.');
		return { entry: undefined, findings };
	}
	const refuse = (hidden: readonly Hidden[]) => {
		for (const { range, message, fix } of hidden) report(range, 'hidden', message, fix);
		return hidden.length > 0;
	};
	if (refuse(hiddenInText(source))) return { entry: undefined, findings };
	const parts = split(place, source);
	if (!parts) {
		report(
			TOP,
			'frontmatter',
			'the file does not start with a block of data between two "---" lines.',
			'Put "---" on the first line, the data under it, and "---" alone on the line after it.',
		);
		return { entry: undefined, findings };
	}
	const spec = collections[place.collection];
	const facts = spec.format === 'mdx' ? readBody(parts, place.file, report) : noFacts();
	const { yaml, yamlLine } = parts;
	const read = parseYaml(yaml, yamlLine);
	const schema = writtenSchema(place.collection);
	const cuts = cutTexts(yaml, yamlLine, schema);
	// A text that is cut within brackets leaves them open: one mistake, one message.
	const others = read.problems.filter(({ line }) => !cuts.some((cut) => isOn(line, cut)));
	for (const { rule, message, fix, ...range } of [...cuts, ...others]) {
		report(range, rule, message, fix);
	}
	if (!('data' in read)) return { entry: undefined, findings };
	if (refuse(hiddenInData(read.data, yaml, yamlLine))) return { entry: undefined, findings };
	const result = schema.safeParse(read.data ?? {}, { reportInput: true });
	if (!result.success) {
		for (const problem of schemaProblems(schema, result.error.issues)) {
			const range = locateYaml(yaml, problem.path, problem.want, yamlLine);
			if (cuts.some((cut) => isOn(range.line, cut))) continue;
			const moved = movedTo(place.collection, problem) ?? leftOutOf(place.collection, problem);
			report(range, problem.rule, problem.message, moved ?? problem.fix);
			if (problem.unknown) Object.assign(findings.at(-1) ?? {}, { unknown: true });
		}
	}
	if (!result.success || findings.length > 0) return { entry: undefined, findings };
	const entry = {
		...place,
		// Whole once the file beside it is read, where there is one: see `joinEntries`.
		data: result.data as Entry['data'],
		source,
		body: parts.body,
		bodyLine: parts.bodyLine,
		bodyLinks: facts.links,
		fragments: facts.fragments,
		headings: facts.headings,
		pictures: facts.pictures,
	};
	return { entry, findings };
}

/** What comments cut off, where the text can hold such a cut at all. */
function cutTexts(yaml: string, firstLine: number, schema: z.ZodType): YamlProblem[] {
	const mayBe = mayBeCut(yaml) && mayBeCut(withoutQuoted(yaml));
	const read = mayBe ? readPositions(yaml, firstLine) : undefined;
	return read ? commentCuts(yaml, read, schema) : [];
}

const isOn = (line: number, cut: Range) =>
	cut.line <= line && line <= (cut.endLine ?? cut.line) + 1;

/** Where a key belongs that is of the entry, but not of this file. */
function movedTo(collection: CollectionName, { path, want }: SchemaProblem): string | undefined {
	const { schema } = collections[collection];
	const key = String(path[0]);
	if (want !== 'key' || path.length > 1 || !keysAt(schema, []).includes(key)) return undefined;
	const joined = Object.values(collections).find(({ joins }) => joins === collection);
	const name = joined?.file.split('/').at(-1);
	return `Move it to ${name} in the same folder. For all patterns at once: npm run catalogue -- migrate`;
}

/** What to do about a feature of dotprompt that prompts here do without. */
function leftOutOf(collection: CollectionName, { path, want }: SchemaProblem): string | undefined {
	if (collection !== 'prompts' && collection !== 'releases') return undefined;
	const key = String(path.at(-1));
	if (want === 'key') return Object.hasOwn(LEFT_OUT_KEYS, key) ? LEFT_OUT_KEYS[key] : undefined;
	return key === 'schema' ? NAMED_SCHEMA : undefined;
}

/** The file a field of an entry is written in: its own, or the one beside it. */
export function homeOf(entry: Entry, path: Path): Pick<Entry, 'collection' | 'file' | 'source'> {
	const { beside } = entry;
	return beside?.fields.has(String(path[0])) ? beside : entry;
}

/** Where a field of an accepted entry stands; read again only when something must be pointed at. */
export function locate(entry: Entry, path: Path, want: 'key' | 'value' = 'value'): Range {
	const home = homeOf(entry, path);
	const parts = split(home, home.source);
	return parts ? locateYaml(parts.yaml, path, want, parts.yamlLine) : { line: 1, column: 1 };
}

function split(place: Pick<Place, 'collection'>, source: string): Parts | undefined {
	if (collections[place.collection].format !== 'yaml') return splitFrontmatter(source);
	return { yaml: source, yamlLine: 1, body: '', bodyLine: 1 };
}

type Report = (range: Range, rule: CheckName, message: string, fix: string) => void;

function readBody({ body, bodyLine }: Parts, file: string, report: Report): BodyFacts {
	const down = (line: number) => line + bodyLine - 1;
	const shift = <Spot extends { line: number }>(spot: Spot): Spot => ({
		...spot,
		line: down(spot.line),
	});
	let facts = noFacts();
	try {
		const { root, problems } = readProse(body);
		if (root) facts = inspectBody(root, { file, lines: body.split('\n') });
		facts.problems.push(...problems);
	} catch (error) {
		// Thousands of nested quotes or lists exhaust the stack of any recursive walk.
		if (!(error instanceof RangeError)) throw error;
		const { message, fix } = tooDeepRemedy;
		report({ line: bodyLine, column: 1 }, 'mdx', message, fix);
		return noFacts();
	}
	for (const { line, column, rule, message, fix } of facts.problems) {
		report({ line: down(line), column }, rule, message, fix);
	}
	return {
		problems: [],
		links: facts.links.map(shift),
		fragments: facts.fragments.map(shift),
		headings: facts.headings.map(shift),
		pictures: facts.pictures.map(shift),
	};
}
