/** The rules, in the order they run. A new rule is one file and one line here. */
import { enforcedAtExists } from './architecture.ts';
import { bodySections } from './body-sections.ts';
import { casesPresent } from './cases-present.ts';
import { connectorAccess } from './connector-access.ts';
import { dataCeiling } from './data-ceiling.ts';
import type { Rule } from './engine.ts';
import { fiveDimensions } from './five-dimensions.ts';
import { orphan } from './orphan.ts';
import { promptVariables } from './prompt-variables.ts';
import { referencesRule } from './references.ts';
import { riskCovered } from './risk-covered.ts';
import { tierConsistent } from './tier-consistent.ts';
import { tierControls } from './tier-controls.ts';
import { versionsAndChanges } from './versions-and-changes.ts';

export const rules: readonly Rule[] = [
	referencesRule,
	tierConsistent,
	tierControls,
	riskCovered,
	enforcedAtExists,
	dataCeiling,
	connectorAccess,
	fiveDimensions,
	promptVariables,
	casesPresent,
	versionsAndChanges,
	bodySections,
	orphan,
];
