export type {
  BatchFrame,
  MillionFrame,
  NormalizeFrame,
} from '../../../src/simulation/normalizeFrame.ts'
