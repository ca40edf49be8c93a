/** A new pattern from what its author answered: complete in form, marked where only they know. */
import { type Design, designSchema, type Pattern, patternSchema } from '#schemas/pattern.ts';
import type { councilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fill } from '../model/marker.ts';
import { risksOf, sketchControl, sketchRisk } from './assurance.ts';
import { boxesOf, placeFor, sketchArchitecture } from './drawing.ts';
import { marked, registerFile, sketchHead, sketchRegister } from './head.ts';
import { metricsFor, sketchEvaluation, sketchMetric } from './measures.ts';
import { patternBody } from './pattern-body.ts';
import { plain, type Say } from './plain.ts';
import { type NewFile, promptFiles } from './prompt.ts';
import { skeleton } from './skeleton.ts';
import { explained, provisional, type Sketch, writeYaml } from './sketch.ts';
import { controlsFor, mostOf, type PatternWish, tierOfWish, type Use, usesOf } from './wish.ts';

/** The files of the pattern: its page, its register, its first prompt, and the cases of that prompt. */
export function patternFiles(wish: PatternWish, catalogue: Catalogue): NewFile[] {
	const sketch = sketchPattern(wish, catalogue);
	const { id, prompt, models, exposure } = wish;
	return [
		{
			path: `patterns/${id}/pattern.mdx`,
			text: `---\n${writeYaml(sketch)}---\n\n${patternBody()}`,
		},
		registerFile(wish, catalogue.today),
		...promptFiles({
			id: prompt,
			pattern: id,
			model: models[0] ?? '',
			exposure,
			today: catalogue.today,
		}),
	];
}

/** The same as data, with something said in the place of every mark: a pattern nobody must finish. */
export const finishedPattern = (wish: PatternWish, catalogue: Catalogue, say?: Say): Pattern =>
	patternSchema.parse({
		...Object(plain(sketchPattern(wish, catalogue), say)),
		...Object(plain(sketchRegister(wish, catalogue.today), say)),
	});

/** The design: what the answers say of it, and a mark in every other field that it needs. */
const sketchPattern = (wish: PatternWish, catalogue: Catalogue) =>
	skeleton({
		schema: designSchema,
		given: answered(wish, catalogue),
		today: catalogue.today,
		anyId: (set) => catalogue.ids(set)[0],
	});

function answered(wish: PatternWish, catalogue: Catalogue) {
	const tier = tierOfWish(wish, catalogue);
	const uses = usesOf(wish, catalogue);
	const boxes = boxesOf(wish, uses, catalogue);
	const controls = controlsFor(wish, catalogue).flatMap((id) => catalogue.controls.get(id) ?? []);
	const roles = rolesFor(wish, catalogue);
	return {
		...sketchHead(wish),
		useWhen: [
			fill('A sign that it fits, which a reader can check'),
			fill('Another sign that it fits'),
		],
		doNotUseWhen: [{}],
		inShort: {
			use: ['A short reason', 'Another short reason', 'A third one'].map((text) => fill(text)),
			avoid: ['A short reason not to', 'Another one', 'A third one'].map((text) => ({
				case: fill(text),
			})),
		},
		effort: {
			people: fill('Who is needed, and for how much of their time'),
			weeks: provisional({ from: 4, to: 8 }, 'weeks to a first pilot'),
			data: fill('Data needed to start, with its size'),
			start: fill('The smallest safe start'),
		},
		exposure: { ...wish.exposure },
		decidedBy: wish.decidedBy,
		agent: wish.techniques.includes('agent') ? sketchAgent(uses, roles[0] ?? '') : undefined,
		architecture: sketchArchitecture(wish, boxes, uses),
		connectors: uses.map((use) => sketchUse(use)),
		prompts: [wish.prompt],
		models: [...wish.models],
		risks: explained(
			risksOf(controls, catalogue).map((id) => sketchRisk(id, controls, tier, catalogue)),
			'The risks that the controls below address. Remove any that cannot happen here.',
		),
		controls: explained(
			controls.map((control) => sketchControl(control, placeFor(control, boxes, catalogue), tier)),
			`What ${tier} tier and the answers above require. Keep each one, or get a waiver.`,
		),
		metrics: metricsFor(wish, tier, catalogue).map(sketchMetric),
		evaluation: sketchEvaluation(wish, tier, catalogue),
		telemetry: [],
		rollout: (['pilot', 'early-production'] as const).map((stage) => ({
			stage,
			exit: [fill(`What must be true to leave ${stage}`)],
		})),
		people: roles.map((role) => ({ role })),
		incident: sketchIncident(wish, catalogue),
		decisionRights: sketchRights(wish, catalogue),
		related: wish.near.map((pattern) => ({ pattern })),
		waivers: [],
	} satisfies { readonly [Key in keyof Design]?: Sketch | undefined };
}

/** The role that patterns like it train most, and the one that decides about a person. */
export function rolesFor(
	{ problem, decidedBy }: PatternWish,
	{ patterns, roles }: Catalogue,
): string[] {
	const counts = new Map<string, number>();
	for (const { data } of patterns.values()) {
		const weight = data.problem === problem ? 5 : 1;
		for (const { role } of data.people) counts.set(role, (counts.get(role) ?? 0) + weight);
	}
	const usual = mostOf(counts) ?? roles.keys().next().value;
	return [...new Set([usual, decidedBy])].filter((role) => role !== undefined);
}

function sketchUse({ connector, access, data, changes }: Use): Sketch {
	const scope = connector.data.scopes.find((candidate) => candidate.access === access);
	return explained(
		{
			connector: connector.id,
			access,
			fields: changes && access !== 'draft' ? [fill('A field it can write')] : undefined,
			data: provisional(data, 'the highest class of data that goes through it here'),
		},
		`${connector.data.title}: ${scope?.allows ?? ''} ${scope?.limits ?? ''}`,
	);
}

/** Bounds for an agent over the connectors it may call. */
export function sketchAgent(uses: readonly Use[], role: string): Sketch {
	// The way to the model is no tool of the model, unless there is no other connector.
	const tools = uses.filter(({ access }) => access !== 'invoke');
	return {
		tools: (tools.length > 0 ? tools : uses).map(({ connector, access }) => ({
			name: provisional(`${connector.id}-${access}`, 'the name that the model sees'),
			does: marked('agent', 'tools', 0, 'does'),
			connector: connector.id,
			access,
		})),
		limits: {
			steps: provisional(10, 'the most steps for one task'),
			spend: provisional(1, 'the most that one task can cost, in the currency the gateway bills'),
		},
		escalation: { when: marked('agent', 'escalation', 'when'), to: role },
		killSwitch: marked('agent', 'killSwitch'),
	};
}

function sketchIncident({ owner }: PatternWish, catalogue: Catalogue): Sketch {
	return {
		contact: provisional(teamOfSeat('technology', catalogue) ?? owner, 'the team to call first'),
		triggers: [
			{ severity: 'sev-1', when: fill('What people notice when harm is happening or likely') },
			{
				severity: 'sev-2',
				when: fill('What people notice when quality or cost is outside its limits'),
			},
		],
	};
}

function sketchRights({ owner }: PatternWish, catalogue: Catalogue): Sketch {
	const { council } = catalogue.organisation;
	return {
		approvesUseCase: council.team,
		ownsData: provisional(teamOfSeat('data', catalogue) ?? owner, 'the team that owns the data'),
		monitorsQuality: owner,
		respondsToFailure: provisional(
			teamOfSeat('technology', catalogue) ?? owner,
			'the team that responds when it fails',
		),
	};
}

function teamOfSeat(seat: (typeof councilSeat.values)[number], { organisation }: Catalogue) {
	return organisation.council.seats.find((candidate) => candidate.seat === seat)?.team;
}
