/** The overview of the administration and its page of usage: what was spent by whom on what, and what nobody knows the cost of. */
package org.atelier.frontend.admin.usage;
