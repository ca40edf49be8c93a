/**
 * What a reader changed before the script of a form had arrived. On a slow line that is seconds: a
 * script that sets its controls to the address must not take it away again.
 */

/** Whether a control differs from what the page came with. */
export function isTyped(control: Element | RadioNodeList | null): boolean {
	if (control instanceof HTMLInputElement) {
		const ticks = control.type === 'checkbox' || control.type === 'radio';
		return ticks
			? control.checked !== control.defaultChecked
			: control.value !== control.defaultValue;
	}
	if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
	if (!(control instanceof HTMLSelectElement)) return false;
	// Without a default option a browser chooses the first.
	const own = [...control.options].findIndex((option) => option.defaultSelected);
	return control.selectedIndex !== Math.max(0, own);
}

/** The controls of a form that differ; of radio buttons with one name all or none. */
export function typedIn(form: HTMLFormElement): ReadonlySet<Element> {
	const all = [...form.elements];
	const typed = all.filter(isTyped);
	const names = new Set(typed.flatMap((one) => (isRadio(one) ? one.name : [])));
	return new Set([...typed, ...all.filter((one) => isRadio(one) && names.has(one.name))]);
}

const isRadio = (control: Element): control is HTMLInputElement =>
	control instanceof HTMLInputElement && control.type === 'radio';
