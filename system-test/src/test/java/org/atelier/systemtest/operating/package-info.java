/** The product in the hands of an operator: starts that cannot work, ends that come suddenly, credentials that do not hold. */
package org.atelier.systemtest.operating;
