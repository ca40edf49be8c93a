/** Where in an entry a change stands, in words. */
import { tier as tiers } from '#schemas/vocabularies.ts';
import { keyWords } from '../model/labels.ts';
import { inside } from '../words/phrase.ts';
import type { FieldChange, Item } from './field-changes.ts';
import { itemName, type Pair } from './words.ts';

/** Where a change stands: "Target of first-contact resolution", or "Exposure, data". */
export function placeWords({ path, labels, items }: FieldChange, sides: Pair): string {
	if (path.at(-1) === '*') return `${itemNoun(path)}${contextOf(items, sides)}`;
	const start = path.lastIndexOf('*') + 1;
	const own = path.slice(start);
	const item = items.at(-1);
	const phrase = item && own.length === 1 ? PHRASES[own[0] ?? ''] : undefined;
	if (phrase && isNamed(item)) return phrase.replace('{}', () => inside(itemName(item, sides)));
	if (own[0] === 'text' && isNamed(item)) {
		return `${itemNoun(path.slice(0, -1))} ${itemName(item, sides)}`;
	}
	const label = labels
		.slice(start)
		.map((part, index) => (index > 0 ? inside(part) : part))
		.join(', ');
	return `${label}${contextOf(items, sides)}`;
}

/** " of <item>" for the innermost item that has a name; a sentence has none. */
export function contextOf(items: readonly Item[], sides: Pair): string {
	const item = items.at(-1);
	return isNamed(item) ? ` of ${inside(itemName(item, sides))}` : '';
}

const isNamed = (item: Item | undefined): item is Item =>
	typeof item?.value === 'object' && item.value !== null;

/** Fields of an item whose name does not go before "of". */
const PHRASES: Readonly<Record<string, string>> = {
	how: 'How {} is met',
	why: 'What {} is needed for',
	does: 'What {} does',
	scenario: 'How {} shows',
	residual: 'The remaining risk of {}',
	access: 'Access to {}',
	data: 'Data class of {}',
	enforcedAt: 'Where {} acts',
	codifiedIn: 'Where {} is codified',
	first: 'First step when {}',
	change: 'What changes for {}',
	practises: 'What {} practises',
	judges: 'What {} judges',
	doneWhen: 'When {} is done',
	allows: 'What {} allows',
	limits: 'What {} does not allow',
	exit: 'What must be true to leave {}',
	when: 'When {} applies',
	instead: 'What to use instead of {}',
	expires: 'Last day {} is waived',
};

/** What an item of each list is called, where the name of the list less its s will not do. */
const NOUNS: Readonly<Record<string, string>> = {
	aliases: 'Other name',
	useWhen: 'Sign that it fits',
	doNotUseWhen: 'Sign that it does not fit',
	nodes: 'Box of the drawing',
	flows: 'Line of the drawing',
	mitigatedBy: 'Control',
	telemetry: 'Telemetry field',
	rollout: 'Roll-out stage',
	people: 'Role whose work changes',
	related: 'Related pattern',
	limits: 'Release limit',
	yoursToChange: 'Yours to change:',
	fixedByApproval: 'Fixed by approval:',
	mitigates: 'Risk it lowers',
	measuredBy: 'Metric it is measured by',
	watchedBy: 'Metric it is watched by',
	readWith: 'To read with it',
	evidence: 'Evidence',
	verification: 'Test',
	implementation: 'Step',
	obtain: 'Step to get access',
	measure: 'Step to measure it',
	frameworks: 'Framework item',
	goodFor: 'Approved task',
	notFor: 'Task that is not approved',
	'catalogue.variables': 'Notes on a variable',
	'catalogue.knownFailures': 'Known failure',
	evidencePack: 'Item of the evidence pack',
	publicHosts: 'Public host',
	coreMetrics: 'Core metric',
	reviewMonths: 'Months between reviews',
	neverRules: 'Rule that is never waived',
	neverControls: 'Control that is never waived',
	neverControlsAt: 'Control that is never waived',
	baselines: 'Required control',
	seats: 'Seat',
};

/** What an item of the innermost list is called. */
export function itemNoun(path: readonly string[]): string {
	const list = path.at(-2) ?? '';
	const above = path.at(-3) ?? '';
	if (tiers.values.some((tier) => tier === list)) {
		return `${NOUNS[above] ?? keyWords(above)} at ${list} tier`;
	}
	return NOUNS[list] ?? keyWords(list).replace(/ies$/, 'y').replace(/s$/, '');
}
