/** package.json and package-lock.json of a starter: what runs at an install, and where code comes from. */
import { z } from 'zod';
import type { Fault, Texts } from './fault.ts';

const PACKAGE = 'package.json';
const LOCK = 'package-lock.json';

const texts = z.record(z.string(), z.string());
const packageSchema = z.looseObject({
	scripts: texts.default({}),
	dependencies: texts.default({}),
	devDependencies: texts.default({}),
});
type Package = z.output<typeof packageSchema>;

const lockSchema = z.looseObject({
	lockfileVersion: z.literal(3),
	packages: z.record(z.string(), z.looseObject({})),
});

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
/** What npm runs without being asked, at an install or around another script. */
const LIFECYCLE =
	/^(?:pre|post).|^(?:install|uninstall|prepare|prepack|publish|version|dependencies|restart|shrinkwrap)$/;
/** A script of ours runs one file of ours; no shell reads anything into it. */
const SCRIPT =
	/^node (?:--disable-warning=ExperimentalWarning )?src\/[\w./-]+\.ts(?: [\w./:=-]+)*$/;
/** What an overlay can set itself; every other key stays that of the common starter. */
const OWN = new Set(['description', 'version', 'scripts', 'dependencies', 'devDependencies']);

/** Faults of the two files of an overlay, held against those of the common starter. */
export function* packageFaults(base: Texts, overlay: Texts): Generator<Fault> {
	if (overlay.has(PACKAGE) !== overlay.has(LOCK)) {
		const path = overlay.has(PACKAGE) ? PACKAGE : LOCK;
		const other = path === PACKAGE ? LOCK : PACKAGE;
		yield {
			path,
			message: `${path} is replaced and ${other} is not, so they do not match.`,
			fix: `Add ${other}, or delete ${path}.`,
		};
	}
	const source = overlay.get(PACKAGE);
	if (source !== undefined) {
		const own = read(source, packageSchema);
		const common = read(base.get(PACKAGE) ?? '{}', packageSchema);
		if (own && common) yield* packageJsonFaults(own, common);
		else yield broken(PACKAGE, 'a package file of npm');
	}
	const lock = overlay.get(LOCK);
	if (lock !== undefined) yield* lockFaults(lock);
}

/** Names of the packages that code of the starter can import. */
export function packagesOf(base: Texts, overlay: Texts): Set<string> {
	const found = read(overlay.get(PACKAGE) ?? base.get(PACKAGE) ?? '{}', packageSchema);
	return new Set(Object.keys({ ...found?.dependencies, ...found?.devDependencies }));
}

function* packageJsonFaults(own: Package, common: Package): Generator<Fault> {
	const fault = (message: string, fix: string): Fault => ({ path: PACKAGE, message, fix });
	for (const key of new Set([...Object.keys(own), ...Object.keys(common)])) {
		if (OWN.has(key) || JSON.stringify(own[key]) === JSON.stringify(common[key])) continue;
		yield fault(
			`"${key}" differs from the common starter.`,
			key in common ? 'Copy it from content/starter/package.json.' : 'Delete it.',
		);
	}
	for (const [name, command] of Object.entries(common.scripts)) {
		if (own.scripts[name] === command) continue;
		yield fault(
			`the script "${name}" differs from the common starter.`,
			'Copy it from content/starter/package.json.',
		);
	}
	for (const [name, command] of Object.entries(own.scripts)) {
		if (name in common.scripts) continue;
		if (LIFECYCLE.test(name)) {
			yield fault(`npm runs the script "${name}" without being asked.`, 'Delete it.');
		} else if (!SCRIPT.test(command)) {
			yield fault(
				`the script "${name}" runs something other than a file of the starter.`,
				'Write it as "node src/name.ts".',
			);
		}
	}
	for (const [name, wanted] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
		if (EXACT.test(wanted)) continue;
		yield fault(
			`the package "${name}" has the version "${wanted}", which is not exact or not from the registry.`,
			'Write an exact version, such as "1.4.0".',
		);
	}
}

function* lockFaults(source: string): Generator<Fault> {
	const lock = read(source, lockSchema);
	if (!lock) {
		yield broken(LOCK, 'a lockfile of npm, version 3');
		return;
	}
	for (const [name, entry] of Object.entries(lock.packages)) {
		if (name === '') continue;
		const reason = lockReason(name, entry);
		if (!reason) continue;
		yield {
			path: LOCK,
			message: `"${name}" ${reason}.`,
			fix: 'Run "npm install --ignore-scripts" with the .npmrc of the common starter, and commit the result.',
		};
	}
}

function lockReason(name: string, entry: Record<string, unknown>): string | undefined {
	const { resolved, integrity, link, version, hasInstallScript, inBundle } = entry;
	if (!name.startsWith('node_modules/')) return 'is a folder of the starter, not a package';
	if (link || inBundle) return 'is a link or is bundled, so nobody can check it';
	if (hasInstallScript) return 'runs a script at the install';
	// Without an address npm asks the registry that the team has set, and the checksum still holds.
	if (resolved !== undefined) {
		return `comes from ${JSON.stringify(resolved)} instead of the registry of the team`;
	}
	if (!EXACT.test(String(version))) return 'has no exact version';
	return /^sha(?:512|384|256)-[A-Za-z0-9+/]{40,}=*$/.test(String(integrity))
		? undefined
		: 'has no checksum (integrity)';
}

const broken = (path: string, what: string): Fault => ({
	path,
	message: `the file is not ${what}.`,
	fix: 'Compare it with the file of the common starter.',
});

function read<Schema extends z.ZodType>(
	source: string,
	schema: Schema,
): z.output<Schema> | undefined {
	try {
		return schema.safeParse(JSON.parse(source)).data;
	} catch {
		return undefined;
	}
}
