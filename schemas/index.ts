/** The one list of collections. Validation, pages, search, JSON and the field reference follow it. */
import type { z } from 'zod';
import { approvals } from './approvals.ts';
import { cases } from './cases.ts';
import { connectors } from './connector.ts';
import { controls } from './control.ts';
import { frameworks } from './framework.ts';
import { glossary } from './glossary.ts';
import { guides } from './guide.ts';
import { incidents } from './incident.ts';
import { metrics } from './metric.ts';
import { models } from './model.ts';
import { organisation } from './organisation.ts';
import { outcomes } from './outcome.ts';
import { patterns } from './pattern.ts';
import { policy } from './policy.ts';
import { prompts } from './prompt.ts';
import { records } from './record.ts';
import { registers } from './register.ts';
import { releases } from './release.ts';
import { risks } from './risk.ts';
import { roles } from './role.ts';
import { synonyms } from './synonyms.ts';
import { useCases } from './use-case.ts';
import { withdrawn } from './withdrawn.ts';
import { wording } from './wording.ts';

export const collections = {
	patterns,
	registers,
	prompts,
	cases,
	controls,
	risks,
	metrics,
	connectors,
	models,
	roles,
	guides,
	frameworks,
	'use-cases': useCases,
	outcomes,
	incidents,
	records,
	approvals,
	releases,
	withdrawn,
	policy,
	organisation,
	glossary,
	synonyms,
	wording,
};

export type CollectionName = keyof typeof collections;
export type DataOf<Name extends CollectionName> = z.output<(typeof collections)[Name]['schema']>;

/** Names of all collections, in the order of the registry. */
// Object.keys loses the literal types that the registry has.
export const collectionNames = Object.keys(collections) as CollectionName[];

/** Those whose entries have a page each: what is listed, searched and served by name. */
export const pagedCollections: readonly CollectionName[] = collectionNames.filter(
	(name) => collections[name].pages,
);

/** The schema of the file of an entry, without what a file beside it holds. */
export const writtenSchema = (name: CollectionName): z.ZodType =>
	collections[name].written ?? collections[name].schema;
