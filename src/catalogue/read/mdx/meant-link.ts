/** Which page a link means that is written as a path to a file, or without its slash. */
import { ID } from '#schemas/fields.ts';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { placeOf } from '../files.ts';

/**
 * The address of the entry, or undefined where the link names none.
 *
 * @example
 * meantLink('./judgement.mdx#when', 'content/guides/start.mdx') // => '/guides/judgement/#when'
 */
export function meantLink(url: string, file: string): string | undefined {
	const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#[^?#]+)?/.exec(url) ?? [];
	if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(path)) return undefined;
	const folder = file.slice(0, file.lastIndexOf('/') + 1);
	const whole = resolved(path.startsWith('/') ? path : folder + path);
	const [top = ''] = whole.split('/');
	const fromRoot = resolved(path);
	for (const candidate of [whole, fromRoot]) {
		const place = placeOf(candidate) ?? placeOf(`${candidate}.mdx`) ?? placeOf(`${candidate}.yaml`);
		if (place && collections[place.collection].pages && ID.test(place.id)) {
			return page(place.collection, place.id);
		}
	}
	const words = (
		top === 'content' && path.startsWith('.') ? whole.slice('content/'.length) : fromRoot
	)
		.replace(/^content\//, '')
		.replace(/\/index(?:\.\w+)?$/, '')
		.replace(/\.(?:mdx?|html?|ya?ml)$/, '')
		.toLowerCase()
		.split('/');
	const name = collectionNames.find((one) => one === words[0] && collections[one].pages);
	const [, id = '', ...rest] = words;
	return name && rest.length === 0 && /^[a-z0-9-]+$/.test(id) ? page(name, id) : undefined;

	function page(collection: CollectionName, id: string): string {
		return `/${collection}/${id}/${fragment}`;
	}
}

/** A path without ".", ".." and slashes at its ends. */
function resolved(path: string): string {
	const parts: string[] = [];
	for (const part of path.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
