package org.atelier.frontend.backend;

/**
 * The signed-in person as pages show them; {@code status} is {@code active}, {@code pending} or {@code disabled}.
 *
 * @param language null: the browser's
 * @param appearance {@code light}, {@code dark} or null: the browser's
 */
public record Person(
        String id, String email, String displayName, String role, String status, String language, String appearance) {

    /** The {@link #role} of whoever may administer. */
    public static final String ADMINISTRATOR = "admin";
}
