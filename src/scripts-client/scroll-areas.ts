/** A scroll area is a tab stop and a landmark only while it has something to scroll. */
const NAMES = ['tabindex', 'role', 'aria-label'];
const asWritten = new WeakMap<Element, [string, string][]>();

const watch = new ResizeObserver((entries) => {
	for (const { target } of entries) update(target);
});

function update(area: Element) {
	const scrolls =
		area.scrollWidth > area.clientWidth + 1 || area.scrollHeight > area.clientHeight + 1;
	for (const [name, value] of asWritten.get(area) ?? []) {
		if (scrolls) area.setAttribute(name, value);
		else area.removeAttribute(name);
	}
	area.toggleAttribute('data-scrolls', scrolls);
}

const areas = document.querySelectorAll('.scroll, pre');

for (const area of areas) {
	const caption = area.querySelector(':scope > table > caption')?.textContent.trim();
	if (caption && !area.ariaLabel) {
		area.role = 'region';
		area.ariaLabel = `Table: ${caption}`;
	}
	const attributes = NAMES.map((name): [string, string | null] => [name, area.getAttribute(name)]);
	asWritten.set(
		area,
		attributes.filter((pair): pair is [string, string] => pair[1] !== null),
	);
	watch.observe(area);
}

// A font that comes late widens the text, and the area keeps its size: nothing else would tell.
document.fonts.addEventListener('loadingdone', () => {
	for (const area of areas) update(area);
});
