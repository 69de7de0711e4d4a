import { exhibits } from '../exhibits/registry.ts'
import { themes } from '../store/preferences.ts'
import { useWords } from '../text/useWords.ts'

/** The sizes that every exhibit is looked at in. */
const sizes = [
  [968, 720],
  [640, 480],
  [400, 300],
  [320, 240],
] as const

/** Each exhibit in every size, theme and language, side by side: for those who build it. */
export function Gallery({
  address,
  only,
}: {
  readonly address: string
  readonly only: string | undefined
}) {
  const words = useWords()
  return (
    <main className="gallery">
      <h1>{words.gallery}</h1>
      {exhibits
        .filter(({ id }) => only === undefined || id === only)
        .map(({ id }) => (
          <section key={id}>
            <h2>{id}</h2>
            {(['en', 'zh-CN'] as const).flatMap((lang) =>
              themes
                .filter((theme) => theme === 'light' || theme === 'dark')
                .map((theme) => (
                  <div key={`${lang} ${theme}`} className="gallery-row">
                    <iframe
                      src={`${address}?lang=${lang}&theme=${theme}#${id}`}
                      title={`${id} ${lang} ${theme}`}
                      width={1240}
                      height={900}
                      loading="lazy"
                    />
                    {sizes.map(([width, height]) => (
                      <iframe
                        key={width}
                        src={`${address}?embed=${id}&lang=${lang}&theme=${theme}`}
                        title={`${id} ${lang} ${theme} ${width}×${height}`}
                        width={width}
                        height={height}
                        loading="lazy"
                      />
                    ))}
                  </div>
                )),
            )}
          </section>
        ))}
    </main>
  )
}
