import { useAnnounced } from './useSettling.ts'

/** Says what the figure shows after each gesture, politely. */
export function LiveRegion({ sentence }: { readonly sentence: string }) {
  const spoken = useAnnounced(sentence)
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  )
}
