/** HTML by what it is of, for the life of the process. */
const made = new Map<string, Promise<string>>();

/** Gives the HTML that was made under the key before, else makes it. */
export function once(key: string, make: () => Promise<string>): Promise<string> {
	// Code that is edited while a server runs must show.
	if (import.meta.env.DEV) return make();
	const known = made.get(key) ?? make();
	made.set(key, known);
	return known;
}
