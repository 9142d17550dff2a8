/**
 * Who did what, when and from where: lines that are only ever added, for administrators to read.
 *
 * <p>The one rule: a line names things and says how they were and are, but holds no secret and nothing that somebody wrote. It must not know
 * any feature; they tell it what happened.
 */
package org.atelier.audit;
