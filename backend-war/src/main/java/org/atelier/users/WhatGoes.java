package org.atelier.users;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Asks every feature what it keeps of somebody: what would be erased with the account, and what would stay. */
public final class WhatGoes {
    private final UUID userId;
    private final Map<String, Long> goes = new TreeMap<>();
    private final Map<String, Long> stays = new TreeMap<>();

    public WhatGoes(UUID userId) {
        this.userId = userId;
    }

    public UUID userId() {
        return userId;
    }

    /** @param what in the plural, as it stands on the wire */
    public void goes(String what, long count) {
        goes.put(what, count);
    }

    public void stays(String what, long count) {
        stays.put(what, count);
    }

    public Map<String, Long> goes() {
        return goes;
    }

    public Map<String, Long> stays() {
        return stays;
    }
}
