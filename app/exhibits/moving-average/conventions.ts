import type { Settings } from './settings.ts'

type Convention = Pick<Settings, 'a' | 'variance' | 'epsilon'>

/** What a framework does where nothing else is said, and what it calls `momentum`. */
interface Framework {
  readonly name: string
  /** `kept`: the weight of the old value, a. `fresh`: that of the new one, 1 - a. */
  readonly momentum: 'kept' | 'fresh'
  readonly settings: Convention
}

/** Defaults of torch.nn.BatchNorm1d, keras.layers.BatchNormalization (3), ONNX BatchNormalization-15 and flax.linen.BatchNorm. */
export const conventions = {
  pytorch: {
    name: 'PyTorch',
    momentum: 'fresh',
    settings: { a: 0.9, variance: 'unbiased', epsilon: 1e-5 },
  },
  keras: {
    name: 'Keras',
    momentum: 'kept',
    settings: { a: 0.99, variance: 'biased', epsilon: 1e-3 },
  },
  onnx: {
    name: 'ONNX',
    momentum: 'kept',
    settings: { a: 0.9, variance: 'biased', epsilon: 1e-5 },
  },
  flax: {
    name: 'Flax',
    momentum: 'kept',
    settings: { a: 0.99, variance: 'biased', epsilon: 1e-5 },
  },
} as const satisfies Readonly<Record<string, Framework>>

export type FrameworkName = keyof typeof conventions

export const frameworks = Object.keys(conventions) as readonly FrameworkName[]

/** The value of the argument `momentum` for a keep-rate, without the dust of 1 - a. */
export function momentumOf(framework: FrameworkName, a: number): number {
  return conventions[framework].momentum === 'kept' ? a : Number((1 - a).toFixed(10))
}

/** The framework whose defaults these are. */
export function frameworkOf({ a, variance, epsilon }: Convention): FrameworkName | undefined {
  return frameworks.find((name) => {
    const { settings } = conventions[name]
    return settings.a === a && settings.variance === variance && settings.epsilon === epsilon
  })
}
