/** Adds to a package lock the builds for other systems, which a registry mirror may leave out. */
import { z } from 'zod';

const packageSchema = z.looseObject({
	version: z.string().optional(),
	resolved: z.string().optional(),
	integrity: z.string().optional(),
	link: z.boolean().optional(),
	dev: z.boolean().optional(),
	engines: z.record(z.string(), z.string()).optional(),
	optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) });
/** The part of package-lock.json this module reads; every other field is kept as it is. */
export type Lock = z.output<typeof lockSchema>;

/** An optional dependency that the lock names but has no entry for. */
export interface Missing {
	/** Path of the package that wants it, such as `node_modules/pagefind`. */
	wantedBy: string;
	name: string;
	version: string;
}

/** The system a build is for, in the words of npm. */
export interface Platform {
	os?: string[];
	cpu?: string[];
	libc?: string[];
}

/** Reads the text of package-lock.json. */
export function parseLock(text: string): Lock {
	const lock: unknown = JSON.parse(text);
	lockSchema.parse(lock);
	// The object just checked, not zod's copy of it: the copy puts fields in another order.
	return lock as Lock;
}

/** Optional dependencies without an entry; `npm ci` refuses a lock that has any. */
export function missingEntries({ packages }: Lock): Missing[] {
	return Object.entries(packages).flatMap(([wantedBy, { optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name]) => !places(wantedBy, name).some((place) => place in packages))
			.map(([name, version]) => ({ wantedBy, name, version })),
	);
}

/** Where Node looks for a dependency: in the package itself, then in each folder above it. */
function places(from: string, name: string): string[] {
	const above = from.lastIndexOf('/node_modules/');
	const here = `${from ? `${from}/` : ''}node_modules/${name}`;
	if (from === '') return [here];
	return [here, ...places(above < 0 ? '' : from.slice(0, above), name)];
}

const systems = new Map([
	['windows', 'win32'],
	['linuxmusl', 'linux'],
]);
const processors = new Map([
	['aarch64', 'arm64'],
	['x86_64', 'x64'],
]);
const SYSTEM =
	/(?:^|[-/])(aix|android|darwin|freebsd|linux|linuxmusl|netbsd|openbsd|openharmony|sunos|win32|windows)-/;
const PROCESSOR =
	/-(aarch64|arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|x86_64)(?=-|$)/;

/**
 * The system a native build is for, read from its name: the mirror cannot be asked.
 *
 * @example
 * platformOf('@tailwindcss/oxide-win32-x64-msvc') // => { os: ['win32'], cpu: ['x64'] }
 */
export function platformOf(name: string): Platform | undefined {
	if (name.includes('wasm32')) return { cpu: ['wasm32'] };
	const system = SYSTEM.exec(name)?.[1];
	const processor = PROCESSOR.exec(name)?.[1];
	if (!system || !processor) return undefined;
	const os = systems.get(system) ?? system;
	const platform = { os: [os], cpu: [processors.get(processor) ?? processor] };
	if (name.includes('musl')) return { ...platform, libc: ['musl'] };
	return os === 'linux' && name.includes('gnu') ? { ...platform, libc: ['glibc'] } : platform;
}

/** The lock with an entry for every missing build, and the names that could not be worked out. */
export function completeLock(lock: Lock): { lock: Lock; added: string[]; unknown: string[] } {
	const packages = { ...lock.packages };
	const added: string[] = [];
	const unknown: string[] = [];
	for (const { wantedBy, name, version } of missingEntries(lock)) {
		const platform = platformOf(name);
		if (!platform || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
			unknown.push(`${name}@${version}`);
			continue;
		}
		packages[`node_modules/${name}`] = entryFor(version, platform, lock.packages[wantedBy]);
		added.push(`${name}@${version}`);
	}
	const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
	return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added, unknown };
}

/** An entry with its fields in the order npm writes them. */
function entryFor(
	version: string,
	{ cpu, libc, os }: Platform,
	parent: Lock['packages'][string] | undefined,
): Lock['packages'][string] {
	return {
		version,
		...(cpu && { cpu }),
		...(parent?.dev && { dev: true }),
		...(libc && { libc }),
		optional: true,
		...(os && { os }),
		...(parent?.engines && { engines: parent.engines }),
	};
}

/** A package whose bytes the lock does not fix, by its path. */
export interface Unfixed {
	path: string;
	name: string;
	version: string;
}

/**
 * Entries without a hash: npm would take whatever bytes a registry gives for them. Links and the
 * project itself have none to fix.
 */
export function withoutIntegrity({ packages }: Lock): Unfixed[] {
	return Object.entries(packages).flatMap(([path, { version, integrity, link }]) => {
		if (path === '' || link || integrity) return [];
		const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
		return [{ path, name, version: version ?? '' }];
	});
}

/** The lock with the hashes that were found, by path; each stands where npm writes it. */
export function withHashes(lock: Lock, hashes: ReadonlyMap<string, string>): Lock {
	const packages = Object.entries(lock.packages).map(([path, entry]) => {
		const integrity = hashes.get(path);
		if (!integrity) return [path, entry] as const;
		const { version, resolved, ...rest } = entry;
		const first = { ...(version && { version }), ...(resolved && { resolved }) };
		return [path, { ...first, integrity, ...rest }] as const;
	});
	return { ...lock, packages: Object.fromEntries(packages) };
}

/** A hash as npm writes it. */
export const isIntegrity = (text: string) => /^sha512-[A-Za-z0-9+/]{86}==$/.test(text);
