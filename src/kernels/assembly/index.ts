export { batchNormForward, batchNormInference } from './batchNorm'
export { batchNormBackward } from './batchNormBackward'
