import { elementWith } from './element.ts';

/** Loads a style sheet that another kind of page has from the start; done at once where it is there. */
export function loadSheet(address: string): Promise<unknown> {
	if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
	const link = elementWith('link', { rel: 'stylesheet', href: address });
	document.head.append(link);
	// What is shown without it is plain, which is better than nothing.
	return new Promise((done) => {
		link.onload = done;
		link.onerror = done;
	});
}
