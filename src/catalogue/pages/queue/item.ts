/** An item of the queue in words: what to do, why, what to start with. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { type CouncilSeat, councilSeat, tier as tiers } from '#schemas/vocabularies.ts';
import { signCommand } from '../../judge/approval/sign-words.ts';
import { renewableFrom } from '../../judge/approval/standing.ts';
import { states } from '../../judge/approval/state.ts';
import { nameOf } from '../../judge/approval/subject.ts';
import type { QueueDetail, QueueItem } from '../../judge/queue/item.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { teamOf } from '../../model/team.ts';
import { countOf, nounOf } from '../../words/count.ts';
import { momentWords, shortDay } from '../../words/day.ts';
import { capital, inside, listOf } from '../../words/phrase.ts';
import { type Block, code, link, sub, text, type Words } from '../blocks.ts';
import { referencePath } from '../field-reference.ts';
import { measureTitle } from '../portfolio/four.ts';
import { editAddress } from '../title-facts.ts';
import { MOST_ITEMS } from './paths.ts';

/** In place of the seats of a council that has none yet. */
export const noSeats = (): Block =>
	text([
		'The council has no seats yet, so nobody can approve anything. Add them to ',
		code('content/organisation.yaml'),
		' under ',
		code('council'),
		'. ',
		link('The field reference', referencePath('organisation')),
		' explains each field.',
	]);

/** What an item says of itself. */
export interface ItemWords {
	/** What to do, with a link to where it can be looked into. */
	what: Words;
	why: string;
	/** A command or a link to start with. */
	start: Words;
}

/** Names in one cell; the rest is a number. */
const MOST_NAMES = 3;

type Say<Kind extends QueueDetail['kind']> = (
	detail: Extract<QueueDetail, { kind: Kind }>,
	about: About,
) => ItemWords;

interface About {
	item: QueueItem;
	/** The entry as a link to the place on its page. */
	at: (place: string) => Words;
	/** The entry as commands name it: `use-cases/case-desk`. */
	subject: string;
	/** The seat that reads it, on a page of its own. */
	seat: CouncilSeat | undefined;
	catalogue: Catalogue;
}

const record = (kind: string, { subject }: About, rest = ''): Words =>
	code(`npm run record -- ${kind} ${subject}${rest}`);
/** A value with spaces as one word of the shell: nothing in it ends the word or is expanded. */
const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;
/** The command of a seat; on a page of everyone, that of the first seat and how the others sign. */
function sign({ subject, item, seat, catalogue }: About): Words {
	const [first, ...others] = seat ? [seat] : item.seats;
	if (!first)
		return `No seat signs it. ${capital(teamOf(catalogue.organisation.council.team, catalogue).name)} decides.`;
	const command = code(signCommand(subject, first));
	if (others.length === 0) return command;
	return [
		command,
		sub(`${others.length === 1 ? 'Other seat' : 'Other seats'}: ${others.join(', ')}`),
	];
}

const says: { readonly [Kind in QueueDetail['kind']]: Say<Kind> } = {
	duty: ({ duty, from, by }, about) => ({
		what: [duty, ': ', about.at('duties')],
		why: by ? `${from}. The time ends on ${momentWords(by)} UTC.` : `${from}.`,
		start: edit(about),
	}),
	action: ({ what }, about) => ({
		what: [what.replace(/\.$/, ''), ': ', about.at('actions')],
		why: incidentWords(about),
		start: edit(about),
	}),
	incident: (_, about) => ({
		what: ['Close the incident ', about.at('happened')],
		why: 'Every action is done.',
		start: edit(about),
	}),
	unapproved: ({ state }, about) => ({
		what: ['Approve ', about.at('approval'), ', or pause it'],
		why: state ? `It is live. Its state: ${inside(states[state].label)}.` : 'It is live.',
		start: sign(about),
	}),
	control: ({ controls, plan }, about) => {
		const names = controlNames(controls, about.catalogue);
		const [only] = controls;
		const of = controls.length === 1 ? ` control=${only}` : '';
		return {
			what: plan
				? [plan.replace(/\.$/, ''), ': ', about.at('controls')]
				: [`Build or prove ${names} in `, about.at('controls')],
			why: plan ? `${capital(names)} is not proven yet.` : 'Nobody has planned a day for it.',
			start: record('evidence', about, of),
		};
	},
	seat: ({ empty }) => {
		const names = listOf(empty.map(councilSeat.label));
		return {
			what: `Add a member with a key to ${empty.length === 1 ? `the ${names} seat` : `${empty.length} seats of the council`}`,
			why: `Nobody can sign for ${empty.length === 1 ? 'it' : names} yet.`,
			start: [
				code('content/organisation.yaml'),
				sub(['Each field: ', link('field reference', referencePath('organisation'))]),
			],
		};
	},
	first: ({ lot }, about) => {
		const own = lot.filter(({ seats }) => !about.seat || seats.includes(about.seat));
		const [first = lot[0], ...others] = own;
		if (!first) return { what: '', why: '', start: '' };
		const { collection } = first.entry;
		const { singular, plural } = collections[collection];
		return {
			what: [
				'Approve the ',
				link(countOf(own.length, singular, plural), `/${collection}/`),
				' that you keep',
			],
			why: `Nobody has signed ${own.length === 1 ? 'it' : 'them'} yet. ${firstWords(collection, about)}`,
			start: [
				sign({
					...about,
					subject: nameOf(first.entry),
					item: { ...about.item, seats: first.seats },
				}),
				others.length > 0 &&
					sub(about.seat ? thenWords(others) : 'Sign the others in the same way.'),
			],
		};
	},
	signature: ({ signed, changed }, about) => ({
		what: ['Sign ', about.at('approval'), version(about)],
		why: changed
			? 'It has changed since it was approved.'
			: signed.length === 0
				? 'Nobody has signed this version yet.'
				: `${listOf(signed.map(councilSeat.label))} ${signed.length === 1 ? 'has' : 'have'} signed.`,
		start: sign(about),
	}),
	review: ({ tier, review, approval }, about) => ({
		what: ['Review ', about.at('approval')],
		why: [
			tier && review && everyWords(tier, about.catalogue),
			approval &&
				`The approval ends on ${shortDay(approval)}. You can sign it again from ${shortDay(renewableFrom(approval))}.`,
		]
			.filter(Boolean)
			.join(' '),
		start: approval ? sign(about) : edit(about),
	}),
	condition: ({ text }, about) => ({
		what: ['Meet a condition of ', about.at('conditions')],
		why: text,
		// The decision is about the condition in its own words; double quotes would end the word.
		start: record('decision', about, ` about=condition criterion=${quoted(text)}`),
	}),
	pilot: ({ exit }, about) => ({
		what: ['Decide how the pilot of ', about.at('gates'), ' ends'],
		why: `${countOf(exit.length, 'exit criterion', 'exit criteria')}: ${inside(exit[0] ?? '')}${exit.length > 1 ? ' and more' : ''}.`,
		start: record('decision', about),
	}),
	gate: ({ criteria }, about) => ({
		what: ['Record what the gate of ', about.at('gates'), ' still needs'],
		why: `${namesWords(criteria)}.`,
		start: record('decision', about, ' about=gate'),
	}),
	drift: ({ parts }, about) => ({
		what: ['Put back what differs in ', about.at('built-on'), ', or have it approved'],
		why: `What differs: ${namesWords(parts)}.`,
		start: record('check', about),
	}),
	waiver: ({ control, rule }, about) => {
		const what = control
			? controlNames([control], about.catalogue)
			: `what the rule ${rule} checks`;
		return {
			what: [`Put ${what} in place in `, about.at('waivers')],
			why: 'The waiver ends on this day.',
			start: control ? record('evidence', about, ` control=${control}`) : edit(about),
		};
	},
	proof: ({ controls }, about) => {
		const { today } = about.catalogue;
		const day = ({ control, until }: (typeof controls)[number]) =>
			`${controlNames([control], about.catalogue)} ${until < today ? 'lapsed' : 'lapses'} on ${shortDay(until)}`;
		const soon = controls.filter(({ until }) => until <= (about.item.due ?? '') || until < today);
		const [first, ...others] = soon;
		const shown = soon.slice(0, MOST_NAMES);
		const more = soon.length - shown.length;
		return {
			what: ['Record new evidence for ', about.at('controls')],
			why: `${capital(shown.map(day).join(', '))}${more > 0 ? `, and ${countOf(more, 'other')}` : ''}.`,
			start: [
				record('evidence', about, first ? ` control=${first.control}` : ''),
				others.length > 0 &&
					sub(
						`${others.length === 1 ? 'Other control' : 'Other controls'}: ${others.map(({ control }) => control).join(', ')}`,
					),
			],
		};
	},
	model: ({ model, retires }, about) => {
		const name = about.catalogue.models.get(model)?.data.title ?? model;
		return {
			what: ['Move ', about.at('model'), ' to a newer model version'],
			why: `${name} retires on ${shortDay(retires)}.`,
			start: link(name, { collection: 'models', id: model }),
		};
	},
	value: ({ measures }, about) => {
		const { catalogue, item } = about;
		const due = measures.filter((one) => one.due <= (item.due ?? '') || one.due < catalogue.today);
		const [first] = due;
		return {
			what: ['Record the values of ', about.at('measures')],
			why: `${namesWords(due.map((measure) => measureTitle({ measure }, catalogue)))}.`,
			start: record('measurement', about, first ? ` metric=${first.metric}` : ''),
		};
	},
	target: (_, about) => ({
		what: ['Decide what to do about ', about.at('measures')],
		why: 'Its main measure is off target.',
		start: record('decision', about, ' about=measure'),
	}),
	supplier: ({ supplier, uses, of }, { catalogue }) => ({
		what: [
			'Give some uses a fallback model of another supplier than ',
			link(supplier, '/portfolio/#flags'),
		],
		why: `It alone serves ${uses} of ${of} high-tier uses. The policy allows ${catalogue.policy.models.mostOnOneSupplier}%.`,
		start: link('Red flags', '/portfolio/#flags'),
	}),
};

/** What an item says of itself, to everyone or to one seat. */
export function itemWords(item: QueueItem, catalogue: Catalogue, seat?: CouncilSeat): ItemWords {
	const { entry, detail } = item;
	const name = entry ? titleOf(entry) : '';
	const about: About = {
		item,
		subject: entry ? `${entry.collection}/${entry.id}` : '',
		at: (place) => (entry ? link(name, placeOf(entry, place)) : ''),
		seat,
		catalogue,
	};
	return saidOf(detail, about);
}

const saidOf = <Kind extends QueueDetail['kind']>(
	detail: Extract<QueueDetail, { kind: Kind }>,
	about: About,
): ItemWords => says[detail.kind as Kind](detail, about);

/** Pages of uses and incidents keep these sections; other pages have sections of their own. */
const placeOf = (entry: Entry, place: string): string =>
	isOf('use-cases', entry) || isOf('incidents', entry)
		? `${entryPath(entry)}#${place}`
		: entryPath(entry);

/** Where the file that says it can be edited. */
function edit({ item, catalogue }: About): Words {
	const address = item.entry && editAddress(item.entry, catalogue);
	if (!item.entry) return '';
	return address ? link('Edit the source', address) : code(item.entry.file);
}

/** In which order a new council signs, when, and what it does with an entry that it does not keep. */
function firstWords(collection: CollectionName, { item, catalogue }: About): string {
	const { firstSignDays } = catalogue.policy.queue;
	return [
		collection === 'patterns'
			? 'Sign what they use first: controls, connectors and models.'
			: 'Patterns need them to be approved.',
		'Withdraw the others, or make them drafts.',
		item.due === undefined &&
			`When every seat has a member, you have ${countOf(firstSignDays, 'day')}.`,
	]
		.filter(Boolean)
		.join(' ');
}

function thenWords(others: readonly { entry: Entry }[]): string {
	const shown = others.slice(0, MOST_ITEMS - 1).map(({ entry }) => entry.id);
	const more = others.length - shown.length;
	return `Then: ${shown.join(', ')}${more > 0 ? ` and ${countOf(more, 'other')}` : ''}`;
}

const version = ({ item: { entry } }: About): string =>
	entry && 'version' in entry.data && entry.data.version ? ` ${entry.data.version}` : '';

function incidentWords({ item: { entry } }: About): string {
	if (!entry || !isOf('incidents', entry)) return '';
	return `${entry.data.number}, noticed on ${shortDay(entry.data.noticed.at.slice(0, 10))}.`;
}

const everyWords = (tier: keyof typeof tiers.terms, { policy }: Catalogue): string =>
	`${tiers.label(tier)} tier, reviewed every ${countOf(policy.reviewMonths[tier], 'month')}.`;

function controlNames(ids: readonly string[], { controls }: Catalogue): string {
	return namesWords(ids.map((id) => inside(controls.get(id)?.data.title ?? id)));
}

/** Some names, and how many more. */
function namesWords(names: readonly string[]): string {
	const shown = names.slice(0, MOST_NAMES);
	const more = names.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${countOf(more, 'other')}` : listOf(shown);
}

/** Who has to do it: teams, seats, and the role that an author named. */
export function doerWords({ teams, seats, role }: QueueItem, catalogue: Catalogue): string {
	return [
		...teams.map((team) => teamOf(team, catalogue).name).sort(compare),
		seats.length > 0 && `${listOf(seats.map(councilSeat.label))} ${nounOf(seats.length, 'seat')}`,
		role,
	]
		.filter(Boolean)
		.join(', ');
}
