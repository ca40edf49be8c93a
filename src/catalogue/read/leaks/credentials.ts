/** Keys, tokens and passwords in a text, by the published patterns of secretlint. */
import type { SecretLintCoreConfigRule, SecretLintCoreResultMessage } from '@secretlint/types';
import { type Leak, masked } from './leak.ts';
import { shapesIn } from './shapes.ts';

const FIX =
	'Remove it and revoke it, because git keeps it. Instead, say where it is in the secret store.';

/** Comments that switch the scanner off would be an escape that no reviewer is asked about. */
const ESCAPE = '@secretlint/secretlint-rule-filter-comments';

type Scan = (text: string) => Promise<readonly SecretLintCoreResultMessage[]>;
let scanner: Promise<Scan> | undefined;

/** Loading the patterns takes longer than most runs need, so it waits for a text nobody has read. */
async function loadScanner(): Promise<Scan> {
	const [{ lintSource }, { secretLintProfiler }, preset] = await Promise.all([
		import('@secretlint/core'),
		import('@secretlint/profiler'),
		import('@secretlint/secretlint-rule-preset-recommend'),
	]);
	// It times each rule on each text, which takes longer than the rules do.
	secretLintProfiler.setEnabled(false);
	// The preset types its rules by the options of one of them; none is given options here.
	const rules = (preset.rules as unknown as SecretLintCoreConfigRule['rule'][])
		.filter(({ meta }) => meta.id !== ESCAPE)
		.map((rule) => ({ id: rule.meta.id, rule }));
	return async (content) => {
		const source = { filePath: 'text', content, ext: '', contentType: 'text' as const };
		const options = { config: { rules }, noPhysicFilePath: true, maskSecrets: true };
		return (await lintSource({ source, options })).messages;
	};
}

/** An address with a mark where its password would be. */
const NO_PASSWORD = /:\/\/[^\s@]*:(?:<[^>\s]*>|\$?\{[^\s@]*\}|\$\w+|\*+|x{3,})@/i;

/** A key block that is too short or damaged for the scanner is still a key someone pasted. */
const KEY_BLOCK = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** Every credential of a text, each place once. */
export async function credentialsIn(text: string): Promise<Leak[]> {
	scanner ??= loadScanner();
	const leaks: Leak[] = [];
	const spans: [number, number][] = [];
	let end = -1;
	const messages = [...(await (await scanner)(text))].sort((a, b) => a.range[0] - b.range[0]);
	for (const { message, range } of messages) {
		// Two patterns may know the same token.
		if (range[0] < end) continue;
		if (NO_PASSWORD.test(text.slice(...range))) continue;
		end = range[1];
		spans.push([range[0], range[1]]);
		leaks.push(leakAt(range[0], nameIn(message), text.slice(...range)));
	}
	for (const { index, 0: mark } of text.matchAll(KEY_BLOCK)) {
		if (leaks.some((leak) => leak.index <= index && index < leak.index + LONGEST_KEY)) continue;
		spans.push([index, index + mark.length]);
		leaks.push(leakAt(index, 'private key', mark));
	}
	for (const { index, name, value } of shapesIn(text)) {
		const after = index + value.length;
		// What the scanner knows, or two shapes know, is one credential.
		if (spans.some(([from, to]) => index < to && from < after)) continue;
		spans.push([index, after]);
		leaks.push(leakAt(index, name, value));
	}
	return leaks;
}

/** No key block is longer; a second mark within it is the same key. */
const LONGEST_KEY = 8192;

const leakAt = (index: number, name: string, value: string): Leak => ({
	kind: 'credential',
	what: `what looks like a ${name}`,
	shown: masked(value),
	fix: FIX,
	index,
});

/**
 * What the scanner calls it. Its messages end in the (masked) value, so only the words are kept.
 *
 * @example
 * nameIn('found GitHub Token(****): ****') // => 'GitHub Token'
 */
function nameIn(message: string): string {
	return /^found ([A-Za-z0-9' -]{3,60})/.exec(message)?.[1]?.trim() ?? 'credential';
}
