package org.atelier.frontend.backend;

/** The signed-in person as pages show them; {@code status} is {@code active}, {@code pending} or {@code disabled}. */
public record Person(String id, String email, String displayName, String role, String status) {}
