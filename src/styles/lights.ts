/**
 * What lights up together in a drawing, and what fades. A box is `n3`, what belongs to it is `k3`,
 * and what belongs to the second step is `g2`, so each number needs a rule of its own.
 */

/** Numbers for which there are rules: boxes that lead somewhere, and steps of a story. */
const BOXES = 40;
const STEPS = 12;

const FADED = { opacity: '0.22' };

/** The selector of each number up to the last. */
const each = (last: number, selector: (n: number) => string) =>
	Array.from({ length: last }, (_, at) => selector(at + 1)).join(', ');

/** Tailwind calls this with its writer of rules. */
// biome-ignore lint/style/noDefaultExport: Tailwind takes the default export of a plugin.
export default function lights({ addBase }: { addBase: (rules: object) => void }) {
	const pointed = (n: number) =>
		`.dg:has(.n${n}:is(:hover, :focus-visible)) [class*=" g"]:not(.n${n}, .k${n})`;
	const told = (n: number) => `.dwg:has(input.g${n}:checked) .dg .g${n}`;
	addBase({ [each(BOXES, pointed)]: FADED });
	addBase({ '.dwg:has(input[class]:checked) .dg [class*=" g"]': FADED });
	addBase({ [each(STEPS, told)]: { opacity: '1' } });
}
