export { preActivations, trainDigitLayer, type DigitLayer } from '../simulation/digitLayer.ts'
