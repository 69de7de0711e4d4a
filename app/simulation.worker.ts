import { serve } from '../src/worker/host.ts'
import { portOf } from './messagePort.ts'
import { hostOptions } from './simulationHost.ts'

const scope = self as unknown as Parameters<typeof portOf>[0]

serve(portOf(scope), hostOptions(8))
