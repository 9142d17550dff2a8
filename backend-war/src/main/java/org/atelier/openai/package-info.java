/**
 * The OpenAI protocol over what the other features do, for programs that speak it already. The one rule: what is asked goes on in its sender's
 * words and what is answered in the model's, except for what decides who answers, who hears of it and what it costs. Knows no SQL and
 * keeps nothing.
 */
package org.atelier.openai;
