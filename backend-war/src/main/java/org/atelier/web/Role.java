package org.atelier.web;

/** What a person may do; the wire form is the name in lower case. */
public enum Role {
    USER,
    ADMIN
}
