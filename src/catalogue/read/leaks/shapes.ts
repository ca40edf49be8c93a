/** Credentials that the scanner does not know: newer shapes of tokens, and values of telling names. */

import { literalsOf } from '../../words/literals.ts';
import { addressesIn } from './addresses.ts';

export interface Shape {
	index: number;
	/** What it looks like, as in "what looks like a password". */
	name: string;
	value: string;
}

/** What a supplier's tokens look like. */
export interface Token {
	name: string;
	is: RegExp;
	/** Letters in lower case of which each holds one, where these are known. */
	marks: readonly string[] | undefined;
}

/** Marks by which a supplier's tokens are told, each long enough that no word is one. */
const FORMS: readonly Pick<Token, 'name' | 'is'>[] = [
	{ name: 'JSON web token', is: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g },
	{ name: 'OpenAI API key', is: /\bsk-(?:proj|svcacct|admin|None)-[\w-]{20,}/g },
	{ name: 'Anthropic API key', is: /\bsk-ant-[\w-]{20,}/g },
	{ name: 'Google API key', is: /\bAIza[\w-]{35}(?![\w-])/g },
	{ name: 'Google access token', is: /\bya29\.[\w-]{30,}|\b1\/\/0[\w-]{40,}/g },
	{ name: 'AWS access key', is: /\bA(?:KIA|SIA)(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}\b/g },
	{ name: 'Azure storage key', is: /\bAccountKey=[A-Za-z0-9+/]{80,}={0,2}/g },
	{ name: 'Azure client secret', is: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g },
	{ name: 'signed storage address', is: /[?&]sig=[A-Za-z0-9%+/=]{40,}/g },
	{ name: 'Hugging Face token', is: /\bhf_[A-Za-z0-9]{30,}\b/g },
	{ name: 'GitHub token', is: /\bgh[opusr]_[A-Za-z0-9]{36,}\b/g },
	{ name: 'GitLab token', is: /\bgl(?:pat|dt|ft|rt|ptt|cbt|soat|agent|imt)-[\w-]{20,}/g },
	{ name: 'npm token', is: /_authToken\s*=\s*(?![${"'])[\w-]{20,}/g },
	{ name: 'PyPI token', is: /\bpypi-[\w-]{50,}/g },
	{ name: 'DigitalOcean token', is: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
	{ name: 'Twilio key', is: /\b(?:SK|AC)[a-f0-9]{32}\b/g },
	{ name: 'Telegram token', is: /\b\d{8,10}:AA[\w-]{33}(?![\w-])/g },
	{ name: 'Discord webhook', is: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{15,}\/[\w-]{50,}/g },
	{ name: 'Notion token', is: /\b(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,})\b/g },
	{ name: 'age key', is: /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/g },
	{ name: '1Password token', is: /\bops_eyJ[\w-]{100,}/g },
	{
		name: 'API key of a model',
		is: /\b(?:pplx-[A-Za-z0-9]{40,}|xai-[A-Za-z0-9]{60,}|r8_[A-Za-z0-9]{37}|gsk_[A-Za-z0-9]{50,}|lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10})\b/g,
	},
	{ name: 'Atlassian token', is: /\bATATT3[\w=-]{100,}/g },
	{ name: 'Slack token', is: /\bxapp-\d-[\w-]{30,}/g },
	{ name: 'Stripe secret', is: /\b(?:[rs]k_live_[A-Za-z0-9]{20,}|whsec_[A-Za-z0-9+/=]{32,})/g },
	{ name: 'Sentry token', is: /\bsntrys_eyJ[\w=/+-]{50,}/g },
	{ name: 'Postman key', is: /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/g },
	{ name: 'New Relic key', is: /\bNRAK-[A-Z0-9]{27}\b/g },
	{ name: 'Dynatrace token', is: /\bdt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}\b/g },
	{ name: 'Supabase or Pulumi token', is: /\b(?:sbp|pul)[_-][a-f0-9]{40}\b/g },
	{ name: 'RubyGems key', is: /\brubygems_[a-f0-9]{48}\b/g },
	{ name: 'private key', is: /"private_key_id"\s*:\s*"[a-f0-9]{40}"/g },
];

/** A name that says its value is a password, and the value. */
const PASSWORD =
	/(?:pass(?:word|wd|phrase|code)|pwd)["']?(?:\s*(?::=|=>|[:=])\s*|(?<=--password)\s+)(["'`]?)((?:[^\s"'`,;&]|&(?!\w{1,40}=)){6,80})\1/gi;
/** A name that says its value opens something, and the value. */
const KEY =
	/(?:secret|(?:api|access|account|auth|encryption|private|secret)[_-]?key|token)["']?\s*(?::=|=>|[:=])\s*(["'`]?)([^\s"'`,;]{16,200})\1/gi;
const HEADER = /\bAuthorization["']?\s*[:=]\s*["'`]?(?:Bearer|token)\s+([\w.~+/-]{20,}=*)/gi;
const BASIC = /\bBasic\s+([A-Za-z0-9+/]{12,}={0,2})(?![\w+/])/g;
const IN_ADDRESS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'<>]{1,80}:([^\s/@"'<>]{3,80})@/iy;

export const TOKENS: readonly Token[] = FORMS.map((token) => ({
	...token,
	marks: literalsOf(token.is.source),
}));

/**
 * Every credential of a text by its shape, in no order.
 *
 * @param tokens those of which the text holds a mark
 */
export function* shapesIn(text: string, tokens: readonly Token[]): Generator<Shape> {
	for (const { name, is } of tokens) {
		for (const { index, 0: value } of text.matchAll(is)) yield { index, name, value };
	}
	for (const match of text.matchAll(PASSWORD)) {
		const value = match[2] ?? '';
		if (isChosen(value)) yield { index: at(match, value), name: 'password', value };
	}
	for (const match of text.matchAll(KEY)) {
		const value = match[2] ?? '';
		if (isRandom(value)) yield { index: at(match, value), name: 'key or token', value };
	}
	for (const match of text.matchAll(HEADER)) {
		const value = match[1] ?? '';
		if (isRandom(value)) yield { index: at(match, value), name: 'token in a header', value };
	}
	for (const match of text.matchAll(BASIC)) {
		const value = match[1] ?? '';
		if (/^[\x20-\x7e]+:[\x20-\x7e]+$/.test(Buffer.from(value, 'base64').toString('latin1'))) {
			yield { index: at(match, value), name: 'password in a header', value };
		}
	}
	for (const match of addressesIn(text, IN_ADDRESS)) {
		const value = match[1] ?? '';
		if (isChosen(value)) yield { index: at(match, value), name: 'password in an address', value };
	}
}

/** Where the value starts within what was matched. */
const at = ({ index, 0: whole }: RegExpExecArray, value: string) =>
	index + whole.lastIndexOf(value);

/** What stands in for a value, is worked out when code runs, or names where it is kept. */
const STANDS_IN =
	/^[$%{<[(*]|[({<*]|\.{3}|\$\{|^(?:process|import|env|os|config|args|options|this|secrets?)\.|^(?:null|undefined|true|false|none|string|number)\b|example|sample|dummy|placeholder|change.?me|your[_-]|redacted|masked|x{4,}|:\/\//i;
/** A path, a version or words joined by hyphens: the name of something. */
const NAME =
	/^(?:[\w@.-]+\/)+[\w.-]+$|^[\w-]+\.(?:ts|js|json|ya?ml|md|env)$|^[a-z]+(?:[-_.][a-z0-9]+)+$|^v?\d+(?:\.\d+)*$|^[\d-]+$/;

/** A password as people choose them: letters with a digit or a sign among them. */
function isChosen(value: string): boolean {
	if (STANDS_IN.test(value) || NAME.test(value)) return false;
	return /[A-Za-z]/.test(value) && /[0-9!@#%^&+=~?]/.test(value.replace(/[.?!:)]+$/, ''));
}

/** A value as machines make them: long, letters with digits, hardly a sign twice. */
function isRandom(value: string): boolean {
	if (STANDS_IN.test(value) || NAME.test(value) || /^sha\d+-/.test(value)) return false;
	const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(value)).length;
	return /\d/.test(value) && /[A-Za-z]/.test(value) && kinds >= 2 && entropyOf(value) >= 3;
}

/** Bits for each character, by how often each occurs. */
function entropyOf(value: string): number {
	const counts = new Map<string, number>();
	for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
	return [...counts.values()].reduce((sum, count) => {
		const share = count / value.length;
		return sum - share * Math.log2(share);
	}, 0);
}
