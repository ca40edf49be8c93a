/** The field of a filter that has more values than boxes: any of them by its name. */
import { byName, valueNamed } from '#catalogue/pages/browse/by-name.ts';
import type { BrowseIndex } from '#catalogue/pages/browse/state.ts';
import { elementWith, must } from './element.ts';

/** Fills the list of names when it is first needed; `choose` takes the value that was named. */
export function namedValues(
	filters: HTMLElement,
	load: () => Promise<BrowseIndex>,
	choose: (facet: string, value: string) => void,
) {
	for (const field of filters.querySelectorAll<HTMLInputElement>('[data-by-name]')) {
		const facet = field.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
		const box = must<HTMLElement>(field.parentElement ?? filters, '[role="status"]');
		let names: Promise<Map<string, string>> | undefined;
		const known = () => {
			names ??= load().then(({ facets }) => {
				const found = byName(facets.find(({ name }) => name === facet)?.values ?? []);
				const options = [...found.keys()].map((value) => elementWith('option', { value }));
				field.list?.replaceChildren(...options);
				return found;
			});
			names.catch(() => {
				names = undefined;
			});
			return names;
		};
		const take = async (isDone: boolean) => {
			const typed = field.value;
			const value = valueNamed(typed, await known());
			if (field.value !== typed) return;
			// While somebody types, a name can be the start of a longer one.
			const another = !isDone && [...(await known()).keys()].some((name) => goesOn(name, typed));
			box.textContent =
				isDone && typed && value === undefined ? `There is no "${typed}" in this list.` : '';
			if (value === undefined || another) return;
			field.value = '';
			choose(facet, value);
		};
		field.addEventListener('focus', () => void known().catch(() => {}));
		field.addEventListener('input', (event) => {
			event.stopPropagation();
			void take(false).catch(() => {});
		});
		field.addEventListener('change', (event) => {
			event.stopPropagation();
			void take(true).catch(() => {});
		});
	}
}

const goesOn = (name: string, typed: string) =>
	name.length > typed.length && name.toLowerCase().startsWith(typed.trim().toLowerCase());
