/** Folders under src/pages: a collection that has one brings its own list and pages. */

// Only the keys are used; asking for the raw text keeps the pages themselves out of this module.
const files = Object.keys(import.meta.glob('/src/pages/*/**/*.astro', { query: '?raw' }));

/** Names of those folders, such as `controls`. */
export const specialFolders: ReadonlySet<string | undefined> = new Set(
	files.map((file) => file.split('/')[3]),
);
