/**
 * What an administrator sees first: people, calls, money, jobs and files in numbers, how the installation is, and what is left to do before
 * people are let in. It keeps nothing; each answer is asked of the package whose it is, and {@code /admin/status} reads no table, since every page
 * of an administrator asks it.
 */
package org.atelier.overview;
