/** Files of a starter that the catalogue already says: lock, contract, pins, runbook, training. */

import { stringify } from 'yaml';
import { severity } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { titleById } from '../../model/title.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	type Inline,
	list,
	type Maybe,
	md,
	table,
} from '../../print/markdown/write.ts';

type Pattern = Entry<'patterns'>;

const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

/** Which prompt texts may run: the versions of this catalogue, with the digest of each file. */
export function lockJson({ id, data }: Pattern, catalogue: Catalogue): string {
	const prompts = data.prompts.flatMap((name) => {
		const prompt = catalogue.prompts.get(name);
		if (!prompt) return [];
		return [[name, { version: prompt.data.version, digest: fileDigest(prompt.source) }] as const];
	});
	return json({
		about:
			'The prompt versions in use. To roll back, set an earlier version here. npm run ci -- lock writes this file.',
		pattern: id,
		version: data.version,
		prompts: Object.fromEntries(prompts),
	});
}

/** The field names of the common contract and of the pattern. */
export function contractJson({ data }: Pattern, { policy }: Catalogue): string {
	const common = policy.telemetry.signals.flatMap(({ subject, fields, sensitive, keepDays }) =>
		fields.map((field) => ({ field, subject, sensitive, keepDays })),
	);
	const own = data.telemetry.map(({ field, sensitive, keepDays }) => ({
		field,
		sensitive,
		keepDays,
	}));
	return json({
		about: 'The fields that may be sent. They come from the catalogue; propose a new one there.',
		fields: [...common, ...own],
	});
}

/** The aliases the pattern may run on, each with the version it was tested with. */
export function modelYaml({ data }: Pattern, catalogue: Catalogue): string {
	const models = data.models.flatMap((alias) => {
		const model = catalogue.models.get(alias);
		return model ? [{ alias, pinned: model.data.pinnedVersion }] : [];
	});
	const about =
		'# Aliases of the gateway this pattern may run on, preferred first, and the version of each that\n' +
		'# was tested. A new version needs the full evaluation. Check the confidence limits again.\n';
	return about + stringify({ models });
}

/** The incident playbook, from the typed facts of the pattern. */
export function incidentPage({ data }: Pattern, catalogue: Catalogue): string {
	const { incident } = data;
	const team = catalogue.organisation.teams.find(({ id }) => id === incident.contact);
	return fileOf(
		heading(1, `Incident: ${data.title}`),
		incident.summary,
		heading(2, 'The one switch'),
		incident.switchOff,
		incident.command && fenced(incident.command),
		md`In this starter the setting is ${code('policy/switch.yaml')}; it is read again before each item, each call to the model and each write. If it cannot be read, it counts as off.`,
		heading(2, 'Who to call first'),
		team ? `${team.name}: ${team.contact}` : incident.contact,
		`It is severe when: ${incident.severeWhen}`,
		heading(2, 'What triggers it'),
		table(
			['Sign', 'Severity', 'First step', 'Who'],
			incident.triggers.map(({ when, severity: level, first, who }) => [
				when,
				severity.label(level),
				first,
				who,
			]),
		),
		heading(2, 'Going back one version'),
		incident.rollback,
		md`${code('catalogue.lock.json')} names the version of each prompt that runs. Earlier versions, if there are any, are under ${code('prompts/released/')}.`,
		heading(2, 'Rehearsal'),
		'In a test environment, set the switch to off and send an item. Check in the audit log that nothing went to a model, and that everything else happened as the first line of this page says. Note how long it took, and keep the note as evidence.',
		table(['Day', 'Who', 'Minutes until off', 'What was learnt'], [['']]),
	);
}

/** Who must learn what before go-live, as a list to tick. */
export function launchKit({ data }: Pattern, catalogue: Catalogue): string {
	const people = data.people.flatMap(({ role, change, practises, judges, doneWhen }) => [
		heading(2, titleById('roles', role, catalogue)),
		list([
			`What changes: ${change}`,
			`Practises on live work: ${practises}`,
			`Learns to judge: ${judges}`,
			md`[ ] Done when: ${doneWhen}`,
		]),
	]);
	return fileOf(
		heading(1, `Launch kit: ${data.title}`),
		md`Training is part of the release and uses live work. Tick a role when everyone in it has finished. The learning system keeps the record, and ${code('training/record.yaml')} is the export that the code reads.`,
		...people,
	);
}

/** A file of Markdown: blocks with an empty line between them. */
export const fileOf = (...parts: Maybe<Inline>[]): string => `${blocks(...parts).markdown}\n`;
