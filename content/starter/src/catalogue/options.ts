/** What the two commands are told: where the catalogue is, how long to wait, how to answer. */
import { parseArgs } from 'node:util';
import { SetupError } from '../refusal.ts';
import type { Manifest } from './manifest.ts';

export interface Options {
	/** Replaces the address in catalogue.json, for a mirror. */
	site: string | undefined;
	timeoutSeconds: number;
	json: boolean;
	/** Take a version that asks the team to act. */
	breaking: boolean;
}

/** Reads the arguments. @throws SetupError for one nobody knows */
export function readOptions(args: readonly string[]): Options {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				site: { type: 'string' },
				timeout: { type: 'string', default: '10' },
				json: { type: 'boolean', default: false },
				breaking: { type: 'boolean', default: false },
			},
		});
		const timeoutSeconds = Number(values.timeout);
		if (!(timeoutSeconds > 0 && timeoutSeconds <= 300)) {
			throw new SetupError(`--timeout is "${values.timeout}".`, 'Write seconds, from 1 to 300.');
		}
		const { site, json, breaking } = values;
		return { site, timeoutSeconds, json, breaking };
	} catch (error) {
		if (error instanceof SetupError) throw error;
		const said = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new SetupError(`${said}.`, 'Known: --site, --timeout, --json, --breaking.');
	}
}

/** The site asked: that of the options, else the one the copy came from. */
export const siteOf = ({ site }: Options, manifest: Manifest): string => site ?? manifest.site;
