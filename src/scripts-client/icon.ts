/** An icon of the sprite, for what only scripts show. */
import type { IconName } from '#components/ui/icons.ts';
import { href } from '#site/urls.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The same element as the component Icon makes. */
export function icon(name: IconName): SVGSVGElement {
	const made = document.createElementNS(SVG, 'svg');
	made.classList.add('i');
	made.setAttribute('aria-hidden', 'true');
	const use = document.createElementNS(SVG, 'use');
	use.setAttribute('href', `${href('/sprite.svg')}#${name}`);
	made.append(use);
	return made;
}
