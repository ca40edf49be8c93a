/**
 * Prompt templates as data: Handlebars text to a small tree that can be filled without `eval`.
 *
 * The site's policy forbids compiled templates, so the browser walks this tree. Only the part of
 * Handlebars that prompts need is accepted; a test holds that it renders as dotprompt does.
 */
import handlebars from 'handlebars';
import type { Range } from '../../model/finding.ts';
import { kindOf, LEFT_OUT } from './left-out.ts';

/** A way to a value: from the input, from the current item, or a loop number. */
export interface ValuePath {
	/** `input`: a variable. `this`: the current item or a field of it. `loop`: @index and the like. */
	from: 'input' | 'this' | 'loop';
	keys: string[];
}

export type TemplateNode =
	| { text: string }
	| { value: ValuePath }
	| { role: Role }
	| { each: ValuePath; body: TemplateNode[]; otherwise: TemplateNode[] }
	| { when: ValuePath; body: TemplateNode[]; otherwise: TemplateNode[] };

const ROLES = ['system', 'user', 'model'] as const;
export type Role = (typeof ROLES)[number];

export interface TemplateProblem extends Range {
	message: string;
	fix: string;
}

/** A variable used in a template, with the place of its first use. */
export interface Use extends Range {
	name: string;
}

export interface Template {
	nodes: TemplateNode[];
	/** Where each value and role stands in the file. */
	places: Map<TemplateNode, Range>;
	/** Where each role outside of blocks starts and ends in the trimmed text, in order. */
	cuts: { role: Role; start: number; end: number }[];
	/** Input variables in order of first use. */
	uses: Use[];
	problems: TemplateProblem[];
}

interface Scope {
	/** Whether a loop is open, so that `this` and `@index` mean something. */
	loop: boolean;
	/** Whether any block is open. */
	block: boolean;
}

/** How dotprompt marks a role in the filled text; in a template it would open a message unseen. */
const ENGINE_MARK = '<<<dotprompt:';

const HELPERS = ['role', 'each', 'if', 'unless'] as const;
/** Helpers of dotprompt and Handlebars: there, a variable of the same name would not be read. */
const RESERVED = new Set(
	'each helperMissing blockHelperMissing history if ifEquals json log lookup media section unless unlessEquals with'.split(
		' ',
	),
);
const KNOWN =
	'Templates can use {{role "system"}}, {{name}}, {{#each list}}, {{#if name}} and {{#unless name}}.';

/**
 * Parses a template. Whoever asks again gets the same one, so it is read and never changed.
 *
 * @param firstLine line of the file on which the template starts
 */
export function parseTemplate(source: string, firstLine = 1): Template {
	const known = parsed.get(source);
	if (known?.firstLine === firstLine) return known.template;
	const template = readTemplate(source, firstLine);
	parsed.delete(source);
	parsed.set(source, { firstLine, template });
	for (const oldest of parsed.keys()) {
		if (parsed.size <= MOST_PARSED) break;
		parsed.delete(oldest);
	}
	return template;
}

/** Templates that were read, for each of them is asked for by rules, pages and every format. */
const parsed = new Map<string, { firstLine: number; template: Template }>();
const MOST_PARSED = 4000;

function readTemplate(source: string, firstLine: number): Template {
	const template: Template = { nodes: [], places: new Map(), cuts: [], uses: [], problems: [] };
	// dotprompt trims the template too; the lines above the first text are kept for positions.
	const start = firstLine + (/^\s*/.exec(source)?.[0].split('\n').length ?? 1) - 1;
	if (depthOf(source) > MAX_DEPTH) {
		const message = 'the template is nested too deeply to read.';
		const fix = `No prompt needs more than ${MAX_DEPTH} blocks in one another: close each with {{/...}}.`;
		template.problems.push({ line: start, column: 1, message, fix });
		return template;
	}
	if (source.split('{{').length > MOST_PLACES + 1) {
		const message = `the template has more than ${MOST_PLACES} places to fill.`;
		const fix =
			'Loop over a list: {{#each list}} ... {{/each}}. Or divide it into several prompts.';
		template.problems.push({ line: start, column: 1, message, fix });
		return template;
	}
	try {
		const text = source.trim();
		const program = programOf(text);
		const top = { loop: false, block: false };
		template.nodes = new Reader(template, text, start).statements(program.body, top);
	} catch (error) {
		template.problems.push(syntaxProblem(error, source.trim(), start));
	}
	return template;
}

/** The tree of the text read last: the rule that renders it asks for it right after its check. */
let last: { text: string; program: hbs.AST.Program } | undefined;

/** The tree of a template as Handlebars reads it. @throws what it throws for a syntax error */
export function programOf(text: string): hbs.AST.Program {
	if (last?.text !== text) last = { text, program: handlebars.parse(text) };
	return last.program;
}

/** Far beyond any prompt; each place costs the compiler of templates a part of a function. */
const MOST_PLACES = 2000;

/** Thousands of open blocks would exhaust the stack of any recursive walk. */
const MAX_DEPTH = 20;

function depthOf(source: string): number {
	let depth = 0;
	let deepest = 0;
	for (const [, mark] of source.matchAll(/\{\{~?(#|\/|\^(?!~?\}))/g)) {
		depth += mark === '/' ? -1 : 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

class Reader {
	readonly #template: Template;
	readonly #used = new Set<string>();
	readonly #lines: readonly string[];
	readonly #firstLine: number;

	constructor(template: Template, text: string, firstLine: number) {
		this.#template = template;
		this.#lines = text.split('\n');
		this.#firstLine = firstLine;
	}

	statements(body: hbs.AST.Statement[], scope: Scope): TemplateNode[] {
		return body.flatMap((statement) => this.#statement(statement, scope));
	}

	#statement(statement: hbs.AST.Statement, scope: Scope): TemplateNode[] {
		if (isContent(statement)) return this.#text(statement);
		if (isMustache(statement)) return this.#mustache(statement, scope);
		if (isBlock(statement)) return this.#block(statement, scope);
		if (statement.type === 'CommentStatement') return [];
		return this.#leftOut(statement, kindOf(statement));
	}

	#text(statement: hbs.AST.ContentStatement): TemplateNode[] {
		if (statement.value.includes(ENGINE_MARK)) {
			const fix = 'Delete it. To open a message, write {{role "user"}}.';
			return this.#refuse(statement, `"${ENGINE_MARK}" is a mark of the prompt engine.`, fix);
		}
		return statement.value ? [{ text: statement.value }] : [];
	}

	#mustache(statement: hbs.AST.MustacheStatement, scope: Scope): TemplateNode[] {
		const { path, params } = statement;
		if (!isPath(path))
			return this.#refuse(statement, 'there is a literal where a variable belongs.');
		if (path.original === 'role') {
			const [name] = params;
			const role = ROLES.find(
				(known) => name?.type === 'StringLiteral' && 'value' in name && name.value === known,
			);
			if (!role) {
				const said = name && 'value' in name ? String(name.value) : '';
				const message = `the role is not one of: ${ROLES.join(', ')}.`;
				const fix = /^(?:assistant|ai|bot)$/i.test(said) ? 'Write {{role "model"}}.' : KNOWN;
				return this.#refuse(statement, message, fix);
			}
			if (scope.block) {
				const message = 'a role opens inside a block, so no export can say which message is whose.';
				const fix = 'Open the role before the block, and put only its text between the marks.';
				return this.#refuse(statement, message, fix);
			}
			const { start, end } = statement.loc;
			const cut = { role, start: this.#offset(start), end: this.#offset(end) };
			this.#template.cuts.push(cut);
			return [{ role }];
		}
		if (Object.hasOwn(LEFT_OUT, path.original)) return this.#leftOut(statement, path.original);
		if (params.length > 0 || statement.hash || RESERVED.has(path.original)) {
			return this.#refuse(statement, `"${path.original}" is called as a helper.`);
		}
		const value = this.#path(path, scope);
		return value ? [this.#placed({ value }, statement)] : [];
	}

	/** A feature of dotprompt or Handlebars that is left out on purpose. */
	#leftOut(statement: hbs.AST.Statement, name: string): [] {
		const what = LEFT_OUT[name];
		if (!what) return this.#refuse(statement, `"${name}" is not part of the template language.`);
		return this.#refuse(statement, what.message, what.fix);
	}

	#placed<Node extends TemplateNode>(node: Node, statement: hbs.AST.Node): Node {
		this.#template.places.set(node, this.#range(statement));
		return node;
	}

	#offset({ line, column }: { line: number; column: number }): number {
		return this.#lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, column);
	}

	#block(statement: hbs.AST.BlockStatement, scope: Scope): TemplateNode[] {
		const helper = statement.path.original;
		const [argument, ...more] = statement.params;
		if (Object.hasOwn(LEFT_OUT, helper)) return this.#leftOut(statement, helper);
		if (!HELPERS.some((known) => known === helper) || helper === 'role') {
			return this.#refuse(
				statement,
				`the block {{#${helper}}} is not part of the template language.`,
			);
		}
		if (!argument || more.length > 0 || !isPath(argument) || statement.program?.blockParams) {
			return this.#refuse(statement, `{{#${helper}}} takes one variable and nothing else.`);
		}
		const path = this.#path(argument, scope);
		if (!path) return [];
		const inner = { loop: scope.loop || helper === 'each', block: true };
		const body = this.statements(statement.program?.body ?? [], inner);
		const otherwise = this.statements(statement.inverse?.body ?? [], { ...scope, block: true });
		if (helper === 'each') return [{ each: path, body, otherwise }];
		return helper === 'if'
			? [{ when: path, body, otherwise }]
			: [{ when: path, body: otherwise, otherwise: body }];
	}

	#path(path: hbs.AST.PathExpression, scope: Scope): ValuePath | undefined {
		if (path.depth > 0) {
			this.#refuse(path, `"${path.original}" refers to something outside its block.`);
			return undefined;
		}
		if (path.data) {
			const known = scope.loop && ['index', 'first', 'last'].includes(path.parts[0] ?? '');
			if (!known) this.#refuse(path, `"${path.original}" is not known here.`);
			return known ? { from: 'loop', keys: path.parts } : undefined;
		}
		const own = /^(?:this\b|\.)/.test(path.original);
		if (own && scope.loop) return { from: 'this', keys: path.parts };
		if (own || path.parts.length === 0) {
			this.#refuse(path, `"${path.original}" is outside {{#each}}.`);
			return undefined;
		}
		if (scope.loop) {
			this.#refuse(
				path,
				`inside {{#each}}, "${path.original}" could mean the item or the input.`,
				`Write this.${path.original} for a field of the item; an input variable goes before the loop.`,
			);
			return undefined;
		}
		const [name = ''] = path.parts;
		if (!this.#used.has(name)) {
			this.#used.add(name);
			this.#template.uses.push({ name, ...this.#range(path) });
		}
		return { from: 'input', keys: path.parts };
	}

	#refuse(node: hbs.AST.Node, message: string, fix = KNOWN): [] {
		this.#template.problems.push({ ...this.#range(node), message, fix });
		return [];
	}

	#range({ loc }: hbs.AST.Node): Range {
		return { line: loc.start.line + this.#firstLine - 1, column: loc.start.column + 1 };
	}
}

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement =>
	node.type === 'ContentStatement';
const isMustache = (node: hbs.AST.Statement): node is hbs.AST.MustacheStatement =>
	node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Statement): node is hbs.AST.BlockStatement =>
	node.type === 'BlockStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
	node.type === 'PathExpression';

function syntaxProblem(error: unknown, source: string, firstLine: number): TemplateProblem {
	const text = error instanceof Error ? error.message : String(error);
	// "Parse error on line 2" or, for a block closed by another name, "if doesn't match each - 2:3".
	const place = / - (\d+):(\d+)$/.exec(text);
	const line = Number(place?.[1] ?? /on line (\d+)/.exec(text)?.[1] ?? 1);
	const written = source.split('\n')[line - 1] ?? '';
	const brace = /(?<!\{)\{\{[^{}]*(\}\}\}+)/.exec(written);
	if (brace) {
		return {
			line: line + firstLine - 1,
			column: brace.index + brace[0].length - (brace[1]?.length ?? 0) + 3,
			message: 'the template has a "}" directly after a "}}".',
			fix: 'Put a space between }} and }.',
		};
	}
	const filter = /\{\{[^{}|]*(\|)[^{}]*\}\}/.exec(written);
	if (filter) {
		return {
			line: line + firstLine - 1,
			column: filter.index + filter[0].indexOf('|') + 1,
			message: `"${filter[0].slice(0, 40)}" has a filter from another template language.`,
			fix: 'Write {{name}}, and give the value as it must be shown.',
		};
	}
	const column = Number(place?.[2] ?? 0) + 1;
	const said = place ? text.slice(0, place.index) : text;
	const what = /Expecting/.test(said) ? unexpected(said) : (said.split('\n')[0] ?? said);
	return {
		line: line + firstLine - 1,
		column,
		message: `the template does not parse: ${what}.`,
		fix: /\{\{\{/.test(written)
			? 'Put a space between { and {{, and between }} and }.'
			: 'Close every {{ with }} and every {{#block}} with {{/block}}.',
	};
}

/** What the parser met, without the list of all that it would have taken instead. */
function unexpected(said: string): string {
	const got = /got '(\w+)'/.exec(said)?.[1];
	if (got === 'EOF') return 'something is opened and not closed';
	if (got === 'INVALID')
		return 'a mark is not closed, or contains a sign that has no meaning there';
	return got === 'OPEN_ENDBLOCK' ? 'a block is closed that is not open' : 'a mark is not complete';
}
