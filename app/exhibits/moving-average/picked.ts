/** Picked, and said to be: the layer and the unit that `normalize` opens with, and a test image. */
export const picked = { seed: 38, unit: 9, image: 1320 } as const
