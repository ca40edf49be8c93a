/** Says something through the live region of the page. */
export function announce(message: string): void {
	const live = document.querySelector('[data-live]');
	if (!live) return;
	live.textContent = '';
	// A change in the next frame is announced even when the words are the same as last time.
	requestAnimationFrame(() => {
		live.textContent = message;
	});
}
