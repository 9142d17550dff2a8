/** The own account: name, password, language, appearance, sign-ins, usage, and its end. Everything here works without script. */
package org.atelier.frontend.account;
