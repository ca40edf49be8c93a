/** Makes the catalogue that of the reader: takes the example out and asks for the names of the house. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { readFiles, type SourceFile } from '#catalogue/read/files.ts';
import { CODEOWNERS_FILES } from '#catalogue/report/codeowners.ts';
import { type Adopted, type Adoption, adopted, emptied } from '#catalogue/scaffold/adopt.ts';
import { countOf } from '#catalogue/words/count.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { type Member, organisationSchema } from '#schemas/organisation.ts';
import { type CouncilSeat, councilSeat } from '#schemas/vocabularies.ts';
import { fitting, oneOf } from '../arguments.ts';
import { uncommitted } from '../git.ts';
import { ask as askGit } from '../git-process.ts';
import { type Command, defineCommand, type Io, UsageError } from '../run.ts';
import { type Ask, isGivenUp, terminal } from '../scaffold/ask.ts';
import { requireCatalogue } from '../validate/check.ts';
import { type FileChange, writeAll } from '../write-files.ts';

const several = { type: 'string', multiple: true, default: [] as string[] } as const;
const OPTIONS = {
	name: { type: 'string' },
	catalogue: { type: 'string' },
	url: { type: 'string' },
	repository: { type: 'string' },
	branch: { type: 'string' },
	contact: { type: 'string' },
	team: several,
	seat: several,
	member: several,
	'without-patterns': { type: 'boolean', default: false },
	'dry-run': { type: 'boolean', default: false },
} as const;

type WhoAnswers = () => Promise<Ask | undefined>;

/** The command, with who answers its questions. */
export const adoptWith = (whoAnswers: WhoAnswers): Command =>
	defineCommand({
		name: 'adopt',
		writes: true,
		summary: 'Make the catalogue yours: remove the example data and enter your own names.',
		usage: [
			'npm run catalogue -- adopt [flags]',
			'  --name NAME          name of your organisation',
			'  --url ADDRESS        where you will serve the site: https://host.example/ai/',
			'  --repository ADDRESS address of your repository',
			'  --branch NAME        branch that you publish; the current one by default',
			'  --contact TEXT       where questions go: a channel or an address',
			'  --catalogue NAME     name of the catalogue, shown in the header',
			'  --team "ID=NAME, CONTACT"   name and contact of a team. You can give it several times',
			'  --seat SEAT=TEAM     team that fills a seat of the council',
			'  --member "SEAT=NAME <EMAIL> KEY"   member of a seat; KEY is a .pub file or its line',
			'  --without-patterns   also remove every pattern',
			'  --dry-run            show what would change, and change nothing',
			'In a terminal, it asks for anything you leave out. It checks the result before it writes.',
			'Exit codes: 0 done; 1 the result would have errors, so nothing is written; 2 wrong use;',
			'130 stopped with Ctrl-C.',
		],
		async run(args, io) {
			try {
				return await start(args, io, whoAnswers);
			} catch (error) {
				if (!isGivenUp(error)) throw error;
				io.error('You left before the end. Nothing was written.');
				return 130;
			}
		},
	});

export const adopt = adoptWith(terminal);

async function start(args: readonly string[], io: Io, whoAnswers: WhoAnswers): Promise<number> {
	const { values } = parseArgs({ args: [...args], options: OPTIONS });
	requireCatalogue(io.cwd);
	const files = readFiles(io.cwd);
	const { catalogue } = await checkFiles(files, { rules: [] });
	const today = catalogue.today;
	const given: Adoption = {
		name: fits('--name', values.name, organisationSchema.shape.name),
		catalogue: fits('--catalogue', values.catalogue, organisationSchema.shape.catalogue),
		url: fits('--url', values.url, organisationSchema.shape.site.shape.url),
		repository: fits(
			'--repository',
			values.repository,
			organisationSchema.shape.repository.shape.url,
		),
		branch: fits('--branch', values.branch, organisationSchema.shape.repository.shape.branch),
		contact: fits('--contact', values.contact, organisationSchema.shape.contact),
		teams: new Map(values.team.map((text) => teamFrom(text, catalogue))),
		seats: new Map(values.seat.map((text) => seatFrom(text, catalogue))),
		members: values.member.map((text) => memberFrom(text, today, io.cwd)),
		withoutPatterns: values['without-patterns'],
	};
	const person = catalogue.organisation.example ? await whoAnswers() : undefined;
	const adoption = person ? await completed(given, catalogue, person) : given;
	if (catalogue.organisation.example) requireNames(adoption);
	if (!values['dry-run']) await requireClean(io.cwd);
	return carryOut(files, adoption, values['dry-run'], io);
}

type Field = Parameters<typeof fitting>[2];

const fits = (flag: string, value: string | undefined, field: Field): string | undefined =>
	value === undefined ? undefined : fitting(flag, value, field);

function teamFrom(text: string, catalogue: Catalogue) {
	const [, id = '', name = '', contact] = /^([^=]+)=([^,]+)(?:,\s*(.+))?$/.exec(text) ?? [];
	if (name === '') throw new UsageError(`--team "${text}" has no name.`, 'Write ID=NAME, CONTACT.');
	const shape = organisationSchema.shape.teams.element.shape;
	return [
		requireTeam(id.trim(), catalogue),
		{
			name: fitting('--team', name.trim(), shape.name),
			contact: fits('--team', contact?.trim(), shape.contact),
		},
	] as const;
}

function requireTeam(id: string, { organisation }: Catalogue): string {
	const ids = organisation.teams.map((team) => team.id);
	if (ids.includes(id)) return id;
	throw new UsageError(
		`There is no team "${id}".`,
		didYouMean(id, ids, `Teams: ${ids.join(', ')}. Add others to content/organisation.yaml.`),
	);
}

function seatFrom(text: string, catalogue: Catalogue): readonly [CouncilSeat, string] {
	const [seat = '', team = ''] = text.split('=').map((part) => part.trim());
	return [oneOf('--seat', seat, councilSeat.values), requireTeam(team, catalogue)];
}

function memberFrom(text: string, today: string, cwd: string) {
	const [, seat = '', name = '', email = '', rest = ''] =
		/^([^=]+)=([^<]+)<([^>]+)>\s*(.+)$/.exec(text) ?? [];
	if (rest === '') {
		throw new UsageError(
			`--member "${text}" is not complete.`,
			'Write "SEAT=NAME <EMAIL> KEY"; KEY is a .pub file or its line.',
		);
	}
	const member: Member = {
		name: name.trim(),
		email: email.trim(),
		keys: [{ key: keyLine(rest.trim(), cwd), from: today }],
	};
	return { seat: oneOf('--member', seat.trim(), councilSeat.values), member };
}

/** A key as its line, or the line in the file that is named. */
function keyLine(text: string, cwd: string): string {
	if (/^(?:ssh|ecdsa|sk)-/.test(text)) return text;
	const path = text.startsWith('~/') ? join(homedir(), text.slice(2)) : join(cwd, text);
	const file = text.startsWith('/') ? text : path;
	if (!existsSync(file)) {
		throw new UsageError(
			`There is no file "${text}".`,
			'Give the path of the .pub file of the member.',
		);
	}
	return readFileSync(file, 'utf8').trim();
}

/** Asks for what was not given; Enter keeps what is there. */
async function completed(given: Adoption, catalogue: Catalogue, ask: Ask): Promise<Adoption> {
	const { shape } = organisationSchema;
	const text = (message: string, field: Field, now?: string) =>
		ask.text({
			message,
			default: now,
			check: (value) => {
				const { error } = field.safeParse(value, { reportInput: true });
				return error?.issues[0] && `"${value}" ${error.issues[0].message}`;
			},
		});
	const { organisation } = catalogue;
	const name = given.name ?? (await text('Name of your organisation', shape.name));
	const url = given.url ?? (await text('Address of the site, with its path', shape.site.shape.url));
	const repository =
		given.repository ?? (await text('Address of your repository', shape.repository.shape.url));
	const contact =
		given.contact ?? (await text('Where questions go', shape.contact, organisation.contact));
	const teams = new Map(given.teams);
	const rename = await ask.confirm({
		message: `Change the names of the ${countOf(organisation.teams.length, 'team')} now?`,
		default: false,
	});
	const team = shape.teams.element.shape;
	for (const one of rename ? organisation.teams : []) {
		if (teams.has(one.id)) continue;
		teams.set(one.id, {
			name: await text(`Name of ${one.id}`, team.name, one.name),
			contact: await text(`Contact of ${one.id}`, team.contact, one.contact),
		});
	}
	const seats = new Map(given.seats);
	for (const { seat, team: now } of organisation.council.seats) {
		if (seats.has(seat)) continue;
		const choices = organisation.teams.map(({ id, name: label }) => ({
			value: id,
			label: teams.get(id)?.name ?? label,
		}));
		const message = `Team that fills the seat ${councilSeat.label(seat)}`;
		seats.set(seat, await ask.choose({ message, default: now, choices }));
	}
	const withoutPatterns =
		given.withoutPatterns ||
		(await ask.confirm({
			message: 'Remove the patterns as well? They are samples to change or keep',
			default: false,
		}));
	return { ...given, name, url, repository, contact, teams, seats, withoutPatterns };
}

function requireNames({ name, url, repository }: Adoption): void {
	const missing = Object.entries({ '--name': name, '--url': url, '--repository': repository })
		.filter(([, value]) => value === undefined)
		.map(([flag]) => flag);
	if (missing.length === 0) return;
	throw new UsageError(
		`Missing: ${missing.join(', ')}.`,
		'npm run catalogue -- adopt --help shows the flags. In a terminal, it asks for them.',
	);
}

/** Files are removed, so what is not committed would be lost. */
async function requireClean(cwd: string): Promise<void> {
	if ((await askGit(cwd, ['rev-parse', '--git-dir'])).code !== 0) return;
	const open = await uncommitted(cwd, ['content', 'patterns']);
	if (open.length === 0) return;
	throw new UsageError(
		`You have ${countOf(open.length, 'file')} that you have not committed, such as ${open[0]}.`,
		'Commit them first. adopt removes files, and git can then restore them.',
	);
}

/** Checks the result in memory, and writes it only if it is sound. */
async function carryOut(
	files: readonly SourceFile[],
	adoption: Adoption,
	dry: boolean,
	io: Io,
): Promise<number> {
	const next = adopted(files, adoption);
	const { findings } = await checkFiles(filesAfter(files, next));
	const errors = findings.filter(({ severity }) => severity === 'error');
	for (const finding of errors) io.out(formatFinding(finding));
	if (errors.length > 0) {
		io.error('Nothing was written: the catalogue would have errors.');
		io.error('    Correct the flags, or the entries above, and run it again.');
		return 1;
	}
	// The reviewers of the example are nobody's; the command codeowners writes those of the house.
	const owners = CODEOWNERS_FILES.filter((path) => existsSync(join(io.cwd, path)));
	const changes: FileChange[] = [
		...next.write,
		...emptied(next.remove, files).map((path): FileChange => ({ path, remove: true })),
		...owners
			.filter((path) => readFileSync(join(io.cwd, path), 'utf8').includes('@example/'))
			.map((path): FileChange => ({ path, remove: true })),
	];
	if (changes.length === 0) {
		io.out('There is no example data left. Nothing changed.');
		return 0;
	}
	const words = `${countOf(next.remove.length, 'file')} removed, ${next.write.length} changed.`;
	if (dry) {
		for (const change of changes)
			io.out(`${'remove' in change ? 'remove' : 'write'} ${change.path}`);
		io.out(`It would be: ${words} To do it, leave out --dry-run.`);
		return 0;
	}
	writeAll(io.cwd, changes, { overwrite: true });
	io.out(`The catalogue now belongs to ${adoption.name ?? 'your organisation'}: ${words}`);
	for (const line of NEXT) io.out(line);
	return 0;
}

const NEXT = [
	'Next:',
	'  1. Read content/organisation.yaml: contacts of the teams, their handles at the code host, and',
	'     the members of each seat with their keys.',
	'  2. Write the file that names reviewers: npm run catalogue -- codeowners',
	'  3. Ask your council to read content/policy.yaml.',
	'  4. npm run validate, npm run build, and commit.',
	'  5. npm start: the review queue lists what your council does first.',
];

function filesAfter(files: readonly SourceFile[], { write, remove }: Adopted): SourceFile[] {
	const gone = new Set([...remove, ...write.map(({ path }) => path)]);
	return [...files.filter(({ path }) => !gone.has(path)), ...write];
}
