package org.atelier.media;

import java.util.UUID;

/** A row of the table {@code media}: whose file it is, and what. */
record OwnedFile(UUID owner, MediaFile file) {}
