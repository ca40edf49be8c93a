/** How somebody records that a role has finished its training: the command, filled in. */

import type { Subject } from '../../judge/records/kept.ts';
import { trainingGap, trainingOf } from '../../judge/records/proof.ts';
import { isDeclared, usesOf } from '../../judge/use/live.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { formatNumber } from '../../words/number.ts';
import { type Block, code, joined, label, link, text, type Words } from '../blocks.ts';
import { linkById } from '../citing.ts';

/** Other uses that are named beside the command; a pattern can have hundreds. */
const MOST_USES = 5;

/** What the command is for: a use of the pattern, or the pattern itself while nobody uses it. */
const subjectsOf = (pattern: Entry<'patterns'>, catalogue: Catalogue): [Subject, ...Subject[]] => {
	const [first, ...others] = usesOf(pattern.id, catalogue).filter(isDeclared);
	return first ? [first, ...others] : [pattern];
};

/**
 * The command that records the training of a role. It asks for the number of people and the source.
 *
 * @example
 * recordCommand('use-cases/desk', 'developer', policy)
 * // => 'npm run record -- training use-cases/desk role=developer "covers=[purpose, data]"'
 */
const recordCommand = (
	subject: string,
	role: string,
	{ training }: Pick<Catalogue['policy'], 'training'>,
): string => `npm run record -- training ${subject} role=${role} "covers=[${training.join(', ')}]"`;

/** What the newest training of a role on record says. */
function standing(subject: Subject, role: string, catalogue: Catalogue): string {
	const training = trainingOf(subject, role, catalogue)?.record;
	if (!training) return 'nobody on record yet';
	const { topics } = trainingGap(training, catalogue);
	const { trained, people } = training;
	return `${formatNumber(trained)} of ${formatNumber(people)} people${topics.length > 0 ? ', some topics are missing' : ''}`;
}

/** A command for each role whose work the pattern changes. */
export function recordBlocks(pattern: Entry<'patterns'>, catalogue: Catalogue): Block[] {
	const [subject, ...others] = subjectsOf(pattern, catalogue);
	const name = (one: Subject): string => `${one.collection}/${one.id}`;
	const roles = [...new Set(pattern.data.people.map(({ role }) => role))];
	return [
		text([
			'Run the command for your role in a clone of the catalogue. It asks how many people finished, and where the list of names is kept. The commands are for ',
			link(titleOf(subject), entryPath(subject)),
			'.',
		]),
		...roles.map((role): Block => {
			const { title } = linkById('roles', role, catalogue);
			return {
				kind: 'command',
				label: `${title}: ${standing(subject, role, catalogue)}`,
				command: recordCommand(name(subject), role, catalogue.policy),
			};
		}),
		...(others.length > 0 ? [text(othersWords(others.map(name)), 'label')] : []),
	];
}

const othersWords = (names: readonly string[]): Words => [
	'For another use, replace the name: ',
	joined(names.slice(0, MOST_USES).map((one) => code(one))),
	names.length > MOST_USES && label(` and ${names.length - MOST_USES} more`),
	'.',
];
