/** Turns what zod says into findings: what is wrong, and how to fix it, in the words of the field. */
import type { z } from 'zod';
import type { CheckName } from '../../model/checks.ts';
import { MOST_PROBLEMS } from '../../model/finding.ts';
import { docAt, keysAt, type Path } from '../../model/schema-walk.ts';
import { didYouMean } from '../../words/suggest.ts';

export interface SchemaProblem {
	path: Path;
	/** Whether to point at the key or at the value. */
	want: 'key' | 'value';
	rule: CheckName;
	message: string;
	fix: string;
	/** The schema does not know this key or value; a newer one could. */
	unknown?: true;
}

type Issue = z.core.$ZodIssue;

/** The problems behind one failed parse; unions are followed to the branch that was meant. */
export function schemaProblems(schema: z.ZodType, issues: readonly Issue[]): SchemaProblem[] {
	const problems: SchemaProblem[] = [];
	for (const issue of issues) {
		problems.push(...problemsOf(schema, issue, []));
		// One more than is told: whoever tells them says that there are more.
		if (problems.length > MOST_PROBLEMS) break;
	}
	return problems;
}

function problemsOf(schema: z.ZodType, issue: Issue, parent: Path): SchemaProblem[] {
	const path = [...parent, ...issue.path];
	const name = printPath(path);
	const doc = nearestDoc(schema, path);
	const value = issue.input;
	const problem = (message: string, fix: string): SchemaProblem[] => [
		{ path, want: 'value', rule: 'schema', message, fix },
	];
	if (issue.code === 'unrecognized_keys') {
		const known = keysAt(schema, path);
		const where = path.length > 0 ? ` in ${name}` : '';
		return issue.keys.slice(0, MOST_PROBLEMS + 1).map((key) => ({
			path: [...path, key],
			want: 'key' as const,
			rule: 'schema',
			message: `unknown key "${key}"${where}.`,
			fix: didYouMean(key, known, `Known keys: ${known.join(', ')}.`),
			unknown: true,
		}));
	}
	if (value === undefined && path.length > 0) {
		const key = String(path.at(-1));
		return problem(
			`missing key "${key}"${inParent(path)}.`,
			`Add ${key}: ${doc}${choicesOf(issue)}`,
		);
	}
	if (issue.code === 'invalid_value') {
		const known = issue.values.map(String);
		return problem(
			notOneOf(name, value, known),
			didYouMean(String(value), known, `${name}: ${doc}`),
		).map((found) => ({ ...found, unknown: true }));
	}
	if (issue.code === 'invalid_union') return unionProblems(schema, issue, path, name, doc);
	if (issue.code === 'invalid_type' && !ownWords(issue)) {
		return problem(`${name} ${quote(value)} is not ${article(issue.expected)}.`, `${name}: ${doc}`);
	}
	if (issue.code === 'too_small' && issue.origin === 'array') {
		return problem(`${name} has too few entries: at least ${issue.minimum}.`, `${name}: ${doc}`);
	}
	if (issue.code === 'too_big' && issue.origin === 'array') {
		return problem(`${name} has too many entries: at most ${issue.maximum}.`, `${name}: ${doc}`);
	}
	const bound = boundWords(issue);
	return problem(sentence(name, bound ?? issue.message), `${name}: ${doc}`);
}

/** More values than this are a list to look up. */
const MOST_CHOICES = 20;

/** The values that a missing key can have, where they are few. */
function choicesOf(issue: Issue): string {
	if (issue.code !== 'invalid_value' || issue.values.length > MOST_CHOICES) return '';
	return issue.values.length > 1 ? ` One of: ${issue.values.map(String).join(', ')}.` : '';
}

/** A number or a text outside its limits, where the schema has no words of its own for it. */
function boundWords(issue: Issue): string | undefined {
	if (!/^Too (?:small|big)/.test(issue.message)) return undefined;
	if (issue.code === 'too_small') {
		const least = `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
		return mustBe(issue.input, least);
	}
	if (issue.code !== 'too_big') return undefined;
	const most = `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
	return mustBe(issue.input, most);
}

const notOneOf = (name: string, value: unknown, known: readonly string[]): string =>
	`${name} ${quote(value)} is not one of: ${known.join(', ')}.`;

const mustBe = (value: unknown, bound: string): string =>
	`is ${sizeOf(value)}; it must be ${bound}.`;

const sizeOf = (value: unknown): string =>
	typeof value === 'string' ? `${value.length} characters long` : String(value);

function unionProblems(
	schema: z.ZodType,
	issue: Extract<Issue, { code: 'invalid_union' }>,
	path: Path,
	name: string,
	doc: string,
): SchemaProblem[] {
	// A branch that failed only further in is the one that was meant: report what failed there.
	const meant = issue.errors.find(
		(branch) =>
			branch.length > 0 &&
			branch.every(
				(inner) =>
					inner.path.length > 0 && inner.code !== 'invalid_union' && inner.input !== undefined,
			),
	);
	if (meant) return meant.flatMap((inner) => problemsOf(schema, inner, path));
	if (issue.discriminator) {
		// zod already points at the discriminator when it knows it.
		const at = path.at(-1) === issue.discriminator ? path : [...path, issue.discriminator];
		const known = discriminators(issue);
		const got = read(issue.input, issue.discriminator);
		return [
			{
				path: at,
				want: 'value',
				rule: 'schema',
				message: notOneOf(printPath(at), got, known),
				fix: didYouMean(String(got), known, `${name}: ${doc}`),
				unknown: true,
			},
		];
	}
	return [
		{
			path,
			want: 'value',
			rule: 'schema',
			message: sentence(name, issue.message),
			fix: `${name}: ${doc}`,
		},
	];
}

function discriminators(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
	return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function read(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** Doc text of a field, or of the nearest group around it that has one. */
function nearestDoc(schema: z.ZodType, path: Path): string {
	const doc = docAt(schema, path);
	if (doc || path.length === 0) return doc || 'Compare it with a valid entry of the same kind.';
	return nearestDoc(schema, path.slice(0, -1));
}

/** zod's own English, which says neither the value nor the remedy. */
const ownWords = (issue: Issue) => !/^Invalid input/.test(issue.message);

/** A message of ours continues the name of the field ("is empty", "is not a date") or quotes it. */
function sentence(name: string, message: string): string {
	const end = /[.!?]$/.test(message) ? '' : '.';
	return /^(?:is|has|needs|cannot|contains|repeats) /.test(message)
		? `${name} ${message}${end}`
		: `${name}: ${message}${end}`;
}

/**
 * A path as people write it.
 *
 * @example
 * printPath(['controls', 3, 'evidence', 'kind']) // => 'controls[3].evidence.kind'
 */
function printPath(path: Path): string {
	if (path.length === 0) return 'the entry';
	return path
		.map((key, index) =>
			typeof key === 'number' ? `[${key + 1}]` : `${index ? '.' : ''}${String(key)}`,
		)
		.join('');
}

const inParent = (path: Path) => (path.length > 1 ? ` in ${printPath(path.slice(0, -1))}` : '');

function quote(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const ARTICLES = new Map([
	['string', 'text'],
	['array', 'a list'],
	['object', 'a group of keys'],
	['record', 'a group of keys'],
	['boolean', 'true or false'],
	['int', 'a whole number'],
	['number', 'a number'],
]);
const article = (expected: string) => ARTICLES.get(expected) ?? `a ${expected}`;
