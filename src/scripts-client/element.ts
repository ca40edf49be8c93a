/** Makes an element in one expression, for what only scripts show. */

/** An element with a class and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	if (className) made.className = className;
	made.append(...content);
	return made;
}

/** The same with attributes; a button is one that submits nothing unless it says so. */
export function elementWith<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string>,
	...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = element(name, '', ...content);
	if (name === 'button') made.setAttribute('type', 'button');
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	return made;
}

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

/** An element the page must have; without it the page and the script do not belong together. */
export function must<Found extends Element>(root: ParentNode, selector: string): Found {
	const found = root.querySelector<Found>(selector);
	if (!found) throw new Error(`The page has no ${selector}.`);
	return found;
}

/** Asks the site for a file; what is not there is an error, with its address. */
export async function get(address: string): Promise<Response> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
	return answer;
}
