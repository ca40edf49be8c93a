// Blocking on purpose: sets the theme a reader chose before the first paint, so nothing flashes.
try {
	const theme = localStorage.getItem('catalogue-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is blocked: the system's theme applies.
}
