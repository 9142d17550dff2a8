/**
 * Who is asking: sign-in, access and refresh tokens, throttling. The one rule: {@link org.atelier.auth.Gate} alone turns a
 * credential into a caller, and what it needs for that is in memory. Knows no feature but {@code users}.
 */
package org.atelier.auth;
