// What is said of several measurements.

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

/** The value below which a share of the numbers lie, 0 to 1. */
export const at = (numbers, share) => sorted(numbers)[Math.max(0, Math.ceil(share * numbers.length) - 1)];

export const median = (numbers) => at(numbers, 0.5);

/** How far apart the quarters lie around the median. */
export const spread = (numbers) => [at(numbers, 0.25), at(numbers, 0.75)];
