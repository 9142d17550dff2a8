/**
 * Conversations with a model and one-shot text: what was asked, what was answered, and the answers that are being written now.
 *
 * <p>The one rule: an answer is produced and stored whether or not anybody listens, and whatever is shown of it is a view of its log.
 * Who may see a conversation is decided in {@link org.atelier.chat.Conversations#owned} and nowhere else. The package must not know
 * credentials, budgets or how a provider is spoken to.
 */
package org.atelier.chat;
