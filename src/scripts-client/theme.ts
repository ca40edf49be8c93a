/** The theme switch; public/theme.js applies the same choice before the next page paints. */
const KEY = 'catalogue-theme';
const root = document.documentElement;

document.querySelector('[data-theme-toggle]')?.addEventListener('click', () => {
	const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
	const theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
	root.dataset.theme = theme;
	try {
		localStorage.setItem(KEY, theme);
	} catch {
		// Storage is blocked: the choice lasts until the next page.
	}
});
