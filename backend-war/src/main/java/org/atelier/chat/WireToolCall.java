package org.atelier.chat;

import org.atelier.provider.ToolCall;

/** A tool call in the protocol's form, which programs hand back as they got it. @param type always {@code function} */
record WireToolCall(String id, String type, Function function) {
    record Function(String name, String arguments) {}

    static WireToolCall of(ToolCall call) {
        return new WireToolCall(call.id(), "function", new Function(call.name(), call.arguments()));
    }
}
