/** Keys, tokens and passwords in a text, by the published patterns of secretlint. */
import type { SecretLintCoreConfigRule, SecretLintCoreResultMessage } from '@secretlint/types';
import { seekerOf } from '../../words/seek.ts';
import { type Leak, masked } from './leak.ts';
import { shapesIn, TOKENS } from './shapes.ts';

const FIX =
	'Remove it and revoke it, because git keeps it. Instead, say where it is in the secret store.';

/** Comments that switch the scanner off would be an escape that no reviewer is asked about. */
const ESCAPE = '@secretlint/secretlint-rule-filter-comments';

type Scan = (text: string) => Promise<readonly SecretLintCoreResultMessage[]>;
let scanner: Promise<Scan> | undefined;

/** What the scanner finds in a text, in the order of the text. */
async function scan(text: string): Promise<readonly SecretLintCoreResultMessage[]> {
	scanner ??= loadScanner();
	return [...(await (await scanner)(text))].sort((a, b) => a.range[0] - b.range[0]);
}

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

/**
 * Letters of which everything that the scanner knows holds one, in any case. Its rules take far
 * longer than to look for these, and hardly a text has one; a test asks each rule for its pattern.
 */
const SCANNED = {
	marks: [
		...['secretaccesskey', 'secret_accesskey', 'secretaccess_key', 'secret_access_key'],
		...['private key', ':x-oauth-basic@', '_authtoken=', 'hooks.slack.com'],
		...'npm_ xoxb- xoxp- xapp- xoxa- xoxo- xoxr- sg. shppa_ shpca_ shpat_ shpss_'.split(' '),
		...'sk_live sk_test rk_live rk_test ghp_ gho_ ghu_ ghs_ ghr_ github_pat_'.split(' '),
		...'glpat- glc_ glsa_ t3blbkfj sk-ant-api gsk_ hf_ lin_api_ ntn_ ops_ey'.split(' '),
		...'mongodb mysql postgres hvs. hvb. hvr. vcp_ vci_ vca_ vcr_ vck_ dapi'.split(' '),
		...'dckr_pat_ figd_ cfk_ cfut_ cfat_ tskey-'.split(' '),
	],
};
/** A name and a password in an address. */
const NAMED_ADDRESS = /:\/\/[-\w]{1,256}:[-\w]{1,256}@/;

const marksIn = seekerOf([SCANNED, ...TOKENS], ({ marks }) => marks);

/** Whether a text can hold anything that the scanner knows. @internal exported for its test */
export const isForScanner = (text: string, marks = marksIn(text)): boolean =>
	marks.includes(SCANNED) || NAMED_ADDRESS.test(text);

/** An address with a mark where its password would be. */
const NO_PASSWORD = /:\/\/[^\s@]*:(?:<[^>\s]*>|\$?\{[^\s@]*\}|\$\w+|\*+|x{3,})@/i;

/** A key block that is too short or damaged for the scanner is still a key someone pasted. */
const KEY_BLOCK = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** Every credential of a text, each place once. */
export async function credentialsIn(text: string): Promise<Leak[]> {
	const marks = marksIn(text);
	const leaks: Leak[] = [];
	const spans: [number, number][] = [];
	let end = -1;
	const messages = isForScanner(text, marks) ? await scan(text) : [];
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
	const tokens = marks.filter((mark) => 'is' in mark);
	for (const { index, name, value } of shapesIn(text, tokens)) {
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
