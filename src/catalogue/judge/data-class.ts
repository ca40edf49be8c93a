/** Which data may go where. */
import { type Ceiling, type DataClass, dataClass } from '#schemas/vocabularies.ts';

/** Whether a connector or model with this ceiling takes data of this class. */
export const takes = (ceiling: Ceiling, data: DataClass): boolean =>
	ceiling === 'as-carried' || dataClass.rank(data) <= dataClass.rank(ceiling);

/** The stricter of two classes. */
export const stricterData = (a: DataClass, b: DataClass): DataClass =>
	dataClass.rank(a) >= dataClass.rank(b) ? a : b;

/** The class, or the ceiling where that is lower. */
export const lowered = (data: DataClass, ceiling: Ceiling): DataClass =>
	ceiling === 'as-carried' || takes(ceiling, data) ? data : ceiling;
