/**
 * Takes out of the style sheets what Tailwind writes for cases that do not occur here.
 *
 * A utility for a line height, a weight, a tracking or a border notes its value in a custom property
 * as well: for sizes that bring a line height of their own, and for a style named before its border.
 * Our sizes bring none, and reset.css makes each border a line, so nothing needs what is noted.
 */
import type { ViteUserConfig } from 'astro';

type PostCss = Exclude<NonNullable<NonNullable<ViteUserConfig['css']>['postcss']>, string>;
type Plugin = Extract<NonNullable<PostCss['plugins']>[number], { postcssPlugin: string }>;

const NOTED = /^--tw-(?:leading|font-weight|tracking|border-style)$/;

/** Runs after Tailwind, and before Vite makes the sheets small. */
export const leanStyle: Plugin = {
	postcssPlugin: 'lean-style',
	Declaration(declaration) {
		if (NOTED.test(declaration.prop) || declaration.value === 'var(--tw-border-style)')
			declaration.remove();
	},
	AtRule: {
		property(rule) {
			if (NOTED.test(rule.params)) rule.remove();
		},
		layer(rule) {
			// What the properties start with, for browsers that do not know @property.
			if (rule.params === 'properties') rule.remove();
		},
	},
};
