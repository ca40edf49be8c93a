/** Media types, as a static host finds them: by the ending of a file alone. */
import { extname } from 'node:path';

const types = new Map(
	Object.entries({
		'.atom': 'application/atom+xml; charset=utf-8',
		'.css': 'text/css; charset=utf-8',
		'.csv': 'text/csv; charset=utf-8',
		'.html': 'text/html; charset=utf-8',
		'.ico': 'image/x-icon',
		'.ics': 'text/calendar; charset=utf-8',
		'.jpg': 'image/jpeg',
		'.js': 'text/javascript; charset=utf-8',
		'.json': 'application/json; charset=utf-8',
		'.md': 'text/markdown; charset=utf-8',
		'.mjs': 'text/javascript; charset=utf-8',
		'.mmd': 'text/plain; charset=utf-8',
		'.njk': 'text/plain; charset=utf-8',
		'.pagefind': 'application/octet-stream',
		'.png': 'image/png',
		'.prompt': 'text/plain; charset=utf-8',
		'.svg': 'image/svg+xml; charset=utf-8',
		'.tgz': 'application/gzip',
		'.ts': 'text/plain; charset=utf-8',
		'.txt': 'text/plain; charset=utf-8',
		'.wasm': 'application/wasm',
		'.webmanifest': 'application/manifest+json; charset=utf-8',
		'.webp': 'image/webp',
		'.woff2': 'font/woff2',
		'.xml': 'application/xml; charset=utf-8',
		'.yaml': 'application/yaml; charset=utf-8',
		'.yml': 'application/yaml; charset=utf-8',
		'.zip': 'application/zip',
	}),
);

/** The media type of a file by its ending; bytes of an unknown kind are only ever downloaded. */
export function contentType(path: string): string {
	if (path.endsWith('SHA256SUMS')) return 'text/plain; charset=utf-8';
	return types.get(extname(path)) ?? 'application/octet-stream';
}
