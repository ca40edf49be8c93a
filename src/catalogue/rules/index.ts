/** The rules, in the order they run. A new rule is one file and one line here. */

import type { Rule } from '../model/rule.ts';
import { agentBounds } from './agent-bounds.ts';
import { approvalComplete } from './approval-complete.ts';
import { approvalSound } from './approval-sound.ts';
import { approvedParts } from './approved-parts.ts';
import { enforcedAtExists } from './architecture.ts';
import { askedPage } from './asked-page.ts';
import { baselineTarget } from './baseline-target.ts';
import { betterWords } from './better-words.ts';
import { bodySections } from './body-sections.ts';
import { brandSound } from './brand-sound.ts';
import { casesPresent } from './cases-present.ts';
import { connectorAccess } from './connector-access.ts';
import { connectorAuth } from './connector-auth.ts';
import { controlFile } from './control-file.ts';
import { controlsProven } from './controls-proven.ts';
import { councilApproved } from './council-approved.ts';
import { countriesAgree } from './countries-agree.ts';
import { countsAgree } from './counts-agree.ts';
import { currencyNamed } from './currency-named.ts';
import { dataCeiling } from './data-ceiling.ts';
import { deprecatedUse } from './deprecated-use.ts';
import { derivesFromPattern } from './derives-from-pattern.ts';
import { effortStated } from './effort-stated.ts';
import { evaluationPower } from './evaluation-power.ts';
import { evaluationScope } from './evaluation-scope.ts';
import { exampleData } from './example-data.ts';
import { fiveDimensions } from './five-dimensions.ts';
import { foreignMarksRule } from './foreign-marks.ts';
import { fragments } from './fragments.ts';
import { frameworkEdition } from './framework-edition.ts';
import { glossaryLinks, glossaryUsed } from './glossary-sound.ts';
import { guidePlaces } from './guide-places.ts';
import { highTierTrio } from './high-tier-trio.ts';
import { idsInText } from './ids-in-text.ts';
import { imageAlt } from './image-alt.ts';
import { incidentComplete } from './incident-complete.ts';
import { linkText } from './link-text.ts';
import { listedOnce } from './listed-once.ts';
import { logRetention } from './log-retention.ts';
import { modelNotFor } from './model-not-for.ts';
import { modelRetirement } from './model-retirement.ts';
import { noSecret } from './no-secret.ts';
import { orphan } from './orphan.ts';
import { outcomeMeasured } from './outcome-measured.ts';
import { personDecision } from './person-decision.ts';
import { pictures } from './pictures.ts';
import { plainLanguage } from './plain-language.ts';
import { possibleDates } from './possible-dates.ts';
import { possibleNumbers } from './possible-numbers.ts';
import { promptEvaluated } from './prompt-evaluated.ts';
import { promptHygiene } from './prompt-hygiene.ts';
import { promptVariables } from './prompt-variables.ts';
import { prosePresent } from './prose-present.ts';
import { recordsKept } from './records-kept.ts';
import { referencesRule } from './references.ts';
import { releasedUnchanged } from './released-unchanged.ts';
import { repeatedText } from './repeated-text.ts';
import { reviewDueRule } from './review-due.ts';
import { riskCovered } from './risk-covered.ts';
import { rosterSound } from './roster-sound.ts';
import { sensitiveTelemetry } from './sensitive-telemetry.ts';
import { separation } from './separation.ts';
import { skilling } from './skilling.ts';
import { starterFiles } from './starter-files.ts';
import { supplierConcentration } from './supplier-concentration.ts';
import { targetsAgree } from './targets-agree.ts';
import { telemetryMinimum } from './telemetry-minimum.ts';
import { tierConsistent } from './tier-consistent.ts';
import { tierControls } from './tier-controls.ts';
import { toFill } from './to-fill.ts';
import { untrustedAgrees } from './untrusted-agrees.ts';
import { useCaseControls } from './use-case-controls.ts';
import { useCaseGates } from './use-case-gates.ts';
import { useCaseLife } from './use-case-life.ts';
import { versionsAndChanges } from './versions-and-changes.ts';
import { waiverValid } from './waiver-valid.ts';
import { withdrawnId } from './withdrawn-id.ts';
import { withdrawnReference } from './withdrawn-reference.ts';

export const rules: readonly Rule[] = [
	referencesRule,
	withdrawnReference,
	listedOnce,
	noSecret,
	starterFiles,
	tierConsistent,
	tierControls,
	controlsProven,
	highTierTrio,
	personDecision,
	riskCovered,
	enforcedAtExists,
	dataCeiling,
	connectorAccess,
	connectorAuth,
	countriesAgree,
	agentBounds,
	fiveDimensions,
	baselineTarget,
	evaluationScope,
	evaluationPower,
	effortStated,
	promptEvaluated,
	telemetryMinimum,
	sensitiveTelemetry,
	logRetention,
	separation,
	skilling,
	reviewDueRule,
	modelRetirement,
	supplierConcentration,
	frameworkEdition,
	derivesFromPattern,
	useCaseGates,
	useCaseControls,
	useCaseLife,
	incidentComplete,
	recordsKept,
	exampleData,
	waiverValid(() => rules),
	promptVariables,
	promptHygiene,
	foreignMarksRule,
	casesPresent,
	versionsAndChanges,
	withdrawnId,
	deprecatedUse,
	releasedUnchanged,
	approvalSound,
	rosterSound,
	brandSound,
	councilApproved,
	approvedParts,
	approvalComplete,
	bodySections,
	guidePlaces,
	glossaryLinks,
	askedPage,
	glossaryUsed,
	fragments,
	linkText,
	imageAlt,
	pictures,
	plainLanguage,
	betterWords,
	orphan,
	toFill,
	possibleDates,
	possibleNumbers,
	currencyNamed,
	prosePresent,
	repeatedText,
	controlFile,
	countsAgree,
	idsInText,
	untrustedAgrees,
	modelNotFor,
	targetsAgree,
	outcomeMeasured,
];
