/** The options of the two commands: where the catalogue is, how long to wait, how to answer. */
import { parseArgs } from 'node:util';
import { SetupError } from '../refusal.ts';
import type { Manifest } from './manifest.ts';

export interface Options {
	/** Replaces the address in catalogue.json, for a mirror. */
	site: string | undefined;
	timeoutSeconds: number;
	json: boolean;
	/** Take a version that requires the team to act. */
	breaking: boolean;
}

/** The option that only one of the two commands has. */
const OWN = { check: 'json', update: 'breaking' } as const;
type Command = keyof typeof OWN;

/** Reads the arguments. @throws SetupError for an argument that the command does not know */
export function readOptions(args: readonly string[], command: Command): Options {
	const values = parse(args, command);
	const { site, json, breaking } = values;
	const timeoutSeconds = Number(values.timeout);
	if (!(timeoutSeconds > 0 && timeoutSeconds <= 300)) {
		throw new SetupError(`--timeout is "${values.timeout}".`, 'Enter seconds, from 1 to 300.');
	}
	const other = command === 'check' ? 'update' : 'check';
	if (values[OWN[other]]) {
		throw new SetupError(`--${OWN[other]} is for catalogue:${other}.`, knownTo(command));
	}
	return { site, timeoutSeconds, json, breaking };
}

const knownTo = (command: Command) =>
	`catalogue:${command} accepts --site URL, --timeout SECONDS and --${OWN[command]}.`;

function parse(args: readonly string[], command: Command) {
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
		return values;
	} catch (error) {
		const said = error instanceof Error ? error.message.split(/\.\s/)[0] : String(error);
		throw new SetupError(`${said?.replace(/\.$/, '')}.`, knownTo(command));
	}
}

/** The site to ask: the one in the options, otherwise the one the copy came from. */
export const siteOf = ({ site }: Options, manifest: Manifest): string => site ?? manifest.site;
