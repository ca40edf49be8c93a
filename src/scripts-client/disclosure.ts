/** Folded parts open when an address points into them, and all of them before printing; a button prints. */
function open(hash: string) {
	const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
	if (!target) return;
	let opened = false;
	for (let at = target.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
		opened ||= !at.open;
		at.open = true;
	}
	if (opened) target.scrollIntoView();
}

open(location.hash);
addEventListener('hashchange', () => open(location.hash));
// A second click on the same link changes no hash, yet must open what the reader has closed.
addEventListener('click', ({ target }) => {
	if (!(target instanceof Element)) return;
	if (target.closest('[data-print]')) print();
	const link = target.closest<HTMLAnchorElement>('a[href]');
	if (link?.hash && link.hash === location.hash && link.pathname === location.pathname) {
		open(link.hash);
	}
});

const closed: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
	for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
		closed.push(details);
		details.open = true;
	}
});
addEventListener('afterprint', () => {
	for (const details of closed.splice(0)) details.open = false;
});
