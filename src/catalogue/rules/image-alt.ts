/** A picture says in words what it shows. */

import type { Rule } from '../model/rule.ts';
import { wordingOf } from '../read/prose/read.ts';

/** Words that say that there is a picture, which is known, or the name of a file. */
const SAYS_NOTHING =
	/^(?:(?:an?|the|this) )?(?:image|picture|photo|figure|graphic|diagram|chart|drawing|screenshot|screen shot|logo|icon|img|alt|alt text)(?: ?\d+)?$|\.(?:png|jpe?g|webp|avif)$/i;

export const imageAlt: Rule = {
	id: 'image-alt',
	phase: 'structure',
	severity: 'error',
	summary: 'Every picture in prose has a text for people who cannot see it.',
	why: 'A screen reader reads the words instead of showing the picture. Without them, its users do not know what others see, and search does not find the picture.',
	source: 'WCAG 2.2, success criterion 1.1.1',
	example: {
		in: 'controls',
		part: 'body',
		fails: 'The path of one request:\n\n![Diagram](./path.png)',
		passes:
			'The path of one request:\n\n![A request passes the filter before it reaches the model](./path.png)',
	},
	*check(catalogue, cache) {
		for (const entries of Object.values(catalogue.all)) {
			for (const entry of entries.values()) {
				for (const { alt, url, ...spot } of wordingOf(entry, cache).images) {
					const name = `the image "${url.slice(0, 60)}"`;
					const fix = 'Write what it shows between the brackets: ![what it shows](./file.png).';
					const words = alt.trim();
					if (words === '') {
						yield {
							entry,
							spot,
							message: `${name} has no text for people who cannot see it.`,
							fix,
						};
					} else if (SAYS_NOTHING.test(words)) {
						const message = `${name} is described as "${words.slice(0, 40)}", which does not say what it shows.`;
						yield { entry, spot, message, fix };
					}
				}
			}
		}
	},
};
