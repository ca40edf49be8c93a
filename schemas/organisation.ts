/** The organisation: all that a new adopter edits. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, example, once, ownId, ref, text, url, version } from './fields.ts';
import { siteAddressProblem } from './site-address.ts';
import * as words from './vocabularies.ts';

const key = z.strictObject({
	key: z
		.string()
		.max(2000)
		.regex(/^[^\r\n]+$/, {
			error: 'has more than one line. Copy the single line of the .pub file.',
		})
		.describe('Public SSH key: the line in a file such as ~/.ssh/id_ed25519.pub.'),
	from: date.describe('First day on which it can sign.'),
	until: date.optional().describe('Last day on which it can sign, such as when a member leaves.'),
	revoked: date
		.optional()
		.describe('Date from which its signatures do not count, because it was lost or stolen.'),
});

const member = z.strictObject({
	name: text(2, 80).describe('Name of the member.'),
	email: z
		.string()
		.max(120)
		.regex(/^[^\s@<>]+@[^\s@<>]+$/, {
			error: (issue) => `"${issue.input}" is not an email address.`,
		})
		.describe('Email address of the member, as set in git.'),
	keys: z.array(key).min(1).describe('SSH keys that the member signs with.'),
});
export type Member = z.output<typeof member>;
export type MemberKey = z.output<typeof key>;

const time = z
	.string()
	.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
		// It is not compared with the other time as well.
		abort: true,
		error: (issue) =>
			`"${issue.input}" is not a time; write hours and minutes in quotes, such as "10:00".`,
	})
	.describe('Local time, hours and minutes in quotes, such as "10:00".');

const meeting = z
	.strictObject({
		day: date.describe('Day of the meeting.'),
		from: time,
		to: time,
		place: text(2, 80).describe('Where it is held.'),
	})
	.refine(({ from, to }) => from < to, {
		error: 'is before the meeting starts. A meeting must end on the day it starts.',
		path: ['to'],
	});

/** When the council meets. It is apart from the roster: a new date needs no signature. */
const meetings = z
	.strictObject({
		chair: text(3, 80).describe('Role that chairs the council.'),
		quorum: z.int().min(1).describe('Seats that must be present for a decision.'),
		dates: once(z.array(meeting), 'day', 'Delete or merge one of the two meetings.').describe(
			'Meetings, past and planned.',
		),
	})
	.describe('When the council meets. The review queue makes the agenda of the next meeting.');

/** Six digits and no other form: what is written into a stylesheet must not be able to say more. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, {
	error: ({ input }) =>
		`"${input}" is not a colour; write # and six hexadecimal digits in quotes, such as "#0b5cad".`,
});

/** Where the logo is, and what its name can be. */
export const BRAND_FOLDER = 'content/brand/';
const LOGO = /^[a-z0-9][a-z0-9._-]{0,79}\.(?:svg|png)$/i;

const brand = z
	.strictObject({
		logo: z
			.string()
			.regex(LOGO, {
				error: ({ input }) =>
					`"${input}" is not the name of a logo; put an svg or png file in ${BRAND_FOLDER} and write its name, such as logo.svg.`,
			})
			.optional()
			.describe(
				`Name of an svg or png file in ${BRAND_FOLDER}, 30 kB at most. The header shows it 24 pixels high, next to the name of the catalogue. In the dark theme, it has a white background.`,
			),
		accent: z
			.strictObject({
				light: colour.describe(
					'Colour of links and buttons in the light theme, such as "#0b5cad". Text in it must have a contrast of 4.5:1.',
				),
				dark: colour
					.optional()
					.describe(
						'The same in the dark theme. If you leave it out, the site lightens the other colour until it can be read.',
					),
			})
			.optional()
			.describe('Colour of links and buttons, such as { light: "#0b5cad" }.'),
	})
	.describe('Your logo and colour. Without them, the site uses its own.');

/** The form of content that this version reads; `npm run catalogue -- migrate` leads to it. */
export const FORM = 2;

export const organisationSchema = z
	.strictObject({
		schema: z
			.literal(FORM, {
				error: (issue) =>
					`is ${issue.input}, and this version reads ${FORM}: run npm run catalogue -- migrate, or update the code.`,
			})
			.optional()
			.describe('Form of the content. `npm run catalogue -- migrate` writes it.'),
		name: text(2, 80).describe('Name of the organisation.'),
		example,
		catalogue: text(2, 60).describe('Name of the catalogue, shown in the header.'),
		brand: brand.optional(),
		site: z
			.strictObject({
				url: z
					.string()
					.refine((value) => siteAddressProblem(value) === undefined, {
						error: ({ input }) => siteAddressProblem(String(input)),
					})
					.describe('Address the site is served at, with its base path: https://host/ai/.'),
			})
			.describe('Where the site is published. The base path is set only here.'),
		repository: z
			.strictObject({
				url: url.describe('Address of the repository.'),
				branch: text(1, 60).describe('Branch that is published.'),
				edit: text(5, 160)
					.optional()
					.describe('Path that opens a file for editing, with {branch} and {path}.'),
			})
			.describe('Where the content is kept.'),
		contact: text(5, 120).describe('Where questions go: a channel or an address of a team.'),
		council: z
			.strictObject({
				team: ref('teams').describe('The council itself, as a team.'),
				version: version.describe(
					'Version of the roster: the seats, members and keys below. Raise it with each change.',
				),
				seats: once(
					z.array(
						z.strictObject({
							seat: words.councilSeat.schema.describe('Seat.'),
							team: ref('teams').describe('Team that fills it.'),
							members: z
								.array(member)
								.default([])
								.describe('Who can sign in this seat. Keep a member who left, and end their keys.'),
						}),
					),
					'seat',
					'Merge the two, with all their members.',
				).describe('Seats of the council. Until it has any, nobody can approve anything.'),
			})
			.describe('The governance council.'),
		meetings: meetings.optional(),
		teams: once(
			z
				.array(
					z.strictObject({
						id: ownId('a team id').describe('Id that entries use for owner and contact.'),
						name: text(2, 60).describe('Name of the team.'),
						contact: text(5, 120).describe('How to reach the team.'),
						does: text(10, 200).describe('What it is responsible for.'),
						handle: z
							.string()
							.max(120)
							.regex(/^@[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/, {
								error: (issue) =>
									`"${issue.input}" is not a handle; write it as the code host does, such as "@example/ai-platform", in quotes.`,
							})
							.optional()
							.describe(
								'Name of the team at the code host, such as "@example/ai-platform". It reviews what the team owns.',
							),
					}),
				)
				.min(1),
			'id',
			'Give each team a different id.',
		).describe('Teams that own entries.'),
	})
	.refine(({ council, meetings: meets }) => !meets || meets.quorum <= council.seats.length, {
		error: 'is more than the number of seats. Lower the quorum, or add seats.',
		path: ['meetings', 'quorum'],
	});
export type Organisation = z.output<typeof organisationSchema>;
export type Meeting = z.output<typeof meeting>;

export const organisation = defineCollection({
	file: 'content/organisation.yaml',
	format: 'yaml',
	schema: organisationSchema,
	singular: 'organisation',
	plural: 'organisation',
	about: 'Your organisation: what you edit when you adopt the catalogue.',
	pages: false,
	standalone: true,
	defines: { teams: (data) => data.teams.map((team) => team.id) },
});
