import { filled } from '../../src/exhibit/filled.ts'
import { useWords } from '../text/useWords.ts'
import { useEnvironment } from './environment.ts'

/** The offline copy, the sources, whose data this is, and the version. */
export function Footer() {
  const words = useWords()
  const { version, singleFile } = useEnvironment()
  const { footer } = words
  return (
    <footer className="footer">
      <section>
        <h2>{footer.take}</h2>
        <ul>
          <li>
            {singleFile === undefined ? (
              footer.offline
            ) : (
              <a href={singleFile} download>
                {footer.offline}
              </a>
            )}
          </li>
        </ul>
      </section>
      <section>
        <h2>{footer.sources}</h2>
        <ul>
          <li>{footer.paper}</li>
        </ul>
      </section>
      <section>
        <h2>{footer.data}</h2>
        <ul>
          <li>{footer.digits}</li>
        </ul>
      </section>
      <p className="small-print">
        <span>{footer.nothing}</span>
        <span>{footer.licence}</span>
        <span>{filled(footer.version, { version })}</span>
      </p>
    </footer>
  )
}
