/** Personal data and hosts that a check can tell from made-up ones by their form alone. */
import { addressesIn } from './addresses.ts';
import { type Leak, masked } from './leak.ts';

/** Addresses, account numbers and hosts of a text that are not of the kind kept for examples. */
export function personalIn(text: string): Leak[] {
	return [...mailAddresses(text), ...hosts(text), ...accounts(text), ...cards(text)];
}

/** Names that RFC 2606 and RFC 6761 keep for examples and tests; nobody can own one. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/i;

// The look behind keeps a long run of letters from being tried at each of them.
const MAIL =
	/(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{1,64})[@\uff20]((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63})(?![\p{L}\p{N}-])/gu;

function* mailAddresses(text: string): Generator<Leak> {
	if (!/[@\uff20]/.test(text)) return;
	for (const { index, 0: address, 1: name = '', 2: domain = '' } of text.matchAll(MAIL)) {
		// git@host is the account of every repository there, and //name:word@host a web address.
		if (RESERVED.test(domain) || name === 'git' || text[index - 1] === ':') continue;
		yield {
			kind: 'person',
			what: 'an email address at a real domain',
			shown: `"${name.slice(0, 1)}...@${domain}" (${address.length} characters)`,
			fix: 'Use a made-up one under example.com or .example.',
			index,
		};
	}
}

const HOST =
	/\b[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@"'<>()]{1,200}@)?(\[[0-9a-f:.]{2,45}\]|[\p{L}\p{N}][\p{L}\p{N}.-]{0,252})/iuy;
/** Names that only the inside of an organisation resolves. */
const INSIDE = /\.(?:internal|intranet|corp|lan|local|private|home)$/i;
/** Inside names that every machine has. */
const EVERYWHERE = /^(?:host\.docker\.internal|.*\.svc\.cluster\.local)$/i;
/** A name without a dot is another container or this machine. */
const OWN_MACHINE = /^(?:127\.|0\.0\.0\.0$|\[::1?\]$|[^.[]+$)/;
const PRIVATE_ADDRESS = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d|^\[f[cd]/i;
/** Networks that RFC 5737 and RFC 3849 keep for documentation. */
const DOCUMENTED = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^\[2001:db8:/i;

function* hosts(text: string): Generator<Leak> {
	for (const { index, 0: address, 1: found = '' } of addressesIn(text, HOST)) {
		const host = found.replace(/[.-]+$/, '');
		const fine = [RESERVED, EVERYWHERE, OWN_MACHINE, DOCUMENTED].some((form) => form.test(host));
		if (fine) continue;
		const inside = INSIDE.test(host) || PRIVATE_ADDRESS.test(host);
		yield {
			kind: inside ? 'inside-host' : 'host',
			what: inside ? 'the address of a host inside an organisation' : 'the address of a real host',
			shown: `"${host}"`,
			host,
			fix: 'Use a host under .example, .test, .invalid or example.com.',
			index: index + address.length - found.length,
		};
	}
}

/** Lengths of the account numbers of a country: the registry's, for the commonest. */
const IBAN_LENGTHS = new Map(
	'AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24'
		.split(' ')
		.map((form) => [form.slice(0, 2), Number(form.slice(2))]),
);
const IBAN =
	/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

function* accounts(text: string): Generator<Leak> {
	for (const { index, 0: written } of text.matchAll(IBAN)) {
		const number = written.replaceAll(' ', '');
		if (IBAN_LENGTHS.get(number.slice(0, 2)) !== number.length || !isIban(number)) continue;
		const fix = 'Change a digit, so that the check digits fail, or write [ACCOUNT].';
		yield { kind: 'person', what: 'a bank account number', shown: masked(written), fix, index };
	}
}

/** Whether the check digits fit: the number, first four at the end, leaves 1 when divided by 97. */
function isIban(number: string): boolean {
	const turned = number.slice(4) + number.slice(0, 4);
	const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Sixteen digits as the large schemes issue them, or fifteen, alone or in their usual groups. */
const CARD =
	/(?<![\p{L}\p{N}.,_-])(?:(?:4\d|5[1-5]|2[2-7]|6[05])\d{2}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\p{L}\p{N}_-])/gu;

function* cards(text: string): Generator<Leak> {
	for (const { index, 0: written } of text.matchAll(CARD)) {
		if (!isCard(written.replace(/\D/g, ''))) continue;
		const fix = 'Change a digit, so that the check digit fails, or write [CARD].';
		yield { kind: 'person', what: 'a payment card number', shown: masked(written), fix, index };
	}
}

/** Luhn's sum: from the right, each second digit doubled. */
function isCard(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, place) => {
		const value = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}
