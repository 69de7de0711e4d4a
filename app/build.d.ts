/** The version in package.json. */
declare const __VERSION__: string

declare module 'virtual:formula.css'
declare module 'virtual:katex.css'
