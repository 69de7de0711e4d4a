/** Picked, and said to be: the layer and the unit that `normalize` opens with, and a test image. */
export const picked = { seed: 12504, unit: 5, image: 1624 } as const
