// What a film is called: its words, or that it needed none.
import { text } from './texts.js'

export const wordsOf = ({ prompt }) => prompt || text('videos.wordless')
