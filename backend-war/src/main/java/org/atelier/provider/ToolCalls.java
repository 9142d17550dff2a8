package org.atelier.provider;

import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of tool calls together to whole ones. */
public final class ToolCalls {

    private static final class Growing {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    private final List<Growing> calls = new ArrayList<>();
    private int length;

    public void add(ChatEvent.ToolCallPiece piece) {
        while (calls.size() <= piece.index()) {
            calls.add(new Growing());
        }
        Growing call = calls.get(piece.index());
        piece.id().ifPresent(id -> call.id = id);
        piece.name().ifPresent(name -> call.name = name);
        call.arguments.append(piece.arguments());
        length += piece.arguments().length();
    }

    /** Characters of all arguments so far. */
    public int length() {
        return length;
    }

    public List<ToolCall> whole() {
        return calls.stream()
                .map(call -> new ToolCall(call.id, call.name, call.arguments.toString()))
                .toList();
    }
}
