/**
 * Who is asking: sign-in, access and refresh tokens, which way is open to a key, throttling. The one rule: {@link org.atelier.auth.Gate}
 * alone turns a credential into a caller, and what it needs for that is in memory. Knows {@code users}, {@code keys}, and of {@code usage} what
 * a key has spent.
 */
package org.atelier.auth;
