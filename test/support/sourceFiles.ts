import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly code: string
}

const root = process.cwd()
const folders = ['src', 'app', 'test', 'tools', 'public', '.ci']
const text = /\.(ts|tsx|mjs|js|css|html|svg|md|json|cff)$|^LICENSE$|^run$/

/** Every text file of the project, whatever the version control knows of it. */
export function sourceFiles(): readonly SourceFile[] {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1)),
  )
  return [...atRoot, ...below]
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => text.test(path.split('/').at(-1)!))
    .map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }))
}

const textOrComment =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*$/gm

/** Code without its comments: what is written there is no use of a name. */
export function withoutComments(code: string): string {
  return code.replace(textOrComment, (_, text?: string) => text ?? '')
}
