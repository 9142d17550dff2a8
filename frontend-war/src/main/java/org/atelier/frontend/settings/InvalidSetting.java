package org.atelier.frontend.settings;

/** An option holds something that cannot work; the message says what to write instead, and the start ends with it. */
public class InvalidSetting extends RuntimeException {

    InvalidSetting(String message) {
        super(message);
    }
}
