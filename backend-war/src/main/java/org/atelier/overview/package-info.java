/**
 * The numbers that an administrator sees first: people, calls, money, jobs, files. It keeps nothing; each number is asked of the package whose it is.
 */
package org.atelier.overview;
