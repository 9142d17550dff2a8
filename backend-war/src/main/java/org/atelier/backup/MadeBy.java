package org.atelier.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What made a backup begin; those that begin by themselves go by themselves. */
enum MadeBy {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("command")
    COMMAND,
    @JsonProperty("schedule")
    SCHEDULE
}
