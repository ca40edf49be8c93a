/** Marks one place in the section list: the section under the reader's eyes. */
const list = document.querySelector<HTMLElement>('.secnav');

if (list) {
	const links = new Map(
		[...list.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
	);
	const mark = (link: Element) => {
		for (const other of list.querySelectorAll('[aria-current]')) {
			other.removeAttribute('aria-current');
		}
		link.setAttribute('aria-current', 'location');
	};
	// Links come in the order of the page. The end of a part may still be in view above the one that
	// a reader chose, so the last in view is where the reader is.
	const inView = new Set<string>();
	const ids = new Map<Element, string>();
	const watch = new IntersectionObserver(
		(entries) => {
			for (const { isIntersecting, target } of entries) {
				const id = ids.get(target) ?? '';
				if (isIntersecting) inView.add(id);
				else inView.delete(id);
			}
			const [, link] = [...links].findLast(([id]) => inView.has(id)) ?? [];
			if (link) mark(link);
		},
		{ rootMargin: '-80px 0px -75% 0px' },
	);
	for (const id of links.keys()) {
		// The address leads to a place inside; the reader is in its part.
		const named = document.getElementById(id);
		const target = named?.closest('details.fold, section') ?? named;
		if (!target) continue;
		ids.set(target, id);
		watch.observe(target);
	}
	list.addEventListener('click', (event) => {
		const onLink = event.target instanceof Element && event.target.closest('a');
		if (onLink && list.matches(':popover-open')) list.hidePopover();
	});
}
