/**
 * Copies of everything that is kept, each of one moment, made while the system runs: by hand, by command, by the clock. A backup is a folder
 * that is whole or has another name; what restores it ({@code server-config/Restore.java}) knows nothing of this program. Not in it: keys, so
 * that a stolen backup lets nobody in, and the search index, which is made anew.
 */
package org.atelier.backup;
