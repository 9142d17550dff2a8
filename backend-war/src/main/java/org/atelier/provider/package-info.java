/**
 * Answers one question: what does a server that speaks OpenRouter's protocol say to this request?
 *
 * <p>The one rule: every paid attempt is announced to its {@link org.atelier.provider.CallRecorder} before a byte is
 * sent, and its end is told exactly once. The package must not know SQL, HTTP serving, accounts or budgets; its URLs
 * are built from the configured base URL alone, never from a caller or from an answer.
 */
package org.atelier.provider;
