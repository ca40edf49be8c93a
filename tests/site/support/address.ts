/** Where the site under test says it is served. */
import { readFileSync } from 'node:fs';
import { readAddress } from '#catalogue/model/address.ts';

/** Full address of the published site, with a slash at the end. */
export function publishedUrl(): string {
	const page = readFileSync('content/organisation.yaml', 'utf8');
	const address = readAddress(page, process.env.CATALOGUE_URL);
	if (!address) throw new Error('content/organisation.yaml has no usable site.url.');
	return address.site + address.base;
}
