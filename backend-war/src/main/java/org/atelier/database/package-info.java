/**
 * The data source, migrations and the one writer; nothing about features. Reads take a connection from the pool, writes go
 * through {@link org.atelier.database.Database#write} or {@link org.atelier.database.Database#append}, which put many callers'
 * work into one commit. Nobody else opens a transaction.
 */
package org.atelier.database;
