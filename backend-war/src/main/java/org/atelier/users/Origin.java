package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an account came to be. */
public enum Origin {
    /** By an administrator, or as the first one. */
    @JsonProperty("made")
    MADE,
    @JsonProperty("registered")
    REGISTERED,
    /** While nothing could be spent, so without anybody's approval. */
    @JsonProperty("registered_in_demo")
    REGISTERED_IN_DEMO
}
