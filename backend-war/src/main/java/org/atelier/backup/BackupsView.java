package org.atelier.backup;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * All backups, and how they come and go by themselves.
 *
 * @param items the newest first, with the one that is being made; there are few, so they are one page
 * @param nextCursor always null, as behind the last page of every list
 * @param folder where they lie on the server
 * @param at when one is made every day, in UTC; null: none is made by itself
 * @param keep how many of those that no person asked for are kept
 */
public record BackupsView(List<BackupView> items, String nextCursor, String folder, Optional<LocalTime> at, int keep) {}
