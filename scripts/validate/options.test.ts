import { describe, expect, test } from 'vitest';
import { UsageError } from '../run.ts';
import { readOptions } from './options.ts';

test('without flags everything is checked and printed for people', () => {
	expect(readOptions([])).toMatchObject({
		printer: { name: 'pretty' },
		strict: false,
		watch: false,
		root: undefined,
		changed: undefined,
		rules: [],
		explain: undefined,
	});
});

test('a value stands behind its flag or behind "="', () => {
	expect(readOptions(['--format', 'json', '--root=a=b', '--changed', 'main'])).toMatchObject({
		printer: { name: 'json' },
		root: 'a=b',
		changed: 'main',
	});
});

test('--rule may be given several times', () => {
	expect(readOptions(['--rule', 'schema', '--rule=yaml']).rules).toEqual(['schema', 'yaml']);
});

test('--explain may have a name or none', () => {
	expect(readOptions(['--explain', 'schema']).explain).toBe('schema');
	expect(readOptions(['--explain']).explain).toBe('');
	expect(readOptions(['--explain', '--root', 'x'])).toMatchObject({ explain: '', root: 'x' });
});

function refusal(args: readonly string[]): [message: string, fix: string] {
	try {
		readOptions(args);
	} catch (error) {
		if (error instanceof UsageError) return [error.message, error.fix];
		throw error;
	}
	throw new Error('The call was accepted.');
}

describe('a call that cannot be meant is refused', () => {
	test.each([
		[['--fromat', 'json'], 'There is no flag --fromat.', 'Did you mean "--format"?'],
		[['--zzzzzzzzz'], 'There is no flag --zzzzzzzzz.', expect.stringMatching(/^Flags: --format, /)],
		[
			['--format'],
			'--format has no value.',
			'It takes pretty, json, github, gitlab, sarif, junit.',
		],
		[['--format='], '--format has no value.', expect.any(String)],
		[['--format', '--strict'], '--format has no value.', expect.any(String)],
		[['--format', 'prety'], 'There is no format "prety".', 'Did you mean "pretty"?'],
		[['--format', 'xml'], 'There is no format "xml".', expect.stringMatching(/^Formats: pretty, /)],
		[['--rule', 'shema'], 'There is no rule "shema".', 'Did you mean "schema"?'],
		[['--explain', 'shema'], 'There is no rule "shema".', 'Did you mean "schema"?'],
		[['--strict=yes'], '--strict does not take a value.', 'Write --strict alone.'],
		[['patterns'], '"patterns" is not a flag.', expect.stringContaining('--root DIR')],
		[
			['--watch', '--format', 'json'],
			expect.stringMatching(/^--watch /),
			'Leave out one of the two.',
		],
		[
			['--explain', '--strict'],
			'--explain checks nothing, so --strict has no effect.',
			'Leave it out.',
		],
	])('%j', (args, message, fix) => expect(refusal(args)).toEqual([message, fix]));
});
