// One message on the page: what was said or answered, its state, what it cost and what can be done with it.
import { money, tokens } from './format.js'
import { isDemo, nameOf } from './models.js'
import { Prose } from './prose.js'
import { problemText } from './problems.js'
import { showPictures } from './saidpictures.js'
import { text } from './texts.js'
import { Thinking } from './thinking.js'

const templates = {
  user: document.getElementById('user-message').content.firstElementChild,
  assistant: document.getElementById('assistant-message').content.firstElementChild,
}

export class Message {
  constructor(data, grown) {
    this.id = data.id
    this.role = data.role
    this.element = templates[data.role].cloneNode(true)
    this.element.view = this
    this.element.dataset.messageId = data.id
    if (this.role === 'assistant') {
      this.prose = new Prose(this.#part('.prose'), grown)
      this.thinking = new Thinking(this.#part('.thinking'))
    }
    this.update(data)
  }

  get running() {
    return this.data.status === 'streaming'
  }

  /** Ids of this and what stands beside it: other wordings of a question, other answers. */
  get siblings() {
    return this.data.siblings ?? []
  }

  /** The answer as a screen reader says it. */
  get spoken() {
    return this.#part('.prose').textContent || this.#part('.why').textContent
  }

  /** The whole message, as the server knows it. */
  update(data) {
    const siblings = data.siblings ?? this.data?.siblings
    this.data = { ...data, siblings, content: data.content ?? '', reasoning: data.reasoning ?? '' }
    this.seen = data.last_event_id ?? 0
    if (this.role === 'user') this.#part('.said').textContent = this.data.content
    else this.#show()
    showPictures(this.#part('.said-pictures'), data.media)
    this.#place()
  }

  /** One event of its answer; says whether it fitted to what was seen before. */
  take({ seq, event, ...news }) {
    if (!this.running || seq <= this.seen) return true
    if (seq > this.seen + 1) return false
    this.seen = seq
    this.#steps[event]?.(news)
    return true
  }

  #steps = {
    reasoning: (news) => {
      this.data.reasoning += news.text
      this.#think()
    },
    delta: (news) => {
      this.data.content += news.text
      this.#think()
      this.prose.grow(this.data.content)
    },
    usage: ({ prompt_tokens, completion_tokens, cost }) => (this.data.usage = { prompt_tokens, completion_tokens, cost }),
    done: ({ message }) => this.update(message),
    error: ({ problem, message }) => this.update(message ?? { ...this.data, status: 'failed', error: problem }),
  }

  #part(selector) {
    return this.element.querySelector(selector)
  }

  #show() {
    const { status, finish_reason: reason, error, left_out: leftOut, ended_by_budget: byBudget, content } = this.data
    this.element.dataset.status = status
    this.element.setAttribute('aria-busy', this.running)
    this.#think()
    if (this.running) this.prose.grow(content)
    else this.prose.finish(content)
    this.#mark('failed', status === 'failed')
    this.#mark('stopped', status === 'stopped')
    this.#mark('cut', status === 'cut')
    this.#mark('length', status === 'complete' && reason === 'length' && !byBudget)
    this.#mark('budget', Boolean(byBudget))
    this.#mark('left-out', leftOut > 0)
    this.#part('.why').textContent = error ? problemText(error) : ''
    this.#part('[data-act="copy"]').hidden = !content
    this.#part('.acts [data-act="again"]').hidden = status === 'failed'
    this.#facts()
  }

  #place() {
    const { siblings, id } = this
    const at = siblings.indexOf(id)
    this.#part('.walker').hidden = siblings.length < 2
    this.#part('.walker span').textContent = `${at + 1} / ${siblings.length}`
    this.#part('[data-act="previous"]').setAttribute('aria-disabled', at < 1)
    this.#part('[data-act="next"]').setAttribute('aria-disabled', at === siblings.length - 1)
  }

  #mark(name, shown) {
    this.#part(`[data-mark="${name}"]`).hidden = !shown
  }

  #think() {
    const { reasoning, content } = this.data
    this.element.classList.toggle('begun', Boolean(reasoning || content))
    this.thinking.show(this.data, this.running)
  }

  #facts() {
    const { model, usage } = this.data
    const facts = [model && nameOf(model)]
    if (usage) facts.push(tokens(usage.prompt_tokens + usage.completion_tokens))
    if (usage?.cost != null) facts.push(money(usage.cost))
    if (isDemo(model)) facts.push(text('demo'))
    this.#part('.facts').replaceChildren(
      ...facts.filter(Boolean).map((fact) => Object.assign(document.createElement('span'), { textContent: fact })),
    )
  }

  /** Names of models may arrive after the messages. */
  rename() {
    if (this.role === 'assistant') this.#facts()
  }
}
