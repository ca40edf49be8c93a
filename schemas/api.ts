/**
 * The documents under /api/v1/, each typed once: what writes them must satisfy these schemas, what
 * reads them parses with the same, and the site serves them as JSON Schemas.
 *
 * A reader of one version may meet a site of a later one, so a document may hold more than is said
 * here. Only a field that changes its meaning, or goes away, raises the version.
 */
import type { z } from 'zod';
import {
	changesDocument,
	entryDocument,
	indexDocument,
	listDocument,
	patternDocument,
	policyDocument,
	promptDocument,
	withdrawnDocument,
} from './api/catalogue.ts';
import { copyDocument } from './api/copy.ts';
import { coverageDocument, coverageMapDocument } from './api/coverage.ts';
import { evaluationDocument, evidenceDocument, packsDocument } from './api/evidence.ts';
import { glossaryDocument } from './api/glossary.ts';
import { maturityDocument } from './api/maturity.ts';
import { portfolioDocument } from './api/portfolio.ts';
import { queueDocument } from './api/queue.ts';

export * from './api/catalogue.ts';
export * from './api/copy.ts';
export * from './api/coverage.ts';
export * from './api/evidence.ts';
export { API_VERSION } from './api/form.ts';
export * from './api/glossary.ts';
export * from './api/maturity.ts';
export * from './api/portfolio.ts';
export * from './api/queue.ts';

/** Every kind of document, by the name of its JSON Schema. */
export const documents = {
	index: indexDocument,
	list: listDocument,
	entry: entryDocument,
	pattern: patternDocument,
	prompt: promptDocument,
	policy: policyDocument,
	withdrawn: withdrawnDocument,
	changes: changesDocument,
	copy: copyDocument,
	portfolio: portfolioDocument,
	queue: queueDocument,
	coverage: coverageDocument,
	'coverage-map': coverageMapDocument,
	maturity: maturityDocument,
	evaluation: evaluationDocument,
	evidence: evidenceDocument,
	packs: packsDocument,
	glossary: glossaryDocument,
} satisfies Record<string, z.ZodObject>;
export type DocumentName = keyof typeof documents;
export const documentNames = Object.keys(documents) as DocumentName[];
