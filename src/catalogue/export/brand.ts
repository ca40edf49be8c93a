/** What the pages show of the organisation: its logo, and a stylesheet with its colour. */
import { type Shades, shadesOf } from '../judge/brand/accent.ts';
import { logoOf } from '../model/brand.ts';
import type { Exporter } from './exporter.ts';

/** The stylesheet, which pages load only if the organisation has a colour. */
export const BRAND_CSS = 'brand.css';

export const brand: Exporter = {
	name: 'brand',
	summary: 'The logo and the colour of the organisation, for the pages.',
	*files({ catalogue }) {
		const logo = logoOf(catalogue);
		if (logo) {
			const type = logo.path.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
			yield { path: logo.path, type, body: logo.bytes };
		}
		const accent = catalogue.organisation.brand?.accent;
		if (accent) {
			const body = () => brandCss(shadesOf(accent, 'light'), shadesOf(accent, 'dark'));
			yield { path: BRAND_CSS, type: 'text/css; charset=utf-8', body };
		}
	},
};

/** Replaces tokens of src/styles/tokens.css: a rule outside of its layers wins. */
function brandCss(light: Shades, dark: Shades): string {
	const both = (shade: keyof Shades) => `light-dark(${light[shade]}, ${dark[shade]})`;
	return [
		':root {',
		`\t--link: ${both('accent')};`,
		`\t--link-hover: ${both('pointed')};`,
		`\t--petrol: ${both('accent')};`,
		`\t--petrol-wash: ${both('wash')};`,
		'}',
		'',
	].join('\n');
}
