package org.atelier.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an account may be used. */
public enum UserStatus {
    @JsonProperty("active")
    ACTIVE,
    /** Waits for an administrator's approval. */
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("disabled")
    DISABLED
}
