/** A slash outside a field goes to the search box. */
addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
	const { target } = event;
	if (
		target instanceof HTMLElement &&
		target.matches('input, textarea, select, [contenteditable]')
	) {
		return;
	}
	const boxes = [...document.querySelectorAll<HTMLInputElement>('[role="search"] input')];
	const box = boxes.find((input) => input.checkVisibility());
	if (!box) return;
	event.preventDefault();
	box.focus();
});
