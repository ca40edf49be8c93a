/** A use case stands on a pattern that may be used, within what was approved there. */
import { dataClass, personalData } from '#schemas/vocabularies.ts';
import { contentDigest } from '../judge/approval/content-digest.ts';
import { atLeast, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { MAKE_EXAMPLE } from './example-data.ts';

export const derivesFromPattern: Rule = {
	id: 'derives-from-pattern',
	phase: 'policy',
	severity: 'error',
	summary:
		'A use case names an approved pattern and stays within its tier, its data and its connectors.',
	why: 'Only the pattern was approved. If a use takes more data, another system or a lower tier, nobody has approved that.',
	source: 'Domain rule 21, project brief, question 6',
	example: { in: 'use-cases', fails: 'data: confidential', passes: 'data: internal' },
	*check(catalogue) {
		const { 'use-cases': useCases, patterns, policy } = catalogue;
		for (const entry of useCases.values()) {
			const pattern = patterns.get(entry.data.pattern);
			if (!pattern) continue;
			yield* standing(entry, pattern);
			yield* builtOn(entry, pattern, catalogue);
			const tier = tierOf(pattern.data, policy);
			if (!atLeast(entry.data.tier, tier)) {
				const message = `the tier is ${entry.data.tier}; the pattern "${pattern.id}" is ${tier}.`;
				yield { entry, path: ['tier'], message, fix: `Write tier: ${tier}, or a stricter one.` };
			}
			yield* withinData(entry, pattern);
			yield* withinConnectors(entry, pattern);
		}
	},
};

/** Whether the status of the pattern lets this use go on. */
function* standing(
	entry: Entry<'use-cases'>,
	{ id, data: pattern }: Entry<'patterns'>,
): Generator<Problem> {
	const { liveSince, stage, status } = entry.data;
	const path = ['pattern'];
	const move = pattern.successor ? ` Its successor is "${pattern.successor}".` : '';
	if (pattern.status === 'approved' || status === 'withdrawn') return;
	if (pattern.status === 'proposed' && stage === 'pilot' && !liveSince) return;
	// What is live may go on for a while; the rule deprecated-use counts its days.
	if (pattern.status === 'deprecated' && liveSince) return;
	const message = `the pattern "${id}" is ${pattern.status}.`;
	const fix = entry.data.example
		? MAKE_EXAMPLE
		: pattern.status === 'proposed'
			? 'Stay in the sandbox: stage pilot and no `liveSince`, until it is approved.'
			: `Use an approved pattern.${move}`;
	// A pattern of the example that is edited loses its invented signatures: the edit is not wrong.
	const isStale = entry.data.example && pattern.status === 'proposed';
	yield { entry, path, message, fix, ...(isStale && { severity: 'warning' as const }) };
}

/** The exact version and texts that run here are ones that the pattern has, or had. */
function* builtOn(
	entry: Entry<'use-cases'>,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): Generator<Problem> {
	const { builtOn: taken, prompts, model } = entry.data;
	const versions = pattern.data.changes.map(({ version }) => version);
	if (!versions.includes(taken.version)) {
		const message = `the pattern "${pattern.id}" has no version ${taken.version}.`;
		yield {
			entry,
			path: ['builtOn', 'version'],
			message,
			fix: `Versions: ${versions.join(', ')}.`,
		};
	} else if (
		pattern.data.status === 'approved' &&
		taken.version === pattern.data.version &&
		taken.digest !== contentDigest(pattern, catalogue)
	) {
		const message = `version ${taken.version} of "${pattern.id}" differs from what this use was built on.`;
		const fix = 'Copy the pattern again, or give the changed pattern a new version.';
		yield { entry, path: ['builtOn', 'digest'], message, fix, severity: 'warning' };
	}
	for (const [index, { prompt, version, digest }] of prompts.entries()) {
		const path = ['prompts', index];
		if (!pattern.data.prompts.includes(prompt)) {
			const message = `"${prompt}" is not a prompt of the pattern "${pattern.id}".`;
			const fix = `Its prompts are: ${pattern.data.prompts.join(', ')}.`;
			yield { entry, path: [...path, 'prompt'], message, fix };
			continue;
		}
		const text = promptText(prompt, version, catalogue);
		if (!text) {
			if (!catalogue.prompts.has(prompt)) continue;
			const message = `the prompt "${prompt}" has no version ${version}.`;
			yield { entry, path: [...path, 'version'], message, fix: 'Copy the version from its page.' };
		} else if (pattern.data.status === 'approved' && fileDigest(text) !== digest) {
			const message = `the text of "${prompt}" that runs here differs from version ${version}.`;
			const fix = 'Run the text of the catalogue, or have the change approved and released.';
			yield { entry, path: [...path, 'digest'], message, fix };
		}
	}
	if (pattern.data.models.includes(model.model)) return;
	const message = `the model "${model.model}" is not a model that the pattern "${pattern.id}" can run on.`;
	const fix = `It can run on: ${pattern.data.models.join(', ')}.`;
	yield { entry, path: ['model', 'model'], message, fix };
}

function promptText(
	id: string,
	version: string,
	{ prompts, releases }: Catalogue,
): string | undefined {
	const prompt = prompts.get(id);
	return prompt?.data.version === version
		? prompt.source
		: releases.get(`${id}@${version}`)?.source;
}

const NOT_APPROVED_FIX = 'Leave that data out, or have the pattern approved for it first.';

/** No data beyond what the pattern is approved for, and no source beyond what the use declares. */
function* withinData(entry: Entry<'use-cases'>, pattern: Entry<'patterns'>): Generator<Problem> {
	const { data, personalData: personal } = pattern.data.exposure;
	const own = entry.data;
	if (dataClass.rank(own.data) > dataClass.rank(data)) {
		const message = `${own.data} data is used; the pattern "${pattern.id}" is approved up to ${data}.`;
		yield { entry, path: ['data'], message, fix: NOT_APPROVED_FIX };
	}
	if (personalData.rank(own.personalData) > personalData.rank(personal)) {
		const message = `personal data is "${own.personalData}"; the pattern "${pattern.id}" is approved for "${personal}".`;
		yield { entry, path: ['personalData'], message, fix: NOT_APPROVED_FIX };
	}
	for (const [index, source] of own.sources.entries()) {
		const path = ['sources', index];
		if (dataClass.rank(source.data) > dataClass.rank(own.data)) {
			const message = `"${source.system}" contains ${source.data} data, but the use declares ${own.data}.`;
			yield { entry, path: [...path, 'data'], message, fix: `Write data: ${source.data}.` };
		}
		if (personalData.rank(source.personalData) > personalData.rank(own.personalData)) {
			const message = `"${source.system}" contains personal data of the kind "${source.personalData}", but the use declares "${own.personalData}".`;
			const fix = `Write personalData: ${source.personalData}.`;
			yield { entry, path: [...path, 'personalData'], message, fix };
		}
	}
}

function* withinConnectors(
	entry: Entry<'use-cases'>,
	pattern: Entry<'patterns'>,
): Generator<Problem> {
	const listed = new Map(pattern.data.connectors.map((use) => [use.connector, use]));
	for (const [index, { connector, data }] of entry.data.connectors.entries()) {
		const path = ['connectors', index];
		const allowed = listed.get(connector);
		if (!allowed) {
			const message = `"${connector}" is not a connector of the pattern "${pattern.id}".`;
			const fix = `It uses: ${[...listed.keys()].join(', ')}. Have the pattern changed first.`;
			yield { entry, path: [...path, 'connector'], message, fix };
		} else if (dataClass.rank(data) > dataClass.rank(allowed.data)) {
			const message = `${data} data goes through "${connector}", but the pattern allows ${allowed.data}.`;
			yield { entry, path: [...path, 'data'], message, fix: NOT_APPROVED_FIX };
		}
	}
}
