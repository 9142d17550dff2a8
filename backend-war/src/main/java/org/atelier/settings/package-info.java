/** Every option of the backend: name, default, check, secret flag, in one table. Knows no feature. */
package org.atelier.settings;
