/** Grid references of a drawing in a line. */
import type { Place } from '../../pages/pattern-places.ts';

/**
 * @example
 * refs([{ ref: 'P2', to: '#node-P2' }, { ref: 'O3', to: '#node-O3' }]) // => 'P2 O3'
 */
export const refs = (places: readonly Place[]): string => places.map(({ ref }) => ref).join(' ');
