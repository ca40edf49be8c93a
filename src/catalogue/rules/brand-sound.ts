/** The brand can be shown: its logo is there, and its colour can be read. */
import { BRAND_FOLDER } from '#schemas/organisation.ts';
import { LINES, leastContrast, nearestReadable, TEXT, themes } from '../judge/brand/accent.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { suggest } from '../words/suggest.ts';

type Organisation = Entry<'organisation'>;

export const brandSound: Rule = {
	id: 'brand-sound',
	phase: 'structure',
	severity: 'error',
	summary: `The logo is a file in ${BRAND_FOLDER}, and text in the accent colour can be read in both themes.`,
	why: 'A brand colour is made for large areas. As the colour of links and buttons, it can be too pale to read, and people with good eyesight do not notice.',
	source: 'WCAG 2.2, 1.4.3 for text (4.5:1) and 1.4.11 for lines (3:1)',
	example: {
		in: 'organisation',
		fails: 'brand: { accent: { light: "#7ab8e8" } }',
		passes: 'brand: { accent: { light: "#0b5cad" } }',
	},
	*check(catalogue) {
		for (const entry of catalogue.all.organisation.values()) {
			yield* logoProblems(entry, catalogue);
			yield* accentProblems(entry);
		}
	},
};

function* logoProblems(entry: Organisation, { assets }: Catalogue): Generator<Problem> {
	const logo = entry.data.brand?.logo;
	const files = assets.flatMap(({ file }) => (file.startsWith(BRAND_FOLDER) ? [file] : []));
	const names = files.map((file) => file.slice(BRAND_FOLDER.length));
	const near = logo && !names.includes(logo) ? suggest(logo, names) : undefined;
	if (logo && !names.includes(logo)) {
		const message = `there is no file ${BRAND_FOLDER}${logo}.`;
		const fix = near ? `Did you mean "${near}"?` : `Put the logo in ${BRAND_FOLDER}.`;
		yield { entry, path: ['brand', 'logo'], message, fix };
	}
	for (const [at, file] of files.entries()) {
		const name = names[at];
		if (name === logo || name === near) continue;
		const message = 'the header does not show this file, so it is not published.';
		const fix = `Write logo: ${name} under brand in ${entry.file}, or delete the file.`;
		yield { entry, file, spot: { line: 1, column: 1 }, severity: 'warning', message, fix };
	}
}

function* accentProblems(entry: Organisation): Generator<Problem> {
	const accent = entry.data.brand?.accent;
	for (const theme of themes) {
		const colour = accent?.[theme];
		if (!colour) continue;
		const contrast = leastContrast(colour, theme);
		if (contrast >= TEXT) continue;
		// Rounded down, so that 4.49 is not said to be 4.5.
		const ratio = `${(Math.floor(contrast * 10) / 10).toFixed(1)}:1`;
		const lines = contrast < LINES ? `, and lines need ${LINES}:1` : '';
		yield {
			entry,
			path: ['brand', 'accent', theme],
			message: `${colour} has a contrast of ${ratio} on the ${theme} theme; text needs ${TEXT}:1${lines}.`,
			fix: `Use ${nearestReadable(colour, theme)}, the nearest colour that can be read, or a ${theme === 'light' ? 'darker' : 'lighter'} one.`,
		};
	}
}
