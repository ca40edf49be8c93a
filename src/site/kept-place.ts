/** Where the notes of a site stand, for the build and for the question whether one is needed. */
import { join } from 'node:path';
import type { Address } from '#catalogue/model/address.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import type { Notice } from '#catalogue/read/cache.ts';
import { contentRoot } from './catalogue.ts';
import type { KeptOptions } from './kept-site.ts';
import { siteVersion } from './version.ts';

/** Each is kept by who makes it; together they are the whole site. */
export const keptParts = ['pages', 'files', 'rest'] as const;
export type KeptPart = (typeof keptParts)[number];

export interface KeptPlace {
	/** Folder of the site that is being built. */
	site: string;
	/** Folder that it gets in the end; undefined where that is the same. */
	target: string | undefined;
	/** Folder of the site before, where it may be built upon. */
	before: string | undefined;
	/** Folder for what is kept between builds. */
	folder: string | undefined;
	version: string;
	notice: Notice;
}

export function keptAt(place: KeptPlace, part: KeptPart, catalogue: Catalogue): KeptOptions {
	const { site, target, before, folder, version, notice } = place;
	const file = folder && fileOf(part, target ?? site, folder);
	return { catalogue, site, before, file, version, notice };
}

/** The file with the notes of a part of the site in a folder. */
export const fileOf = (part: KeptPart, site: string, folder: string) =>
	join(folder, `${part}-${digestOf(site).slice(0, 16)}.json`);

/** The version of code and settings for a site at this address. */
export const versionAt = ({ base = '', site = '' }: Partial<Address>) =>
	siteVersion(process.cwd(), [base.replace(/\/$/, ''), site && new URL(site).href, contentRoot()]);
