/** Reads the flags of `validate`; a call that cannot be meant is refused with its remedy. */
import { ruleDocs } from '#catalogue/rules/docs.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { printers } from '../printers/index.ts';
import { pretty } from '../printers/pretty.ts';
import type { Printer } from '../printers/printer.ts';
import { UsageError } from '../run.ts';

export interface Options {
	printer: Printer;
	strict: boolean;
	watch: boolean;
	/** Whether git is asked who wrote what was approved, and what was there before. */
	history: boolean;
	/** Folder of the catalogue; the current one when left out. */
	root: string | undefined;
	/** Commit to compare with. */
	changed: string | undefined;
	/** Names of the rules to report; all when empty. */
	rules: string[];
	/** Rule to explain; an empty text lists them all. */
	explain: string | undefined;
}

interface Flag {
	value: 'none' | 'needed' | 'optional';
	/** What to write behind it. */
	is?: string;
}

const FLAGS = new Map<string, Flag>([
	['--format', { value: 'needed', is: printers.map(({ name }) => name).join(', ') }],
	['--changed', { value: 'needed', is: 'a branch or commit, such as --changed main' }],
	['--rule', { value: 'needed', is: 'the name of a rule, such as --rule schema' }],
	['--root', { value: 'needed', is: 'a folder, such as --root .' }],
	['--explain', { value: 'optional' }],
	['--strict', { value: 'none' }],
	['--watch', { value: 'none' }],
	['--history', { value: 'none' }],
]);
const NAMES = [...FLAGS.keys()];

export function readOptions(args: readonly string[]): Options {
	const given = pairs(args);
	const lastOf = (name: string) => given.findLast(([flag]) => flag === name)?.[1];
	const has = (name: string) => given.some(([flag]) => flag === name);
	const explain = has('--explain') ? (lastOf('--explain') ?? '') : undefined;
	const printer = printerOf(lastOf('--format') ?? pretty.name);
	const rules = given.flatMap(([flag, value]) => (flag === '--rule' && value ? [value] : []));
	for (const name of rules) requireRule(name);
	if (explain) requireRule(explain);
	if (has('--watch') && printer.forMachines) {
		throw new UsageError(
			`--watch prints again and again, which --format ${printer.name} cannot contain.`,
			'Leave out one of the two.',
		);
	}
	const other = given.find(([flag]) => flag !== '--explain' && flag !== '--root')?.[0];
	if (explain !== undefined && other) {
		throw new UsageError(`--explain checks nothing, so ${other} has no effect.`, `Leave it out.`);
	}
	return {
		printer,
		strict: has('--strict'),
		watch: has('--watch'),
		history: has('--history'),
		root: lastOf('--root'),
		changed: lastOf('--changed'),
		rules,
		explain,
	};
}

/** Each flag with its value, as `--flag value` or `--flag=value`. */
function pairs(args: readonly string[]): [flag: string, value: string | undefined][] {
	const found: [string, string | undefined][] = [];
	for (let index = 0; index < args.length; index++) {
		const [name = '', ...inline] = (args[index] ?? '').split('=');
		const flag = FLAGS.get(name);
		if (!flag) throw unknown(args[index] ?? '');
		const next = args[index + 1];
		const isNext = inline.length === 0 && next !== undefined && !next.startsWith('-');
		if (flag.value !== 'none' && isNext) index++;
		const value = isNext ? next : inline.join('=') || undefined;
		if (flag.value === 'none') {
			if (inline.length > 0)
				throw new UsageError(`${name} does not take a value.`, `Write ${name} alone.`);
			found.push([name, undefined]);
			continue;
		}
		if (flag.value === 'needed' && value === undefined) {
			throw new UsageError(`${name} has no value.`, `It takes ${flag.is}.`);
		}
		found.push([name, value]);
	}
	return found;
}

function unknown(argument: string): UsageError {
	if (!argument.startsWith('-')) {
		const fix = 'It checks the whole catalogue; --root DIR names another one.';
		return new UsageError(`"${argument}" is not a flag.`, fix);
	}
	const [name = ''] = argument.split('=');
	return new UsageError(
		`There is no flag ${name}.`,
		didYouMean(name, NAMES, `Flags: ${NAMES.join(', ')}.`),
	);
}

function printerOf(name: string): Printer {
	const printer = printers.find((candidate) => candidate.name === name);
	if (printer) return printer;
	const names = printers.map((candidate) => candidate.name);
	throw new UsageError(
		`There is no format "${name}".`,
		didYouMean(name, names, `Formats: ${names.join(', ')}.`),
	);
}

function requireRule(name: string): void {
	const names = ruleDocs.map(({ id }) => id);
	if (names.includes(name)) return;
	throw new UsageError(
		`There is no rule "${name}".`,
		didYouMean(name, names, 'npm run validate -- --explain lists them.'),
	);
}
