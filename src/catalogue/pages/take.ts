/** The lines a team pastes to take a starter, each for the client it has. */

import type { SiteUrl } from '../model/address.ts';
import type { Archive } from '../model/artefacts.ts';
import type { Entry } from '../model/catalogue.ts';

type Pattern = Pick<Entry<'patterns'>, 'id'>;

/** Download and unpack in one line; it needs nothing but curl and tar. */
export const takeLine = ({ id }: Pattern, url: SiteUrl): string =>
	`curl -fsSL ${url(`/patterns/${id}/${id}-starter.tgz`)} | tar xz`;

/** What a team runs first in the folder of a starter. */
export const STARTER_COMMANDS = 'npm ci, npm test, npm start';

/** The same with the checksum looked at before anything is unpacked. */
export const checkedTakeLine = (
	{ path, name, digest }: Pick<Archive, 'path' | 'name' | 'digest'>,
	url: SiteUrl,
): string =>
	`curl -fsSLO ${url(`/${path}`)} && echo "${digest}  ${name}" | sha256sum -c && tar xzf ${name}`;

/** For a project that uses the shadcn client. */
export const shadcnLine = ({ id }: Pattern, url: SiteUrl): string =>
	`npx shadcn@latest add ${url(`/r/${id}.json`)}`;

/** For a coding agent. */
export const skillLine = ({ id }: Pattern, url: SiteUrl): string =>
	`npx skills add ${url('/')} --skill ${id}`;
