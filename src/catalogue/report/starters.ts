/** What the starters of a proposal replace of the common starter, which a reviewer must see first. */
import { filesUnder, replacedBy } from '../judge/starter/overlay.ts';
import { BASE_FOLDER, isCode } from '../judge/starter/places.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { overlayOf } from '../model/starter.ts';

/**
 * One line for each file that replaces code of the common starter or its package files, where that is
 * new or the file changed; settings such as limits are expected to differ and are not told here.
 */
export function replacedControls(base: Catalogue, head: Catalogue): string[] {
	return [...head.patterns.values()].flatMap(({ id, data }) =>
		weighty(id, head)
			.filter(({ path }) => digestOf(id, path, head) !== digestOf(id, path, base))
			.map(
				({ path, because }) =>
					`The starter of ${data.title} replaces ${path} of the common starter: ${because ?? 'no reason is given.'}`,
			),
	);
}

const weighty = (id: string, catalogue: Catalogue) =>
	replacedBy(filesUnder(BASE_FOLDER, catalogue), filesUnder(overlayOf(id), catalogue)).filter(
		({ path }) => isCode(path) || path.startsWith('package'),
	);

const digestOf = (id: string, path: string, { assets }: Catalogue) =>
	assets.find(({ file }) => file === overlayOf(id) + path)?.digest;

/** One line for each file whose code now reaches the network, starts programs or runs text. */
export function reachingCode(appeared: readonly Finding[]): string[] {
	const files = appeared
		.filter(({ rule, severity }) => rule === 'starter-files' && severity === 'warning')
		.filter(({ message }) => !message.startsWith('the file replaces '))
		.map(({ file, message }) => `${file}: ${message.replace(/\.$/, '')}`);
	return [...new Set(files)];
}
