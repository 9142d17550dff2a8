/**
 * Who has an account: address, role, status, profile. What every request asks is answered from memory, loaded once and
 * changed only after the database has it. Knows neither passwords nor sessions: those are {@code auth}'s.
 */
package org.atelier.users;
