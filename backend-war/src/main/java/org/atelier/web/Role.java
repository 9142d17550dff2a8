package org.atelier.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do; the wire form is the name in lower case. */
public enum Role {
    @JsonProperty("user")
    USER,
    @JsonProperty("admin")
    ADMIN
}
