/** The address a site is served at: a host and a path, without anything that could mislead a reader. */

/**
 * What is wrong with an address, as the end of a sentence that starts with its field; undefined for a
 * clean one.
 *
 * @example
 * siteAddressProblem('https://host.example:99999/') // => 'has no valid port; ...'
 */
export function siteAddressProblem(text: string): string | undefined {
	const like = 'write it such as https://host.example/ai/.';
	const noAddress = `is not the address of a site; ${like}`;
	const match = /^(https?):\/\/([^/?#\\]*)([^?#\\]*)(.*)$/.exec(text);
	if (!match) return noAddress;
	const [, , authority = '', path = '', rest = ''] = match;
	if (rest !== '' || authority.includes('@')) {
		return `contains more than a host and a path; ${like}`;
	}
	const [, host = '', port] = /^(\[[0-9a-f:.]+\]|[^:]*)(?::(.*))?$/i.exec(authority) ?? [];
	if (port !== undefined && !isPort(port)) {
		return 'has no valid port; write a number from 1 to 65535, or leave the port out.';
	}
	if (!isHost(host)) return `has no valid host; ${like}`;
	if (!/^(?:\/[\w.~-]+)*\/?$/.test(path) || /\/\.{1,2}(?:\/|$)/.test(path)) {
		return `has a path with more than letters, digits and "-", ".", "_", "~"; ${like}`;
	}
	return URL.canParse(text) ? undefined : noAddress;
}

const isPort = (text: string) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;

function isHost(host: string): boolean {
	if (host.startsWith('[')) return true;
	const labels = host.split('.');
	// A last label of digits would be read as an address of numbers, in whatever notation.
	const last = labels.at(-1) ?? '';
	if (/^(?:\d+|0x[0-9a-f]*)$/i.test(last)) {
		return (
			labels.length === 4 && labels.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
		);
	}
	return (
		host.length <= 253 &&
		labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
	);
}
