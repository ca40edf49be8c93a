/** The pictures of entries, each under a name that changes with its content. */
import type { Entry } from '../model/entry.ts';
import { picturesOf } from '../model/picture.ts';
import type { Exporter } from './exporter.ts';

const TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	avif: 'image/avif',
};

export const pictures: Exporter = {
	name: 'pictures',
	summary: 'The pictures that entries show.',
	*files({ catalogue }) {
		const written = new Set<string>();
		for (const map of Object.values(catalogue.all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) {
				for (const { path, bytes } of picturesOf(entry, catalogue).values()) {
					if (written.has(path)) continue;
					written.add(path);
					const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
					yield { path, type, body: bytes };
				}
			}
		}
	},
};
